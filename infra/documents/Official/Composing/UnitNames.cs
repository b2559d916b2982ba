using VksServerless.Documents.Publications;

namespace VksServerless.Documents.Official.Composing;

/// <summary>Units named in sentences.</summary>
internal static class UnitNames
{
    /// <summary>Of more a sentence says only how many, and an annex names them.</summary>
    public const int MostInSentence = 12;

    public static string Shorten(string name) => name
        .Replace("Viện kiểm sát nhân dân", "VKSND", StringComparison.Ordinal)
        .Replace("Viện Kiểm sát nhân dân", "VKSND", StringComparison.Ordinal);

    public static int Count(IReadOnlyList<NamedGroup> groups) => groups.Sum(group => group.Units.Count);

    /// <summary>E.g. VKSND tỉnh Hòa Bình, VKSND tỉnh Hà Tĩnh.</summary>
    public static string Sentence(IReadOnlyList<NamedGroup> groups) =>
        string.Join(", ", groups.SelectMany(group => group.Units).Select(Shorten));

    /// <summary>A line for each province.</summary>
    public static IEnumerable<Block> List(IReadOnlyList<NamedGroup> groups) => groups.Select(group => new Block.Paragraph(
        [
            new Run($"{Shorten(group.Name)} ({group.Count}): ", Bold: true),
            new Run(string.Join("; ", group.Units.Select(Shorten)) + "."),
        ], ParagraphKind.Item));
}
