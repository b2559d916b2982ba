using Azure.Storage.Queues;

namespace VksServerless.Emulation.Storage;

/// <summary>
/// The queues through which orchestrations get what happens. An event that was raised lies there until it is taken up, and nothing else shows
/// it. Asked past the meters: what the app and its host ask of the storage is not changed by it.
/// </summary>
internal sealed class TaskHubQueues(string connection)
{
    /// <summary>The hub's name in host.json, as the extension names its queues.</summary>
    private const string Prefix = "vksserverless-";

    private readonly QueueServiceClient _queues = new(connection);

    /// <summary>Whether a message waits that nobody has taken up and that is not for later.</summary>
    public async Task<bool> HaveWaiting(CancellationToken cancellation)
    {
        await foreach (var queue in _queues.GetQueuesAsync(prefix: Prefix, cancellationToken: cancellation))
        {
            if ((await _queues.GetQueueClient(queue.Name).PeekMessagesAsync(1, cancellation)).Value.Length > 0)
            {
                return true;
            }
        }

        return false;
    }
}
