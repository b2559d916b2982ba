using System.Globalization;
using System.Xml;
using VksServerless.Workbooks.Layout;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Writing;

/// <summary>A cell as it is written. Text is always text: a formula comes only from a form.</summary>
internal sealed record CellContent(CellStyle Style)
{
    private string? _text;
    private string? _number;
    private string? _formula;

    public static CellContent Text(string text, CellStyle style) => new(
        style with { Quoted = PlainText.LooksLikeFormula(text) || text is ['\'' or '\t' or '\r', ..] })
    { _text = text };

    public static CellContent Number(decimal number, CellStyle style) =>
        new(style) { _number = number.ToString(CultureInfo.InvariantCulture) };

    /// <param name="number">What it comes to; null with <paramref name="text"/>: a text.</param>
    public static CellContent Formula(string formula, decimal? number, string text, CellStyle style) => new(style)
    {
        _formula = formula,
        _number = number?.ToString(CultureInfo.InvariantCulture),
        _text = number is null ? text : null,
    };

    public static CellContent Blank(CellStyle style) => new(style);

    /// <summary>How many lines of plain text it is high in a column so many digits wide. Letters are narrower than digits.</summary>
    public double LinesIn(double width) => (Style.Look, _text) switch
    {
        (Look.Title, _) => 1.4,
        (Look.Plain, _) or (_, null) => 1,
        _ => _text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(line.Length / (1.15 * width)))),
    };

    public void Write(XmlWriter xml, CellReference at, StyleBook styles)
    {
        xml.WriteStartElement("c", Ooxml.Sheets);
        xml.WriteAttributeString("r", at.ToString());
        xml.WriteAttributeString("s", styles.Of(Style).ToString(CultureInfo.InvariantCulture));
        if (_formula is not null)
        {
            if (_number is null)
            {
                xml.WriteAttributeString("t", "str");
            }

            xml.WriteElementString("f", Ooxml.Sheets, XmlText.Of(_formula));
            xml.WriteElementString("v", Ooxml.Sheets, _number ?? XmlText.Of(_text ?? ""));
        }
        else if (_number is not null)
        {
            xml.WriteElementString("v", Ooxml.Sheets, _number);
        }
        else if (_text is { Length: > 0 })
        {
            WriteText(xml, _text);
        }

        xml.WriteEndElement();
    }

    private static void WriteText(XmlWriter xml, string text)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Ooxml.Sheets);
        xml.WriteStartElement("t", Ooxml.Sheets);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(XmlText.Of(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
