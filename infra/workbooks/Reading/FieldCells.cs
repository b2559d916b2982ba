using System.Text.Json.Nodes;
using VksServerless.Forms;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Reading;

/// <summary>Reads the cells of single fields.</summary>
internal sealed class FieldCells(CellBook book, IReadOnlyList<IdentityRow> rows, Findings found)
{
    private readonly CellAnswers _cells = new(book.CountsFrom1904);

    /// <summary>By sheet the column that repeats whose answer each row holds.</summary>
    private readonly Dictionary<string, int> _keys = rows.Where(row => row.Kind == "keys").Select(row => book.Find(row.Name))
        .OfType<NamedPlace>().DistinctBy(place => place.Sheet, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(place => place.Sheet, place => place.Cell.Column, StringComparer.OrdinalIgnoreCase);

    public void Read(Field field, string name, JsonObject answers)
    {
        var code = field.Code.ToString();
        var pointer = $"/answers/{code}";
        if (book.Find(name) is not { } place)
        {
            found.Add(
                pointer, "cell-removed",
                $"Ô trả lời \"{field.Label}\" không còn trong tệp. Hãy tải lại mẫu, chép số liệu sang rồi tải lên.");
            return;
        }

        found.Stands(pointer, place);
        if (KeyOf(place) != code)
        {
            found.Add(
                pointer, "row-moved",
                $"Dòng của \"{field.Label}\" đã bị sắp xếp lại hoặc ô trả lời bị chuyển chỗ nên không chắc số liệu là của chỉ tiêu nào. "
                + "Hãy tải lại mẫu, chép số liệu sang rồi tải lên.");
        }
        else if (book.Sheet(place.Sheet).Merged.Any(merged => merged.First != place.Cell && merged.Contains(place.Cell)))
        {
            found.Add(pointer, "cell-merged", $"Ô trả lời \"{field.Label}\" đã bị gộp với ô khác. Hãy bỏ gộp ô rồi nhập lại.");
        }
        else
        {
            var read = _cells.Read(book[place.Sheet, place.Cell], field.Type, field.MayNotApply, isColumn: false);
            if (read.Rule is not null)
            {
                found.Add(pointer, read.Rule, read.Message);
            }
            else
            {
                answers[code] = read.Value;
            }
        }
    }

    private string KeyOf(NamedPlace place) =>
        _keys.TryGetValue(place.Sheet, out var column)
            && book[place.Sheet, new CellReference(place.Cell.Row, column)] is Cell.Text key ? key.Value : "";
}
