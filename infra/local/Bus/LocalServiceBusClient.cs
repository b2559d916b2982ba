using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;

namespace VksServerless.Local.Bus;

/// <summary>The genuine client's face of the local bus.</summary>
public sealed class LocalServiceBusClient(LocalBus bus) : ServiceBusClient
{
    private readonly ConcurrentDictionary<string, LocalServiceBusSender> _senders = new(StringComparer.Ordinal);

    public override string FullyQualifiedNamespace => "local";

    public override string Identifier => "local";

    public override bool IsClosed => false;

    public override ServiceBusSender CreateSender(string queueOrTopicName) =>
        _senders.GetOrAdd(queueOrTopicName, topic => new LocalServiceBusSender(bus, topic));

    public override ServiceBusSender CreateSender(string queueOrTopicName, ServiceBusSenderOptions options) => CreateSender(queueOrTopicName);

#pragma warning disable CA2215 // The genuine base closes a connection, and there is none here.
    public override ValueTask DisposeAsync()
#pragma warning restore CA2215
    {
        GC.SuppressFinalize(this);
        return default;
    }
}
