using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace VksServerless.EndToEnd.Reports;

/// <summary>A unit's workbook in the hands of a person.</summary>
internal sealed class AWorkbook(byte[] bytes)
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public byte[] Bytes => bytes;

    public IReadOnlyList<string> Sheets
    {
        get
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
            return [.. document.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!)];
        }
    }

    /// <summary>With this text typed into a field's cell.</summary>
    public AWorkbook With(string field, string text)
    {
        using var held = new MemoryStream();
        held.Write(bytes);
        using (var document = SpreadsheetDocument.Open(held, isEditable: true))
        {
            var cell = CellOf(document.WorkbookPart!, field);
            cell.DataType = CellValues.InlineString;
            cell.CellValue = null;
            cell.InlineString = new InlineString(new Text(text));
        }

        return new AWorkbook(held.ToArray());
    }

    public HttpContent Content()
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new(MediaType);
        return content;
    }

    private static Cell CellOf(WorkbookPart workbook, string field)
    {
        var place = workbook.Workbook!.DefinedNames!.Elements<DefinedName>().Single(name => name.Name == $"vks_a__{field}").Text.Split('!');
        var sheet = workbook.Workbook.Descendants<Sheet>().Single(one => one.Name == place[0].Trim('\''));
        var part = (WorksheetPart)workbook.GetPartById(sheet.Id!.Value!);
        return part.Worksheet!.Descendants<Cell>().Single(
            one => one.CellReference == place[1].Replace("$", "", StringComparison.Ordinal));
    }
}
