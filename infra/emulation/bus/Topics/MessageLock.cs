namespace VksServerless.Emulation.Bus.Topics;

/// <summary>A message that one receiver has. The client that presents the token may settle it, over any connection.</summary>
internal sealed class MessageLock(Guid token, QueuedMessage message, DateTimeOffset until)
{
    public Guid Token => token;

    public QueuedMessage Message => message;

    public DateTimeOffset Until { get; set; } = until;
}
