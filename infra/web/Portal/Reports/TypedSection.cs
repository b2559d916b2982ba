using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;

namespace VksServerless.Web.Portal.Reports;

/// <summary>
/// What was typed into the fields of a section: as it was typed, to be shown again, and as the answers that the use cases take.
/// </summary>
internal sealed class TypedSection
{
    private const int MostRows = 2000;

    private readonly IFormCollection _posted;
    private readonly Dictionary<FieldCode, JsonNode?> _answers = [];
    private readonly List<FieldError> _errors = [];

    public TypedSection(IEnumerable<Field> fields, IFormCollection posted)
    {
        _posted = posted;
        foreach (var field in fields.Where(field => !field.IsDerived && posted.ContainsKey(FormNames.Before(field.Code))))
        {
            Read(field);
        }
    }

    /// <summary>By field what it is answered with; null: it is left blank. Fields that could not be read are not in it.</summary>
    public IReadOnlyDictionary<FieldCode, JsonNode?> Answers => _answers;

    /// <summary>What could not be read, each at the place that the use cases would name.</summary>
    public IReadOnlyList<FieldError> Errors => _errors;

    public IReadOnlyDictionary<string, string> Explanations => _posted
        .Where(part => part.Key.StartsWith("e.", StringComparison.Ordinal))
        .ToDictionary(part => part.Key[2..], part => Text(part.Key));

    /// <summary>How the answer stood when the page was made.</summary>
    public string Before(FieldCode field) => _posted[FormNames.Before(field)].ToString();

    /// <summary>Exactly what was typed.</summary>
    public string Text(string name) => _posted[name].ToString().Replace("\r\n", "\n", StringComparison.Ordinal);

    public bool Has(FieldCode field) => _posted.ContainsKey(FormNames.Before(field));

    public int RowsOf(FieldCode field) =>
        int.TryParse(_posted[FormNames.Rows(field)], NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            ? Math.Min(rows, MostRows)
            : 0;

    private void Read(Field field)
    {
        var place = $"/answers/{field.Code}";
        var errors = _errors.Count;
        JsonNode? answer = field switch
        {
            { MayNotApply: true } when _posted[FormNames.Of(field.Code)].Contains(FormNames.NotApplicable) =>
                new JsonObject { ["notApplicable"] = true },
            { Type: FieldType.Table table } => Rows(field, table, place),
            { Type: FieldType.Attachment } => Files(field),
            _ => Value(field.Type, Text(FormNames.Of(field.Code)), place),
        };
        if (_errors.Count == errors)
        {
            _answers[field.Code] = answer;
        }
    }

    /// <summary>The files that stay; what is uploaded beside them joins later.</summary>
    private JsonArray Files(Field field)
    {
        var removed = _posted[FormNames.RemovedFile(field.Code)];
        return [.. _posted[FormNames.Of(field.Code)].Where(id => !removed.Contains(id)).Select(id => JsonValue.Create(id))];
    }

    private JsonArray Rows(Field field, FieldType.Table table, string place)
    {
        var removed = _posted[FormNames.RemovedRow(field.Code)];
        var rows = new JsonArray();
        foreach (var row in Enumerable.Range(0, RowsOf(field.Code)))
        {
            // A row that is removed or blank keeps its place, so that a fault of a later row is shown there.
            var cells = new JsonObject();
            foreach (var column in removed.Contains(row.ToString(CultureInfo.InvariantCulture)) ? [] : table.Columns)
            {
                var name = FormNames.Cell(field.Code, row, column.Code);
                if (Value(column.Type, Text(name), $"{place}/{row}/{column.Code}") is { } value)
                {
                    cells[column.Code] = value;
                }
            }

            rows.Add(cells);
        }

        while (rows is [.., JsonObject { Count: 0 }])
        {
            rows.RemoveAt(rows.Count - 1);
        }

        return rows;
    }

    private JsonValue? Value(FieldType type, string typed, string place)
    {
        switch (type)
        {
            case { Bounds: { } bounds }:
                var number = TypedNumber.Read(typed, bounds);
                return number.Refusal is { } unreadable ? Wrong(place, unreadable.Detail)
                    : number.Value is { } exact ? JsonValue.Create(Exact.Normalise(exact)) : null;
            case FieldType.YesNo:
                return typed switch { "yes" => JsonValue.Create(true), "no" => JsonValue.Create(false), _ => null };
            case FieldType.Date:
                return typed.Trim().Length == 0 ? null
                    : TypedDay.TryRead(typed, out var day) ? JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                    : Wrong(place, "Ghi ngày theo dạng ngày/tháng/năm, ví dụ 20/07/2026.");
            default:
                return typed.Length == 0 ? null : JsonValue.Create(typed);
        }
    }

    private JsonValue? Wrong(string place, string message)
    {
        _errors.Add(new FieldError(place, "unreadable", message));
        return null;
    }
}
