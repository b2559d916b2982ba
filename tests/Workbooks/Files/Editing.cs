using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace VksServerless.Workbooks.Tests.Files;

/// <summary>What people do to a workbook.</summary>
internal static class Editing
{
    private static readonly XNamespace Main = AFile.Main;

    public static XElement Cell(this AFile file, string sheet, string cell)
    {
        var data = file.Sheet(sheet).Element(Main + "sheetData")!;
        var number = string.Concat(cell.Where(char.IsAsciiDigit));
        var row = data.Elements().FirstOrDefault(known => known.Attribute("r")!.Value == number);
        if (row is null)
        {
            data.Add(row = new XElement(Main + "row", new XAttribute("r", number)));
        }

        var found = row.Elements().FirstOrDefault(known => known.Attribute("r")!.Value == cell);
        if (found is null)
        {
            row.Add(found = new XElement(Main + "c", new XAttribute("r", cell)));
        }

        return found;
    }

    public static void Type(this AFile file, (string Sheet, string Cell) at, string text) =>
        file.Fill(at, "inlineStr", new XElement(Main + "is", new XElement(Main + "t", text)));

    public static void TypeNumber(this AFile file, (string Sheet, string Cell) at, string number) =>
        file.Fill(at, null, new XElement(Main + "v", number));

    /// <param name="format">A format of the standard's, e.g. 14 for days and 10 for percentages.</param>
    public static void TypeNumber(this AFile file, (string Sheet, string Cell) at, string number, int format)
    {
        var styles = file.Xml("xl/styles.xml").Element(Main + "cellXfs")!;
        styles.Add(new XElement(Main + "xf", new XAttribute("numFmtId", format)));
        file.TypeNumber(at, number);
        file.Cell(at.Sheet, at.Cell).SetAttributeValue("s", styles.Elements().Count() - 1);
    }

    public static void Fill(this AFile file, (string Sheet, string Cell) at, string? type, params object[] content)
    {
        var cell = file.Cell(at.Sheet, at.Cell);
        cell.SetAttributeValue("t", type);
        cell.ReplaceNodes(content);
    }

    public static void Rename(this AFile file, string sheet, string name)
    {
        file.Workbook.Element(Main + "sheets")!.Elements().Single(known => known.Attribute("name")!.Value == sheet)
            .SetAttributeValue("name", name);
        foreach (var named in file.Workbook.Element(Main + "definedNames")!.Elements())
        {
            named.Value = named.Value.Replace(
                $"'{sheet}'!", $"'{name.Replace("'", "''", StringComparison.Ordinal)}'!", StringComparison.Ordinal);
        }
    }

    /// <summary>As a spreadsheet program does: cells and defined names move along.</summary>
    public static void InsertRow(this AFile file, string sheet, int at) =>
        file.Move(sheet, (row, column) => (row >= at ? row + 1 : row, column));

    public static void InsertColumn(this AFile file, string sheet, int at) =>
        file.Move(sheet, (row, column) => (row, column >= at ? column + 1 : column));

    public static void SwapColumns(this AFile file, string sheet, int one, int other) =>
        file.Move(sheet, (row, column) => (row, column == one ? other : column == other ? one : column));

    public static void Move(this AFile file, string sheet, Func<int, int, (int Row, int Column)> to)
    {
        foreach (var row in file.Sheet(sheet).Element(Main + "sheetData")!.Elements())
        {
            foreach (var cell in row.Elements())
            {
                cell.SetAttributeValue("r", Moved(cell.Attribute("r")!.Value, to));
            }

            row.SetAttributeValue("r", to(int.Parse(row.Attribute("r")!.Value, CultureInfo.InvariantCulture), 1).Row);
            row.ReplaceNodes(row.Elements().OrderBy(cell => Column(cell.Attribute("r")!.Value)).ToList());
        }

        foreach (var named in file.Workbook.Element(Main + "definedNames")!.Elements().Where(
            known => known.Attribute("localSheetId") is null && known.Value.StartsWith($"'{sheet}'!", StringComparison.Ordinal)))
        {
            var (head, cells) = (named.Value[..(named.Value.LastIndexOf('!') + 1)], named.Value[(named.Value.LastIndexOf('!') + 1)..]);
            named.Value = head + string.Join(':', cells.Split(':').Select(cell => Regex.Replace(
                Moved(cell.Replace("$", "", StringComparison.Ordinal), to), "([A-Z]+)([0-9]+)", "$$$1$$$2")));
        }
    }

    public static int Column(string cell) =>
        cell.TakeWhile(char.IsAsciiLetter).Aggregate(0, (sofar, letter) => (sofar * 26) + letter - 'A' + 1);

    public static int Row(string cell) => int.Parse(cell.SkipWhile(char.IsAsciiLetter).ToArray(), CultureInfo.InvariantCulture);

    public static string At(int row, int column) => new Layout.CellReference(row, column).ToString();

    private static string Moved(string cell, Func<int, int, (int Row, int Column)> to)
    {
        var (row, column) = to(Row(cell), Column(cell));
        return At(row, column);
    }
}
