namespace VksServerless.Documents.Charts;

/// <summary>
/// How a part of a bar is filled. Shades differ in pattern as well as in colour, so that a black and white print can be read.
/// </summary>
public enum Shade
{
    /// <summary>Solid blue: done, on time.</summary>
    Solid,

    /// <summary>Amber with slanted lines: late, under way.</summary>
    Slanted,

    /// <summary>White with red crossed lines: missing, not begun.</summary>
    Crossed,

    /// <summary>Grey with dots: exempt, not applicable.</summary>
    Dotted,

    /// <summary>Green with upright lines.</summary>
    Upright,

    /// <summary>Plain white.</summary>
    Empty,
}

/// <summary>A part that every bar of a chart has, e.g. on time.</summary>
public sealed record ChartPart(string Name, Shade Shade);
