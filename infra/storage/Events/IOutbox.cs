namespace VksServerless.Storage.Events;

/// <summary>
/// The messages that a <see cref="IRowStore"/> has committed and nobody has handed on yet: for a store whose messages are carried
/// by a bus of its own. The server's database is store and queue in one and needs none.
/// </summary>
public interface IOutbox
{
    /// <summary>Committed messages of one partition that have not been forgotten, oldest first as far as the store can tell.</summary>
    /// <param name="settled">Messages committed less than that long ago may be left out: the process that committed them has them in
    /// hand.</param>
    Task<IReadOnlyList<PendingMessage>> Pending(string partition, TimeSpan settled, int size, CancellationToken cancellation);

    /// <summary>Removes messages that have been handed on. Those already removed are passed over.</summary>
    Task Forget(IReadOnlyList<PendingMessage> messages, CancellationToken cancellation);
}

public sealed record PendingMessage(string Partition, OutboxMessage Message);
