namespace VksServerless.Emulation.Bus;

/// <summary>How often something was done.</summary>
/// <param name="Entity">“reporting”, “reporting/Subscriptions/totals”, “…/$DeadLetterQueue”; empty: the bus as a whole.</param>
public sealed record BusUse(string Entity, BusOperation Operation, long Times)
{
    public BusRight Right => Operation switch
    {
        BusOperation.OpenSender or BusOperation.Send or BusOperation.SendBatch or BusOperation.Schedule or BusOperation.CancelScheduled =>
            BusRight.Send,
        BusOperation.OpenReceiver or BusOperation.Deliver or BusOperation.Complete or BusOperation.Abandon or BusOperation.Release
            or BusOperation.RenewLock or BusOperation.Peek => BusRight.Listen,
        _ => BusRight.None,
    };
}
