namespace Azure.Messaging.ServiceBus;

public sealed class ServiceBusMessageBatch : IDisposable
{
    private readonly IList<ServiceBusMessage> store;
    private readonly Func<ServiceBusMessage, bool> fits;

    internal ServiceBusMessageBatch(
        long size, IList<ServiceBusMessage> store, CreateMessageBatchOptions options, Func<ServiceBusMessage, bool> fits)
    {
        (SizeInBytes, this.store, this.fits) = (size, store, fits ?? (_ => true));
        MaxSizeInBytes = options?.MaxSizeInBytes ?? long.MaxValue;
    }

    public int Count => store.Count;

    public long MaxSizeInBytes { get; }

    public long SizeInBytes { get; }

    public bool TryAddMessage(ServiceBusMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!fits(message))
        {
            return false;
        }

        store.Add(message);
        return true;
    }

    public void Dispose() => store.Clear();
}
