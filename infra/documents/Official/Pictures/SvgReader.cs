using System.Globalization;
using System.Xml.Linq;
using VksServerless.Documents.Charts;

namespace VksServerless.Documents.Official.Pictures;

/// <summary>Reads back what <see cref="Drawing"/> writes, so that page and paper show the same drawing. It knows no other SVG.</summary>
internal static class SvgReader
{
    private static readonly Dictionary<string, Shade> Patterns = Enum.GetValues<Shade>()
        .ToDictionary(shade => shade.ToString().ToLowerInvariant());

    public static Picture Read(Chart chart)
    {
        var svg = XElement.Parse(chart.Svg);
        return new Picture(Number(svg, "width"), Number(svg, "height"), [.. svg.Elements().SelectMany(ShapesOf)]);
    }

    private static IEnumerable<Shape> ShapesOf(XElement element) => element.Name.LocalName switch
    {
        "title" or "desc" or "defs" => [],
        "g" or "a" => element.Elements().SelectMany(ShapesOf),
        "rect" => BoxesOf(element),
        "path" => PathReader.Read(Text(element, "d")!)
            .Select(spots => new Shape.Line(spots, Colour(Text(element, "stroke"))!.Value, Number(element, "stroke-width", 1))),
        "circle" => [new Shape.Dot(
            Number(element, "cx"), Number(element, "cy"), Number(element, "r"), Colour(Text(element, "fill"))!.Value)],
        "text" => [LabelOf(element)],
        var other => throw new NotSupportedException($"No drawing has <{other}>."),
    };

    private static IEnumerable<Shape> BoxesOf(XElement rect)
    {
        var fill = Text(rect, "fill")!;
        var box = new Shape.Box(
            Number(rect, "x"), Number(rect, "y"), Number(rect, "width"), Number(rect, "height"), null, Colour(Text(rect, "stroke")),
            Number(rect, "stroke-width", 1), Text(rect, "stroke-dasharray") is not null);
        return fill.StartsWith("url(", StringComparison.Ordinal)
            ? Hatch.Fill(box, Patterns[fill[(fill.LastIndexOf('-') + 1)..^1]])
            : [box with { Fill = Colour(fill) }];
    }

    private static Shape.Label LabelOf(XElement text) => new(
        Number(text, "x"), Number(text, "y"), Words.Clean(text.Value), Number(text, "font-size"),
        Text(text, "text-anchor") switch { "middle" => Align.Centre, "end" => Align.Right, _ => Align.Left },
        Colour(Text(text, "fill"))!.Value, Text(text, "font-weight") == "bold", Text(text, "paint-order") is not null);

    private static string? Text(XElement element, string name) => element.Attribute(name)?.Value;

    private static double Number(XElement element, string name, double missing = 0) =>
        Text(element, name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : missing;

    private static int? Colour(string? colour) =>
        colour is null or "none" ? null : int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
