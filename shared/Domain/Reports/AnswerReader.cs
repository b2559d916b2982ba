using System.Globalization;
using System.Text.Json;
using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>Reads one answer against its type.</summary>
internal sealed class AnswerReader(Faults faults)
{
    private const int MostNamed = 30;
    private readonly NumberReader _numbers = new(faults);
    private readonly WordsReader _words = new(faults);

    /// <summary>Null when it is blank, or when something is wrong with it, which has then been noted.</summary>
    public Answer? Read(Field field, JsonElement value, string place) =>
        value.ValueKind == JsonValueKind.Object ? NotApplicable(field, value, place) : Read(field.Type, value, place);

    private Answer? Read(FieldType type, JsonElement value, string place) => type switch
    {
        _ when value.ValueKind == JsonValueKind.Null => null,
        { Bounds: { } bounds } => _numbers.Read(value, bounds, place) is { } number ? new Answer.Number(number) : null,
        FieldType.YesNo => value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? new Answer.YesNo(value.GetBoolean())
            : faults.Add<Answer>(place, "wrong-type", "Trả lời true (có) hoặc false (không)."),
        FieldType.Choice choice => Choice(value, choice, place),
        FieldType.Date => _words.Read(value, 10, place) is { } text ? Day(text, place) : null,
        FieldType.Narrative narrative =>
            _words.Read(value, narrative.MaxLength, place) is { Length: > 0 } text ? new Answer.Words(text) : null,
        FieldType.Text line => _words.Read(value, line.MaxLength, place) is { Length: > 0 } text ? new Answer.Words(text) : null,
        FieldType.Attachment files => Files(value, files, place),
        FieldType.Table table => Rows(value, table, place),
        _ => throw new InvalidOperationException($"A kind of field that nobody reads: {type}"),
    };

    private Answer.NotApplicable? NotApplicable(Field field, JsonElement value, string place)
    {
        if (value.EnumerateObject().Take(2).ToList() is not [{ Name: ReportJson.NotApplicable, Value.ValueKind: JsonValueKind.True }])
        {
            return faults.Add<Answer.NotApplicable>(
                place, "wrong-type", "Trả lời bằng giá trị của chỉ tiêu, hoặc { \"notApplicable\": true } khi không áp dụng.");
        }

        return field.MayNotApply
            ? new Answer.NotApplicable()
            : faults.Add<Answer.NotApplicable>(
                place, "must-apply", "Chỉ tiêu này áp dụng cho mọi đơn vị được hỏi; nếu không có thì ghi 0.");
    }

    private Answer.Rows? Rows(JsonElement value, FieldType.Table table, string place)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return faults.Add<Answer.Rows>(
                place, "wrong-type", "Bảng kê là một mảng các dòng, mỗi dòng là một đối tượng { cột: giá trị }.");
        }

        if (value.GetArrayLength() > table.MaxRows)
        {
            return faults.Add<Answer.Rows>(place, "too-many", $"Bảng kê có tối đa {table.MaxRows} dòng.");
        }

        var columns = table.Columns.ToDictionary(column => column.Code);
        var rows = value.EnumerateArray().Index().Select(row => Row(row.Item, columns, $"{place}/{row.Index}")).Where(row => row.Count > 0)
            .ToList();
        return rows.Count == 0 ? null : new Answer.Rows(rows);
    }

    private SortedDictionary<string, Answer> Row(JsonElement sent, Dictionary<string, Column> columns, string place)
    {
        var row = new SortedDictionary<string, Answer>(StringComparer.Ordinal);
        if (sent.ValueKind != JsonValueKind.Object)
        {
            faults.Add(place, "wrong-type", "Mỗi dòng là một đối tượng { cột: giá trị }.");
            return row;
        }

        foreach (var cell in sent.EnumerateObject())
        {
            var at = $"{place}/{Faults.Escape(cell.Name)}";
            if (!columns.TryGetValue(cell.Name, out var column))
            {
                faults.Add(at, "unknown-column", "Bảng kê không có cột này.");
            }
            else if (Read(column.Type, cell.Value, at) is { } answer)
            {
                row[column.Code] = answer;
            }
        }

        return row;
    }

    private Answer.Choice? Choice(JsonElement value, FieldType.Choice choice, string place)
    {
        if (value.ValueKind == JsonValueKind.String
            && choice.Options.FirstOrDefault(option => value.ValueEquals(option.Code)) is { } option)
        {
            return new Answer.Choice(option.Code);
        }

        return faults.Add<Answer.Choice>(
            place, "not-an-option",
            $"Chọn một trong: {string.Join(", ", choice.Options.Take(MostNamed).Select(option => $"{option.Code} ({option.Label})"))}.");
    }

    private Answer.Day? Day(string text, string place) => text.Length == 0
        ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1945 and <= 2200
            ? new Answer.Day(day)
            : faults.Add<Answer.Day>(place, "wrong-type", "Nhập ngày theo dạng 2018-07-20.");

    private Answer.Files? Files(JsonElement value, FieldType.Attachment field, string place)
    {
        var ids = value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Take(field.MaxFiles + 1)
                .Select(id => id.ValueKind == JsonValueKind.String ? WordsReader.Plain(id) : null).ToList()
            : [null];
        if (ids.Contains(null) || ids.Count > field.MaxFiles || ids.Distinct().Count() != ids.Count)
        {
            return faults.Add<Answer.Files>(place, "wrong-type", $"Nêu mã của tối đa {field.MaxFiles} tệp đã đính kèm, mỗi tệp một lần.");
        }

        return ids.Count == 0 ? null : new Answer.Files([.. ids.Select(id => id!)]);
    }
}
