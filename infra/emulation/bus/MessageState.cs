namespace VksServerless.Emulation.Bus;

public enum MessageState
{
    Waiting,
    Locked,
    Scheduled,
    DeadLettered,
}
