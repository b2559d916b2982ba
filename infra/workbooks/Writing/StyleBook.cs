using System.Globalization;
using System.Text;
using System.Xml;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Writing;

/// <summary>Numbers the styles that cells ask for, and writes them as the part that sheets refer to.</summary>
internal sealed class StyleBook
{
    private const int FirstFormat = 164;

    /// <summary>Font, fill and border of each look, in the order of <see cref="Look"/>.</summary>
    private static readonly (int Font, int Fill, int Border)[] Looks =
        [(0, 0, 0), (3, 0, 0), (1, 3, 1), (0, 0, 1), (2, 0, 1), (0, 2, 1), (0, 4, 1), (0, 5, 1), (4, 0, 1)];

    private static readonly string[] Applied =
        ["applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment", "applyProtection"];

    private readonly List<CellStyle> _styles = [new CellStyle(Look.Plain)];
    private readonly List<string> _formats = [];

    public int Of(CellStyle style)
    {
        var at = _styles.IndexOf(style);
        if (at < 0)
        {
            at = _styles.Count;
            _styles.Add(style);
        }

        return at;
    }

    public void Write(XmlWriter xml)
    {
        var formats = _styles.ConvertAll(style => FormatOf(style.Format));
        xml.WriteStartElement("styleSheet", Ooxml.Sheets);
        if (_formats.Count > 0)
        {
            Open(xml, "numFmts", _formats.Count);
            foreach (var (at, format) in _formats.Index())
            {
                xml.WriteStartElement("numFmt", Ooxml.Sheets);
                Number(xml, "numFmtId", FirstFormat + at);
                xml.WriteAttributeString("formatCode", format);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteRaw(Basics);
        Open(xml, "cellXfs", _styles.Count);
        foreach (var (at, style) in _styles.Index())
        {
            WriteStyle(xml, style, formats[at]);
        }

        xml.WriteEndElement();
        xml.WriteRaw("""<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/>""");
        xml.WriteEndElement();
    }

    private static void WriteStyle(XmlWriter xml, CellStyle style, int format)
    {
        var (font, fill, border) = Looks[(int)style.Look];
        xml.WriteStartElement("xf", Ooxml.Sheets);
        Number(xml, "numFmtId", format);
        Number(xml, "fontId", font);
        Number(xml, "fillId", fill);
        Number(xml, "borderId", border);
        Number(xml, "xfId", 0);
        if (style.Quoted)
        {
            Number(xml, "quotePrefix", 1);
        }

        foreach (var applied in Applied)
        {
            Number(xml, applied, 1);
        }

        xml.WriteStartElement("alignment", Ooxml.Sheets);
        xml.WriteAttributeString("vertical", "top");
        Number(xml, "wrapText", style.Look is Look.Title or Look.Plain ? 0 : 1);
        xml.WriteEndElement();
        xml.WriteStartElement("protection", Ooxml.Sheets);
        Number(xml, "locked", style.Locked ? 1 : 0);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private int FormatOf(string format)
    {
        switch (format)
        {
            case "":
                return 0;
            case "#,##0":
                return 3;
            case "@":
                return 49;
        }

        var at = _formats.IndexOf(format);
        if (at < 0)
        {
            at = _formats.Count;
            _formats.Add(format);
        }

        return FirstFormat + at;
    }

    private static void Open(XmlWriter xml, string name, int count)
    {
        xml.WriteStartElement(name, Ooxml.Sheets);
        Number(xml, "count", count);
    }

    private static void Number(XmlWriter xml, string name, int value) =>
        xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

    private static string Basics { get; } = new StringBuilder()
        .Append("<fonts count=\"5\">")
        .Append(Font("", "FF000000", 11)).Append(Font("<b/>", "FF000000", 11)).Append(Font("<i/>", "FF595959", 10))
        .Append(Font("<b/>", "FF000000", 14)).Append(Font("<u/>", "FF0563C1", 11))
        .Append("</fonts><fills count=\"6\">")
        .Append("<fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>")
        .Append(Fill("FFFFF9E5")).Append(Fill("FFD9E1F2")).Append(Fill("FFF2F2F2")).Append(Fill("FFFCE4D6"))
        .Append("</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>")
        .AppendJoin("", ((string[])["left", "right", "top", "bottom"]).Select(
            side => $"<{side} style=\"thin\"><color rgb=\"FFBFBFBF\"/></{side}>"))
        .Append("<diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/>")
        .Append("</cellStyleXfs>").ToString();

    private static string Font(string kind, string colour, int size) =>
        $"<font>{kind}<sz val=\"{size}\"/><color rgb=\"{colour}\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font>";

    private static string Fill(string colour) =>
        $"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>";
}
