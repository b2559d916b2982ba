using System.Threading.Channels;
using Grpc.Core;
using VksServerless.Emulation.FunctionsHost.Workers.Protocol;

namespace VksServerless.Azure.Tests.Host;

/// <summary>A worker's end of the line: the test says what is heard; what is said to it is let go.</summary>
internal sealed class Line : IAsyncStreamReader<StreamingMessage>, IAsyncStreamWriter<StreamingMessage>, IDisposable
{
    private readonly Channel<StreamingMessage> _heard = Channel.CreateUnbounded<StreamingMessage>();

    public StreamingMessage Current { get; private set; } = new();

    public WriteOptions? WriteOptions { get; set; }

    public void Hear(StreamingMessage message) => _heard.Writer.TryWrite(message);

    public void Cut() => _heard.Writer.TryComplete();

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (!await _heard.Reader.WaitToReadAsync(cancellationToken))
        {
            return false;
        }

        Current = await _heard.Reader.ReadAsync(cancellationToken);
        return true;
    }

    public Task WriteAsync(StreamingMessage message) => Task.CompletedTask;

    public void Dispose() => Cut();
}
