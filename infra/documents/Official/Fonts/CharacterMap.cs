using System.Buffers.Binary;

namespace VksServerless.Documents.Official.Fonts;

/// <summary>Which glyph stands for which character: the format 4 subtable of cmap, which covers the Basic Multilingual Plane.</summary>
internal static class CharacterMap
{
    private const int Header = 14;

    public static Dictionary<int, int> Read(ReadOnlySpan<byte> cmap)
    {
        for (var table = 0; table < UShort(cmap, 2); table++)
        {
            var subtable = cmap[(int)BinaryPrimitives.ReadUInt32BigEndian(cmap[(8 + 8 * table)..])..];
            if (UShort(subtable, 0) == 4)
            {
                return Segments(subtable);
            }
        }

        throw new InvalidDataException("The typeface maps no characters of the Basic Multilingual Plane.");
    }

    private static Dictionary<int, int> Segments(ReadOnlySpan<byte> table)
    {
        var glyphs = new Dictionary<int, int>();
        var twice = UShort(table, 6);
        for (var segment = 0; segment < twice; segment += 2)
        {
            var last = UShort(table, Header + segment);
            var first = UShort(table, Header + twice + 2 + segment);
            var delta = UShort(table, Header + 2 * twice + 2 + segment);
            var rangeAt = Header + 3 * twice + 2 + segment;
            var range = UShort(table, rangeAt);
            for (var character = first; character <= last && character < 0xffff; character++)
            {
                var glyph = range == 0 ? character : UShort(table, rangeAt + range + 2 * (character - first));
                if (range == 0 || glyph != 0)
                {
                    glyphs[character] = (glyph + delta) & 0xffff;
                }
            }
        }

        return glyphs;
    }

    private static int UShort(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
