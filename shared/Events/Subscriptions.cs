namespace VksServerless.Events;

/// <summary>Who listens to what, in one place: the bus is provisioned and the single-machine edition delivers by it.</summary>
public static class Subscriptions
{
    public const string Topic = "reporting";

    /// <summary>Recomputes totals.</summary>
    public const string Aggregation = "aggregation";

    /// <summary>Writes mails.</summary>
    public const string Notifications = "notifications";

    /// <summary>Wakes orchestrations.</summary>
    public const string Cycles = "cycles";

    /// <summary>The subjects that each subscription takes (correlation filters).</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> All { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [Aggregation] = [nameof(NodeChanged)],
        [Notifications] =
        [
            nameof(UnitObliged), nameof(ReportSubmitted), nameof(ReportReturned), nameof(ReportAccepted), nameof(UnitExempted),
            nameof(DeadlineExtended), nameof(ReminderDue), nameof(ReportLaidBefore), nameof(CycleCancelled), nameof(CyclePublished),
        ],
        [Cycles] = [nameof(SectorTotalChanged), nameof(CycleChanged)],
    };
}
