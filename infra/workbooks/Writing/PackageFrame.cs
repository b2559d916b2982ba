using System.Globalization;
using System.Xml;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Writing;

/// <summary>The parts that hold a package together.</summary>
internal static class PackageFrame
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string StylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    /// <param name="at">From 0.</param>
    public static string PathOf(int at) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{at + 1}.xml");

    public static void WriteTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", Ooxml.ContentTypes);
        Type(xml, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Type(xml, "Default", "Extension", "xml", "application/xml");
        Type(xml, "Override", "PartName", "/xl/workbook.xml", MainType);
        Type(xml, "Override", "PartName", "/xl/styles.xml", StylesType);
        for (var at = 0; at < sheets; at++)
        {
            Type(xml, "Override", "PartName", $"/{PathOf(at)}", Ooxml.SheetType);
        }

        xml.WriteEndElement();
    }

    public static void WriteRoot(XmlWriter xml)
    {
        xml.WriteStartElement("Relationships", Ooxml.PackageRelations);
        Relation(xml, "rId1", "officeDocument", "xl/workbook.xml");
        xml.WriteEndElement();
    }

    public static void WriteRelations(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Relationships", Ooxml.PackageRelations);
        for (var at = 0; at < sheets; at++)
        {
            Relation(xml, IdOf(at), "worksheet", PathOf(at)["xl/".Length..]);
        }

        Relation(xml, IdOf(sheets), "styles", "styles.xml");
        xml.WriteEndElement();
    }

    public static void WriteWorkbook(XmlWriter xml, IReadOnlyList<ISheet> sheets, DefinedNames names)
    {
        xml.WriteStartElement("workbook", Ooxml.Sheets);
        xml.WriteAttributeString("xmlns", "r", null, Ooxml.Relations);
        xml.WriteRaw("<bookViews><workbookView activeTab=\"0\"/></bookViews>");
        xml.WriteStartElement("sheets", Ooxml.Sheets);
        foreach (var (at, sheet) in sheets.Index())
        {
            xml.WriteStartElement("sheet", Ooxml.Sheets);
            xml.WriteAttributeString("name", sheet.Name);
            xml.WriteAttributeString("sheetId", (at + 1).ToString(CultureInfo.InvariantCulture));
            if (sheet.Visibility is not Visibility.Visible)
            {
                xml.WriteAttributeString("state", sheet.Visibility is Visibility.Hidden ? "hidden" : "veryHidden");
            }

            xml.WriteAttributeString("r", "id", Ooxml.Relations, IdOf(at));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        names.Write(xml);
        xml.WriteRaw("<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/>");
        xml.WriteEndElement();
    }

    private static string IdOf(int at) => string.Create(CultureInfo.InvariantCulture, $"rId{at + 1}");

    private static void Type(XmlWriter xml, string kind, string key, string of, string type)
    {
        xml.WriteStartElement(kind, Ooxml.ContentTypes);
        xml.WriteAttributeString(key, of);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    private static void Relation(XmlWriter xml, string id, string type, string target)
    {
        xml.WriteStartElement("Relationship", Ooxml.PackageRelations);
        xml.WriteAttributeString("Id", id);
        xml.WriteAttributeString("Type", $"{Ooxml.Relations}/{type}");
        xml.WriteAttributeString("Target", target);
        xml.WriteEndElement();
    }
}
