using System.Text.Json.Nodes;
using VksServerless.Forms;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Reading;

/// <summary>Reads tables: whatever stands below the headers, wherever these have been moved.</summary>
internal sealed class TableCells(CellBook book, IReadOnlyList<IdentityRow> rows, Findings found)
{
    private readonly CellAnswers _cells = new(book.CountsFrom1904);
    private readonly TableHeaders _headers = new(book, rows, found);

    /// <param name="name">Of the cell that says that the table does not apply; empty: there is none.</param>
    public void Read(Field field, string name, JsonObject answers)
    {
        var (table, pointer) = ((FieldType.Table)field.Type, $"/answers/{field.Code}");
        if (_headers.Find(field, table, pointer) is not { } headers)
        {
            return;
        }

        found.Stands(pointer, headers[0].Place);
        var all = RowsOf(headers, table, pointer);
        if (NotApplicable(field, name, pointer) is { } none)
        {
            if (all.Count > 0)
            {
                found.Add(pointer, found.Places[$"{pointer}/not-applicable"], "rows-and-not-applicable",
                    $"Bảng \"{field.Label}\" vừa ghi \"{CellWords.NotApplicable}\" vừa có dòng. Hãy bỏ một trong hai.");
            }
            else
            {
                answers[field.Code.ToString()] = none;
            }
        }
        else
        {
            answers[field.Code.ToString()] = all;
        }
    }

    private JsonArray RowsOf(IReadOnlyList<TableHeader> headers, FieldType.Table table, string pointer)
    {
        var (sheet, all) = (headers[0].Place.Sheet, new JsonArray());
        var cells = new MergedRows(book.Sheet(sheet), headers);
        foreach (var row in book.Sheet(sheet).Rows.Where(row => row > headers[0].Place.Cell.Row))
        {
            if (all.Count > table.MaxRows)
            {
                break;
            }

            if (headers.Any(header => book[sheet, header.At(row).Cell] is not Cell.Blank))
            {
                all.Add(RowOf(headers, cells, row, $"{pointer}/{all.Count}"));
            }
        }

        return all;
    }

    private JsonObject RowOf(IReadOnlyList<TableHeader> headers, MergedRows merged, int row, string pointer)
    {
        var read = new JsonObject();
        found.Stands(pointer, headers[0].At(row));
        foreach (var header in headers)
        {
            var at = $"{pointer}/{header.Column.Code}";
            found.Stands(at, header.At(row));
            var cell = book[header.Place.Sheet, merged.SourceOf(header.At(row).Cell)];
            var answer = _cells.Read(cell, header.Column.Type, mayNotApply: false, isColumn: true);
            if (answer.Rule is not null)
            {
                found.Add(at, answer.Rule, answer.Message);
            }
            else if (answer.Value is not null)
            {
                read[header.Column.Code] = answer.Value;
            }
        }

        return read;
    }

    private JsonNode? NotApplicable(Field field, string name, string pointer)
    {
        if (name.Length == 0 || book.Find(name) is not { } place)
        {
            return null;
        }

        var at = $"{pointer}/not-applicable";
        found.Stands(at, place);
        var answer = _cells.Read(book[place.Sheet, place.Cell], field.Type, mayNotApply: true, isColumn: false);
        if (answer.Rule is not null)
        {
            found.Add(pointer, found.Places[at], answer.Rule, answer.Message);
        }

        return answer.Value;
    }
}
