namespace VksServerless.Documents.Charts;

/// <summary>The fills of <see cref="Shade"/> as SVG.</summary>
internal static class Shades
{
    public const string Ink = "#1b1b1b";
    public const string Soft = "#55565a";
    public const string Line = "#c9c6c0";
    public const string Paper = "#ffffff";
    public const string Accent = "#8f1d1d";
    public const string Blue = "#1f5f8b";

    public static string Fill(string id, Shade shade) => shade switch
    {
        Shade.Solid => Blue,
        Shade.Empty => Paper,
        _ => $"url(#{id}-{NameOf(shade)})",
    };

    /// <summary>The patterns that a drawing uses. Ids are unique in a page, therefore each drawing has its own.</summary>
    public static string Patterns(string id, IEnumerable<Shade> shades) => string.Concat(
        shades.Distinct().Order().Where(shade => shade is not (Shade.Solid or Shade.Empty)).Select(shade =>
            $"<pattern id=\"{id}-{NameOf(shade)}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">{Content(shade)}</pattern>"));

    private static string NameOf(Shade shade) => shade.ToString().ToLowerInvariant();

    private static string Content(Shade shade) => shade switch
    {
        Shade.Slanted => Ground("#f3c969") + Lines("M-1 7L7 -1M-1 1L1 -1M5 7L7 5", "#7a4f00"),
        Shade.Crossed => Ground(Paper) + Lines("M-1 7L7 -1M-1 -1L7 7", Accent),
        Shade.Dotted => Ground("#e4e2dd") + $"<circle cx=\"3\" cy=\"3\" r=\"1\" fill=\"{Soft}\"/>",
        _ => Ground("#cfe5d4") + Lines("M3 0V6", "#1d6b34"),
    };

    private static string Ground(string colour) => $"<rect width=\"6\" height=\"6\" fill=\"{colour}\"/>";

    private static string Lines(string path, string colour) => $"<path d=\"{path}\" stroke=\"{colour}\" stroke-width=\"1\" fill=\"none\"/>";
}
