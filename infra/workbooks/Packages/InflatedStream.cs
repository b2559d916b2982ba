using VksServerless.Application.Workbooks;

namespace VksServerless.Workbooks.Packages;

/// <summary>
/// Counts what a part inflates to while it is read, whatever the archive says of it, and how much comes without a tag: nothing longer has
/// to be held.
/// </summary>
/// <param name="most">Bytes of this part.</param>
/// <param name="spent">Told how many bytes were read; throws when all parts together are too large.</param>
internal sealed class InflatedStream(Stream inflating, long most, Action<int> spent) : Stream
{
    private long _read;
    private long _withoutTag;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = inflating.Read(buffer);
        if (_read == 0 && IsWide(buffer[..read]))
        {
            throw new UnreadableWorkbookException(WorkbookRefusals.Damaged);
        }

        _read += read;
        if (_read > most)
        {
            throw new UnreadableWorkbookException(WorkbookRefusals.TooMuchInside);
        }

        spent(read);
        CountTags(buffer[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inflating.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>UTF-16 and UTF-32, in which a tag cannot be told by one byte. No spreadsheet program writes them.</summary>
    private static bool IsWide(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xFE, 0xFF]) || bytes.StartsWith<byte>([0xFF, 0xFE])
        || bytes[..Math.Min(4, bytes.Length)].Contains((byte)0);

    private void CountTags(ReadOnlySpan<byte> bytes)
    {
        for (var next = bytes.IndexOf((byte)'<'); next >= 0; next = bytes.IndexOf((byte)'<'))
        {
            Without(next);
            _withoutTag = 0;
            bytes = bytes[(next + 1)..];
        }

        Without(bytes.Length);
    }

    private void Without(int bytes)
    {
        _withoutTag += bytes;
        if (_withoutTag > Limits.BytesWithoutTag)
        {
            throw new UnreadableWorkbookException(WorkbookRefusals.Unsafe);
        }
    }
}
