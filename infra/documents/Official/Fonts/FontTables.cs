using System.Buffers.Binary;
using System.Text;

namespace VksServerless.Documents.Official.Fonts;

/// <summary>The tables of a TrueType file.</summary>
internal sealed class FontTables(byte[] file)
{
    private const int Directory = 12;
    private const int Entry = 16;

    public ReadOnlySpan<byte> Of(string tag)
    {
        var wanted = Encoding.ASCII.GetBytes(tag);
        var count = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4));
        for (var at = Directory; at < Directory + count * Entry; at += Entry)
        {
            if (file.AsSpan(at, 4).SequenceEqual(wanted))
            {
                return file.AsSpan(
                    (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8)),
                    (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 12)));
            }
        }

        throw new InvalidDataException($"The typeface has no table {tag}.");
    }

    public int UShort(string tag, int offset) => BinaryPrimitives.ReadUInt16BigEndian(Of(tag)[offset..]);

    public int Short(string tag, int offset) => BinaryPrimitives.ReadInt16BigEndian(Of(tag)[offset..]);
}
