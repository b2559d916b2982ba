using System.Text.Json.Nodes;
using VksServerless.Forms;

namespace VksServerless.Workbooks.Reading;

/// <summary>Reads the cells in which unusual values are explained: one text for every query that has its place there.</summary>
internal sealed class ExplanationReading(CellBook book, IReadOnlyList<IdentityRow> rows, Findings found)
{
    private static readonly FieldType Text = new FieldType.Narrative();

    private readonly CellAnswers _cells = new(book.CountsFrom1904);

    public JsonArray Read(Form form)
    {
        var queries = form.Rules.Where(rule => rule.Severity == Severity.Query).Select(rule => rule.Code).ToHashSet(StringComparer.Ordinal);
        var given = new JsonArray();
        foreach (var row in rows.Where(row => row.Kind == "explanation"))
        {
            foreach (var rule in row.Key.Split(' ').Where(queries.Remove))
            {
                Read(row.Name, rule, given);
            }
        }

        return given;
    }

    private void Read(string name, string rule, JsonArray given)
    {
        var pointer = $"/explanations/{rule}";
        if (book.Find(name) is not { } place)
        {
            found.Add(pointer, "cell-removed", "Ô giải trình không còn trong tệp. Hãy tải lại mẫu, hoặc giải trình trên trang báo cáo.");
            return;
        }

        found.Stands(pointer, place);
        var answer = _cells.Read(book[place.Sheet, place.Cell], Text, mayNotApply: false, isColumn: false);
        if (answer.Rule is not null)
        {
            found.Add(pointer, answer.Rule, answer.Message);
        }
        else if (answer.Value is not null)
        {
            found.Stands($"/explanations/{given.Count}", place);
            given.Add(new JsonObject { ["rule"] = rule, ["text"] = answer.Value });
        }
    }
}
