using VksServerless.Forms;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Reading;

/// <param name="Place">Of the header's cell.</param>
internal sealed record TableHeader(Column Column, NamedPlace Place)
{
    public NamedPlace At(int row) => Place with { Cell = Place.Cell with { Row = row } };
}

/// <summary>Finds the columns of a table. One that is lost, or stands under another's header, is named, never guessed.</summary>
internal sealed class TableHeaders(CellBook book, IReadOnlyList<IdentityRow> rows, Findings found)
{
    /// <returns>Null when a fault was noted.</returns>
    public IReadOnlyList<TableHeader>? Find(Field field, FieldType.Table table, string pointer)
    {
        var headers = new List<TableHeader>();
        foreach (var column in table.Columns)
        {
            var name = rows.FirstOrDefault(row => row.Kind == "column" && row.Key == $"{field.Code} {column.Code}")?.Name;
            if (name is null || book.Find(name) is not { } place)
            {
                found.Add(
                    pointer, "column-removed",
                    $"Cột \"{column.Label}\" của bảng \"{field.Label}\" không còn trong tệp. "
                    + "Hãy tải lại mẫu, chép số liệu sang rồi tải lên.");
                continue;
            }

            var header = new TableHeader(column, place);
            if (!IsCalled(header) || headers.Any(other => other.Place == place))
            {
                found.Add(
                    pointer, found.Stands($"{pointer}/-/{column.Code}", place), "column-renamed",
                    $"Tiêu đề ô {place.Cell} đáng lẽ là \"{CellWords.HeaderOf(column)}\". Có thể cột bị chép đè hoặc tiêu đề bị sửa: "
                    + "hãy ghi lại đúng tiêu đề và kiểm tra số liệu bên dưới, hoặc tải lại mẫu.");
            }

            headers.Add(header);
        }

        if (headers.Count == table.Columns.Count && headers.Any(header => !IsBeside(header, headers[0])))
        {
            found.Add(
                pointer, "header-moved",
                $"Các tiêu đề của bảng \"{field.Label}\" không còn trên cùng một dòng. Hãy tải lại mẫu, chép số liệu sang.");
        }

        return found.Faults.Any(fault => fault.Pointer == pointer) ? null : headers;
    }

    private bool IsCalled(TableHeader header) => book[header.Place.Sheet, header.Place.Cell] is Cell.Text text
        && Search.Plain(text.Value) == Search.Plain(CellWords.HeaderOf(header.Column));

    private static bool IsBeside(TableHeader one, TableHeader other) =>
        one.Place.Sheet == other.Place.Sheet && one.Place.Cell.Row == other.Place.Cell.Row;
}
