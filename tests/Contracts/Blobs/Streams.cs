namespace VksServerless.Contracts.Blobs;

/// <summary>As an upload comes: it can be read once, forwards, and does not know its length.</summary>
internal abstract class ForwardStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Uploads are read asynchronously.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Gives no more than a few hundred bytes at a time.</summary>
internal sealed class DroppingStream(byte[] content) : ForwardStream
{
    private int _at;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = Math.Min(Math.Min(buffer.Length, 333), content.Length - _at);
        content.AsMemory(_at, read).CopyTo(buffer);
        _at += read;
        return ValueTask.FromResult(read);
    }
}

/// <summary>Breaks off where the content should end, or calls the write off there.</summary>
internal sealed class BreakingStream(byte[] content, CancellationTokenSource? called = null) : ForwardStream
{
    private int _at;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = Math.Min(buffer.Length, content.Length - _at);
        if (read == 0)
        {
            called?.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
            throw new IOException("The line is broken.");
        }

        content.AsMemory(_at, read).CopyTo(buffer);
        _at += read;
        return ValueTask.FromResult(read);
    }
}

/// <summary>Makes its content up as it goes, and weighs the memory that is held meanwhile.</summary>
internal sealed class CountlessStream(long length) : ForwardStream
{
    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
    private long _left = length;
    private long _weighed = length;

    public long MostMemory { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_weighed - _left >= 1024 * 1024)
        {
            _weighed = _left;
            MostMemory = Math.Max(MostMemory, GC.GetTotalMemory(forceFullCollection: true) - _before);
        }

        var read = (int)Math.Min(buffer.Length, _left);
        buffer.Span[..read].Fill((byte)(_left >> 16));
        _left -= read;
        return ValueTask.FromResult(read);
    }
}
