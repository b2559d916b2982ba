using System.Runtime.CompilerServices;
using Amqp;

namespace VksServerless.Emulation.Bus.Connections;

/// <summary>The bytes of one client.</summary>
internal sealed class SocketTransport(ClientSocket client, Action onClosed) : IAsyncTransport
{
    private static readonly ConditionalWeakTable<Connection, SocketTransport> Transports = [];

    private volatile Task _held = Task.CompletedTask;

    /// <summary>
    /// Nothing that is written meanwhile leaves before all of it is written. AMQPNetLite 2.5.5 counts a transfer after it has written it.
    /// A client that answers in between, and takes as many transfers as can be counted, as the one of Service Bus does, seems to it to
    /// take none at all, and the next messages would stay here.
    /// </summary>
    /// <remarks>One at a time for each connection: the delivery loop does it, and nobody else.</remarks>
    public static void HoldWhile(Connection connection, Action write)
    {
        if (!Transports.TryGetValue(connection, out var transport))
        {
            throw new InvalidOperationException("The connection was not made here.");
        }

        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        transport._held = end.Task;
        try
        {
            write();
        }
        finally
        {
            end.SetResult();
        }
    }

    public void SetConnection(Connection connection) => Transports.Add(connection, this);

    public void Send(ByteBuffer buffer) => throw new NotSupportedException("A listener only writes asynchronously.");

    public int Receive(byte[] buffer, int offset, int count) => throw new NotSupportedException("A listener only reads asynchronously.");

    public async Task SendAsync(IList<ByteBuffer> bufferList, int listSize)
    {
        for (var held = _held; !held.IsCompleted; held = _held)
        {
            await held;
        }

        await client.Send([.. bufferList.Select(buffer => new ArraySegment<byte>(buffer.Buffer, buffer.Offset, buffer.Length))]);
    }

    public async Task<int> ReceiveAsync(byte[] buffer, int offset, int count) =>
        await client.Receive(buffer.AsMemory(offset, count));

    public void Close()
    {
        client.Dispose();
        onClosed();
    }
}
