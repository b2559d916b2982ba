using System.Xml;
using VksServerless.Workbooks.Layout;
using VksServerless.Workbooks.Packages;

namespace VksServerless.Workbooks.Writing;

/// <summary>The defined names of a workbook.</summary>
internal sealed class DefinedNames
{
    private readonly List<(string Name, string Place, int? Sheet)> _names = [];

    public void Add(string name, string sheet, CellReference cell) =>
        _names.Add((name, $"{SheetNames.Quoted(sheet)}!{cell.Absolute}", null));

    public void Add(string name, string sheet, CellReference first, CellReference last) =>
        _names.Add((name, $"{SheetNames.Quoted(sheet)}!{first.Absolute}:{last.Absolute}", null));

    /// <param name="index">Of the sheet, from 0.</param>
    /// <param name="rows">E.g. $3:$3.</param>
    public void AddPrintTitles(int index, string sheet, string rows) =>
        _names.Add(("_xlnm.Print_Titles", $"{SheetNames.Quoted(sheet)}!{rows}", index));

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("definedNames", Ooxml.Sheets);
        foreach (var (name, place, sheet) in _names.OrderBy(name => name.Name, StringComparer.Ordinal).ThenBy(name => name.Sheet))
        {
            xml.WriteStartElement("definedName", Ooxml.Sheets);
            xml.WriteAttributeString("name", name);
            if (sheet is { } index)
            {
                xml.WriteAttributeString("localSheetId", index.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            xml.WriteString(place);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
