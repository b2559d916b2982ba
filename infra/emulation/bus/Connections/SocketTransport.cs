using System.Net.Sockets;
using Amqp;

namespace VksServerless.Emulation.Bus.Connections;

/// <summary>The bytes of one client.</summary>
internal sealed class SocketTransport(Socket socket, Action onClosed) : IAsyncTransport
{
    public void SetConnection(Connection connection)
    {
    }

    public void Send(ByteBuffer buffer) => socket.Send(buffer.Buffer, buffer.Offset, buffer.Length, SocketFlags.None);

    public int Receive(byte[] buffer, int offset, int count) => socket.Receive(buffer, offset, count, SocketFlags.None);

    public Task SendAsync(IList<ByteBuffer> bufferList, int listSize) => socket.SendAsync(
        bufferList.Select(buffer => new ArraySegment<byte>(buffer.Buffer, buffer.Offset, buffer.Length)).ToList(), SocketFlags.None);

    public async Task<int> ReceiveAsync(byte[] buffer, int offset, int count) =>
        await socket.ReceiveAsync(buffer.AsMemory(offset, count), SocketFlags.None);

    public void Close()
    {
        socket.Dispose();
        onClosed();
    }
}
