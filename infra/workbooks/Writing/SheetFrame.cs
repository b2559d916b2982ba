using System.Globalization;
using System.Xml;
using VksServerless.Workbooks.Layout;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Writing;

/// <summary>What stands before and after the rows of a sheet.</summary>
internal static class SheetFrame
{
    public static void WriteHead(XmlWriter xml, SheetSetup setup, bool isFirst)
    {
        xml.WriteStartElement("sheetViews", Ooxml.Sheets);
        xml.WriteStartElement("sheetView", Ooxml.Sheets);
        xml.WriteAttributeString("showGridLines", "0");
        if (isFirst)
        {
            xml.WriteAttributeString("tabSelected", "1");
        }

        xml.WriteAttributeString("workbookViewId", "0");
        if (setup.Frozen is { } frozen)
        {
            WritePane(xml, frozen);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("cols", Ooxml.Sheets);
        foreach (var (at, width) in setup.Widths.Index())
        {
            xml.WriteStartElement("col", Ooxml.Sheets);
            Number(xml, "min", at + 1);
            Number(xml, "max", at + 1);
            xml.WriteAttributeString("width", width.ToString(CultureInfo.InvariantCulture));
            if (setup.HiddenColumn == at + 1)
            {
                Number(xml, "hidden", 1);
            }

            Number(xml, "customWidth", 1);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    public static void WriteTail(
        XmlWriter xml, SheetSetup setup, IReadOnlyList<Validation> validations, IReadOnlyList<(string Cell, string Location)> links)
    {
        WriteProtection(xml, setup);
        if (setup.Filter is not null)
        {
            xml.WriteStartElement("autoFilter", Ooxml.Sheets);
            xml.WriteAttributeString("ref", setup.Filter);
            xml.WriteEndElement();
        }

        ValidationPart.Write(xml, validations);
        if (links.Count > 0)
        {
            xml.WriteStartElement("hyperlinks", Ooxml.Sheets);
            foreach (var (cell, location) in links)
            {
                xml.WriteStartElement("hyperlink", Ooxml.Sheets);
                xml.WriteAttributeString("ref", cell);
                xml.WriteAttributeString("location", location);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteRaw("<pageMargins left=\"0.6\" right=\"0.4\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>");
        xml.WriteRaw($"<pageSetup paperSize=\"9\" orientation=\"{(setup.Landscape ? "landscape" : "portrait")}\" fitToHeight=\"0\"/>");
        xml.WriteRaw("<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P/&amp;N</oddFooter></headerFooter>");
    }

    private static void WritePane(XmlWriter xml, CellReference frozen)
    {
        var pane = (frozen.Column > 1, frozen.Row > 1) switch
        {
            (true, true) => "bottomRight",
            (true, false) => "topRight",
            _ => "bottomLeft",
        };
        xml.WriteStartElement("pane", Ooxml.Sheets);
        if (frozen.Column > 1)
        {
            Number(xml, "xSplit", frozen.Column - 1);
        }

        if (frozen.Row > 1)
        {
            Number(xml, "ySplit", frozen.Row - 1);
        }

        xml.WriteAttributeString("topLeftCell", frozen.ToString());
        xml.WriteAttributeString("activePane", pane);
        xml.WriteAttributeString("state", "frozen");
        xml.WriteEndElement();
    }

    /// <summary>The attributes say what is forbidden.</summary>
    private static void WriteProtection(XmlWriter xml, SheetSetup setup)
    {
        xml.WriteStartElement("sheetProtection", Ooxml.Sheets);
        Number(xml, "sheet", 1);
        foreach (var allowed in (ReadOnlySpan<string>)["formatCells", "formatColumns", "formatRows"])
        {
            Number(xml, allowed, 0);
        }

        if (setup.HasFreeRows)
        {
            Number(xml, "insertRows", 0);
            Number(xml, "sort", 0);
        }

        Number(xml, "autoFilter", 0);
        xml.WriteEndElement();
    }

    private static void Number(XmlWriter xml, string name, int value) =>
        xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
}
