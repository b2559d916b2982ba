using System.Net.Sockets;

namespace VksServerless.Emulation.Bus.Connections;

/// <summary>The connection of one client, down to its bytes.</summary>
internal sealed class ClientSocket : IDisposable
{
    private readonly Socket _socket;
    private readonly CancellationTokenSource _cut = new();

    public ClientSocket(Socket socket)
    {
        socket.NoDelay = true;
        _socket = socket;
    }

    /// <summary>When its first bytes are there, and can be read.</summary>
    /// <returns>False: it has gone without a word, or was cut.</returns>
    public async Task<bool> HasSpoken()
    {
        try
        {
            await _socket.ReceiveAsync(Memory<byte>.Empty, SocketFlags.None, _cut.Token);
            return _socket.Available > 0;
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <returns>0: nothing more comes.</returns>
    public ValueTask<int> Receive(Memory<byte> buffer) => _socket.ReceiveAsync(buffer, SocketFlags.None, _cut.Token);

    public Task Send(IList<ArraySegment<byte>> bytes) => _socket.SendAsync(bytes, SocketFlags.None);

    /// <summary>
    /// The client reads that this is the end, and what it still writes gets lost. It is not made to fail in the midst of writing: the
    /// client of Service Bus (Microsoft.Azure.Amqp 2.7.3) then takes two of its locks in the wrong order, and may stand still for ever.
    /// </summary>
    public void Cut()
    {
        _cut.Cancel();
        _ = TakeLeave();
    }

    /// <summary>After it was cut, only its client ends it.</summary>
    public void Dispose()
    {
        if (!_cut.IsCancellationRequested)
        {
            _socket.Dispose();
        }
    }

    private async Task TakeLeave()
    {
        var lost = new byte[4096];
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
            while (await _socket.ReceiveAsync(lost, SocketFlags.None) > 0)
            {
            }
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
        }

        _socket.Dispose();
    }
}
