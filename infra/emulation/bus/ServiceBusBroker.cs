using Amqp;
using Amqp.Listener;
using Amqp.Types;
using VksServerless.Emulation.Bus.Connections;
using VksServerless.Emulation.Bus.Links;
using VksServerless.Emulation.Bus.Topics;

namespace VksServerless.Emulation.Bus;

/// <summary>
/// One topic of Service Bus on this machine, for the genuine client. Messages are held in memory; nothing but its end loses any.
/// </summary>
public sealed class ServiceBusBroker : IAsyncDisposable
{
    /// <summary>What the Standard tier takes, in bytes, of a message and of a batch.</summary>
    public const int MaxMessageSize = 256 * 1024;

    private readonly UseLog _uses = new();
    private readonly Topic _topic;
    private readonly LoopbackDoor _door;
    private readonly DeliveryLoop _loop;
    private readonly ContainerHost _container;
    private int _hasEnded;

    private ServiceBusBroker(TopicDefinition topic, TimeProvider clock, int port)
    {
        var bell = new Bell();
        _topic = new Topic(topic, clock, bell, _uses);
        _door = new LoopbackDoor(port, () => _uses.Add("", BusOperation.Connect));
        _loop = new DeliveryLoop(_topic, bell);
        _container = new ContainerHost(new Address("127.0.0.1", Port, scheme: LoopbackDoor.Scheme))
        {
            // Its own look at the address fails on links that have none, those of transactions.
            AddressResolver = (_, _) => "",
        };
    }

    public int Port => _door.Port;

    /// <summary>For <c>ServiceBusClient</c>, and for the setting of a trigger's connection.</summary>
    public string ConnectionString =>
        $"Endpoint=sb://127.0.0.1:{Port};SharedAccessKeyName=emulator;SharedAccessKey=emulator;UseDevelopmentEmulator=true;";

    /// <summary>Clients that are connected now.</summary>
    public int Connections => _door.Connected;

    /// <summary>How often what was done, since the beginning.</summary>
    public IReadOnlyList<BusUse> Uses => _uses.Read();

    /// <param name="clock">
    /// By it scheduled messages fall due and ids of duplicates are forgotten. Locks run in real time, as clients renew them.
    /// </param>
    /// <param name="port">On the loopback address; 0: a free one.</param>
    /// <exception cref="System.Net.Sockets.SocketException">The port is taken.</exception>
    public static ServiceBusBroker Start(TopicDefinition topic, TimeProvider clock, int port = 0)
    {
        var broker = new ServiceBusBroker(topic, clock, port);
        broker.Start();
        return broker;
    }

    /// <summary>Does what is due, after a clock was set that does not run by itself.</summary>
    public void CheckTimers() => _topic.CheckTimers();

    /// <summary>How often an operation was done, on all entities together.</summary>
    public long Count(BusOperation operation) => Uses.Where(use => use.Operation == operation).Sum(use => use.Times);

    public IReadOnlyList<SubscriptionStatus> Status() => _topic.Read(StatusReport.Of);

    /// <summary>All that is held for a subscription, in order: what waits or is locked, what is scheduled, the dead letters.</summary>
    /// <exception cref="ArgumentException">There is no such subscription.</exception>
    public IReadOnlyList<HeldMessage> Peek(string subscription) =>
        _topic.Read((inbox, all) => StatusReport.Messages(inbox, all, subscription));

    /// <summary>Cuts every connection and refuses new ones. Messages stay; locks run on.</summary>
    public void BeginOutage() => _door.Shut();

    public void EndOutage() => _door.Open();

    /// <summary>Each of the next messages is delivered twice, as Service Bus may do.</summary>
    public void DuplicateNext(int messages) => _topic.DuplicateNext(messages);

    /// <summary>Delivers in another order, as Service Bus may do.</summary>
    public void Reorder(DeliveryOrder order, int seed = 0) => _topic.Reorder(order, seed);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _hasEnded, 1) == 0)
        {
            _door.Dispose();
            await _loop.DisposeAsync();
            _container.Close();
        }
    }

    private void Start()
    {
        _container.CustomTransports.Add(LoopbackDoor.Scheme, _door);
        _container.RegisterLinkProcessor(new LinkOpening(_topic, _uses));
        var listener = _container.Listeners.Single();
        listener.HandlerFactory = _ => new DeliveryTags();
        foreach (var mechanism in new[] { "MSSBCBS", "ANONYMOUS" })
        {
            listener.SASL.EnableMechanism(new Symbol(mechanism), new NoCredentials(mechanism));
        }

        _container.Open();
        _door.Open();
        _loop.Start();
    }
}
