using System.Globalization;
using System.Text;

namespace VksServerless.Documents.Charts;

/// <summary>Collects the shapes of one chart.</summary>
internal sealed class Drawing
{
    /// <summary>
    /// Of the view box. About as many units as a phone has pixels, so that text keeps its size there and a page needs only one drawing.
    /// </summary>
    public const decimal Width = 360;

    private readonly StringBuilder _shapes = new();
    private readonly List<Shade> _shades = [];
    private bool _links;

    /// <param name="id">Unique in the page: a letter, then letters, digits and hyphens.</param>
    public Drawing(string id)
    {
        if (id.Length == 0 || !char.IsAsciiLetterLower(id[0])
            || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new ArgumentException($"Not the id of a chart: {id}", nameof(id));
        }

        Id = id;
    }

    public string Id { get; }

    public static string Number(decimal number) => Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);

    public string Fill(Shade shade)
    {
        _shades.Add(shade);
        return Shades.Fill(Id, shade);
    }

    public void Box(decimal x, decimal y, decimal width, decimal height, string fill, string stroke = Shades.Ink, string more = "") =>
        _shapes.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Number(x)}\" y=\"{Number(y)}\" width=\"{Number(width)}\"")
            .Append(CultureInfo.InvariantCulture, $" height=\"{Number(height)}\" fill=\"{fill}\" stroke=\"{stroke}\"{more}/>");

    public void Path(string path, string stroke, string more = "") =>
        _shapes.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"none\" stroke=\"{stroke}\"{more}/>");

    public void Dot(decimal x, decimal y, string fill) => _shapes.Append(
        CultureInfo.InvariantCulture,
        $"<circle cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"4\" fill=\"{fill}\" stroke=\"{Shades.Paper}\" stroke-width=\"1.5\"/>");

    /// <param name="y">Of the base line.</param>
    public void Text(decimal x, decimal y, string text, decimal size = DrawnText.Size, Side side = Side.Start, string fill = Shades.Ink,
        bool bold = false, bool halo = false)
    {
        var anchor = side switch { Side.Middle => " text-anchor=\"middle\"", Side.End => " text-anchor=\"end\"", _ => "" };
        _shapes.Append(CultureInfo.InvariantCulture, $"<text x=\"{Number(x)}\" y=\"{Number(y)}\" font-size=\"{Number(size)}\"{anchor}")
            .Append(bold ? " font-weight=\"bold\"" : "")
            .Append(halo ? $" stroke=\"{Shades.Paper}\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"" : "")
            .Append(CultureInfo.InvariantCulture, $" fill=\"{fill}\">{DrawnText.Escape(text)}</text> ");
    }

    /// <summary>
    /// Shapes that belong together and say what they are when pointed at; with an address they lead there, under that name.
    /// </summary>
    /// <param name="href">A path, query or anchor of the same site.</param>
    public void Group(string name, string? href, Action draw)
    {
        if (href is not null && !IsOfThisSite(href))
        {
            throw new ArgumentException($"Not an address of this site: {href}", nameof(href));
        }

        _links |= href is not null;
        _shapes.Append(href is null ? "<g>" : $"<a href=\"{DrawnText.Escape(href)}\">");
        _shapes.Append(CultureInfo.InvariantCulture, $"<title>{DrawnText.Escape(name)}</title>");
        draw();
        _shapes.Append(href is null ? "</g>" : "</a>");
    }

    /// <summary>The whole. As an image it would hide its links from a screen reader, therefore with links it is a group.</summary>
    public string ToSvg(string kind, string title, string description, decimal height) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" class="chart chart-{kind}" viewBox="0 0 {Number(Width)} {Number(height)}" width="{Number(
            Width)}" height="{Number(height)}" role="{(_links ? "group" : "img")}"
        aria-labelledby="{Id}-title" aria-describedby="{Id}-desc" focusable="false">
        <title id="{Id}-title">{DrawnText.Escape(title)}</title><desc id="{Id}-desc">{DrawnText.Escape(description)}</desc>
        {Defined}{_shapes}</svg>
        """);

    private string Defined => Shades.Patterns(Id, _shades) is { Length: > 0 } patterns ? $"<defs>{patterns}</defs>" : "";

    private static bool IsOfThisSite(string href) =>
        href.Length > 0 && (href[0] is '#' or '?' || (href[0] == '/' && (href.Length == 1 || href[1] is not ('/' or '\\'))));
}

internal enum Side
{
    Start,
    Middle,
    End,
}
