using System.Buffers.Binary;

namespace VksServerless.Documents.Official.Fonts;

/// <summary>One cut of the typeface, from the assembly's own resources: the same on every machine. Sizes are in ems.</summary>
internal sealed class Face
{
    private static readonly Face Regular = new("Tinos_400Regular.ttf");
    private static readonly Face Bold = new("Tinos_700Bold.ttf");
    private static readonly Face Italic = new("Tinos_400Regular_Italic.ttf");
    private static readonly Face BoldItalic = new("Tinos_700Bold_Italic.ttf");

    private readonly Dictionary<int, int> _glyphs;
    private readonly double[] _advances;

    private Face(string name)
    {
        Name = name;
        using var resource = typeof(Face).Assembly.GetManifestResourceStream($"fonts/{name}")
            ?? throw new InvalidOperationException($"The typeface {name} was not embedded.");
        File = new byte[resource.Length];
        resource.ReadExactly(File);
        var tables = new FontTables(File);
        var unitsPerEm = tables.UShort("head", 18);
        _glyphs = CharacterMap.Read(tables.Of("cmap"));
        _advances = [.. Enumerable.Range(0, tables.UShort("hhea", 34)).Select(glyph =>
            (double)BinaryPrimitives.ReadUInt16BigEndian(tables.Of("hmtx")[(4 * glyph)..]) / unitsPerEm)];
        Ascent = (double)tables.Short("hhea", 4) / unitsPerEm;
        Descent = -(double)tables.Short("hhea", 6) / unitsPerEm;
    }

    /// <summary>Of its resource.</summary>
    public string Name { get; }

    public byte[] File { get; }

    public double Ascent { get; }

    public double Descent { get; }

    public static Face Of(bool bold, bool italic) => (bold, italic) switch
    {
        (true, true) => BoldItalic,
        (true, false) => Bold,
        (false, true) => Italic,
        _ => Regular,
    };

    public static Face Named(string name) =>
        new[] { Regular, Bold, Italic, BoldItalic }.First(face => face.Name == name);

    public double WidthOf(string text) => text.EnumerateRunes().Sum(rune => WidthOf(rune.Value));

    public double WidthOf(char character) => WidthOf((int)character);

    private double WidthOf(int character) => _advances[Math.Min(_glyphs.GetValueOrDefault(character), _advances.Length - 1)];
}
