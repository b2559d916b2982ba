using System.IO.Compression;
using VksServerless.Reports;

namespace VksServerless.Application.Reports.Inspecting;

/// <summary>
/// Reads the central directory, which stands at the end: only the end of the file is held, and nothing is inflated. What has
/// a directory that does not fit is refused for its number of entries.
/// </summary>
public sealed class ZipInspection(bool isDocument) : IInspection
{
    private const int Held = 2 * 1024 * 1024;

    /// <summary>Of the record that ends a directory: <see cref="ZipArchive"/> seeks it before the start of what is shorter.</summary>
    private const int Shortest = 22;

    private readonly byte[] _end = new byte[Held];
    private long _length;

    public void Pass(ReadOnlySpan<byte> bytes)
    {
        _length += bytes.Length;
        var last = bytes.Length > Held ? bytes[^Held..] : bytes;
        var at = (int)((_length - last.Length) % Held);
        var first = Math.Min(last.Length, Held - at);
        last[..first].CopyTo(_end.AsSpan(at));
        last[first..].CopyTo(_end);
    }

    public Refusal? Verdict()
    {
        if (_length < Shortest)
        {
            return AttachmentRefusals.ArchiveUnreadable;
        }

        try
        {
            using var archive = new ZipArchive(new EndOfFile(_end, _length), ZipArchiveMode.Read);
            return ArchiveRules.Check(
                [.. archive.Entries.Select(entry => new ArchiveEntry(entry.FullName, entry.Length))], _length, isDocument);
        }
        catch (InvalidDataException)
        {
            return AttachmentRefusals.ArchiveUnreadable;
        }
    }

    /// <summary>A file of which only the end can be read.</summary>
    /// <param name="end">The last bytes, each at its place modulo the length of this.</param>
    private sealed class EndOfFile(byte[] end, long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Position < length - end.Length)
            {
                throw new InvalidDataException("The directory is larger than what is held.");
            }

            var at = (int)(Position % end.Length);
            var read = (int)Math.Min(Math.Min(count, end.Length - at), length - Position);
            end.AsSpan(at, read).CopyTo(buffer.AsSpan(offset));
            Position += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => length + offset,
        };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
