using System.Globalization;
using System.Xml.Linq;
using VksServerless.Documents.Charts;

namespace VksServerless.Documents.Tests.Charts;

/// <summary>A chart read back: it must be well-formed XML, which is stricter than the HTML that it stands in.</summary>
internal sealed class ADrawing
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public ADrawing(Chart chart)
    {
        (Chart, Root) = (chart, XElement.Parse(chart.Svg));
        var box = Root.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToList();
        (Width, Height) = (box[2], box[3]);
    }

    public Chart Chart { get; }

    public XElement Root { get; }

    public decimal Width { get; }

    public decimal Height { get; }

    /// <summary>Not those of patterns.</summary>
    public IReadOnlyList<XElement> All(string name) =>
        [.. Root.Descendants(Svg + name).Where(one => !one.Ancestors(Svg + "defs").Any())];

    public IReadOnlyList<string> Texts => [.. All("text").Select(text => text.Value)];

    public static decimal Number(XElement of, string attribute) => Number(of.Attribute(attribute)!.Value);

    public static decimal Number(string text) => decimal.Parse(
        text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>Rectangles, dots and texts that reach over the edge.</summary>
    public IEnumerable<string> Outside()
    {
        foreach (var box in All("rect"))
        {
            var (x, y) = (Number(box, "x"), Number(box, "y"));
            if (Leaves(x, y, x + Number(box, "width"), y + Number(box, "height")))
            {
                yield return box.ToString();
            }
        }

        foreach (var dot in All("circle"))
        {
            var (x, y, r) = (Number(dot, "cx"), Number(dot, "cy"), Number(dot, "r"));
            if (Leaves(x - r, y - r, x + r, y + r))
            {
                yield return dot.ToString();
            }
        }

        foreach (var text in All("text"))
        {
            var (size, x, y) = (Number(text, "font-size"), Number(text, "x"), Number(text, "y"));
            var width = DrawnText.Width(text.Value, size);
            var left = text.Attribute("text-anchor")?.Value switch { "middle" => x - width / 2, "end" => x - width, _ => x };
            if (Leaves(left, y - size, left + width, y + size / 4))
            {
                yield return text.ToString();
            }
        }
    }

    private bool Leaves(decimal left, decimal top, decimal right, decimal bottom) =>
        left < -0.02m || top < -0.02m || right > Width + 0.02m || bottom > Height + 0.02m;
}
