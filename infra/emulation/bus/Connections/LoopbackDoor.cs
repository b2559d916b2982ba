using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Amqp;

namespace VksServerless.Emulation.Bus.Connections;

/// <summary>
/// The port that clients connect to, on the loopback address only. It can be shut, as in an outage: connections are cut and new
/// ones refused, while the port stays taken.
/// </summary>
internal sealed class LoopbackDoor : TransportProvider
{
    /// <summary>By this scheme the AMQP library asks here for connections.</summary>
    public const string Scheme = "loopback";

    private readonly Lock _gate = new();
    private readonly Channel<ClientSocket> _arrived = Channel.CreateUnbounded<ClientSocket>();
    private readonly ConcurrentDictionary<ClientSocket, bool> _open = [];
    private readonly Action _onConnected;
    private Socket _port;
    private bool _isOpen;

    /// <param name="port">0: a free one.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    public LoopbackDoor(int port, Action onConnected)
    {
        AddressSchemes = [Scheme];
        _onConnected = onConnected;
        _port = Bind(port);
        Port = ((IPEndPoint)_port.LocalEndPoint!).Port;
    }

    public int Port { get; }

    /// <summary>Clients that are connected.</summary>
    public int Connected => _open.Count;

    public void Open()
    {
        lock (_gate)
        {
            if (!_isOpen)
            {
                _isOpen = true;
                _port.Listen();
                _ = Accept(_port);
            }
        }
    }

    public void Shut()
    {
        lock (_gate)
        {
            _isOpen = false;
            _port.Dispose();
            _port = Bind(Port);
            Cut();
        }
    }

    /// <summary>
    /// The next client that has begun to speak. The library attends to one newcomer after the other: who connects and says nothing,
    /// as a probe of the port does, must not keep the others waiting.
    /// </summary>
    /// <returns>After the end it never completes: the library would ask again at once.</returns>
    public override async Task<IAsyncTransport> CreateAsync(Address address)
    {
        var client = await _arrived.Reader.ReadAsync();
        return new SocketTransport(client, () => _open.TryRemove(client, out _));
    }

    public override void Dispose()
    {
        lock (_gate)
        {
            _isOpen = false;
            _port.Dispose();
            Cut();
        }

        base.Dispose();
    }

    private static Socket Bind(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return socket;
    }

    private void Cut()
    {
        foreach (var client in _open.Keys)
        {
            _open.TryRemove(client, out _);
            client.Cut();
        }
    }

    private async Task Accept(Socket port)
    {
        while (true)
        {
            try
            {
                Admit(await port.AcceptAsync(), port);
            }
            catch (Exception fault) when (fault is SocketException or ObjectDisposedException && !IsListening(port))
            {
                return;
            }
            catch (SocketException)
            {
                // The newcomer has gone already.
            }
        }
    }

    private bool IsListening(Socket port)
    {
        lock (_gate)
        {
            return _isOpen && port == _port;
        }
    }

    private void Admit(Socket socket, Socket port)
    {
        lock (_gate)
        {
            if (!IsListening(port))
            {
                socket.Dispose();
                return;
            }

            var client = new ClientSocket(socket);
            _open[client] = true;
            _ = AwaitFirstWord(client);
        }
    }

    private async Task AwaitFirstWord(ClientSocket client)
    {
        if (await client.HasSpoken())
        {
            _onConnected();
            _arrived.Writer.TryWrite(client);
            return;
        }

        _open.TryRemove(client, out _);
        client.Dispose();
    }
}
