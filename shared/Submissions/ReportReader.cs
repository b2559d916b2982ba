using System.Globalization;
using System.Text.Json;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Submissions;

/// <summary>
/// Reads what a unit sent, <c>{ "answers": { field: value }, "adjustments": [ { field, amount, reason } ] }</c>, against
/// the sections that it answers, and gathers every fault at its place. A blank (null or empty text) is left out.
/// </summary>
public sealed class ReportReader
{
    private readonly Form _form;
    private readonly Dictionary<string, Field> _asked;
    private readonly SortedDictionary<string, Answer> _answers = new(StringComparer.Ordinal);
    private readonly Faults _faults = new();
    private readonly NumberReader _numbers;
    private readonly WordsReader _words;
    private readonly AdjustmentReader _adjustments;

    public ReportReader(Form form, UnitCode unit, UnitLevel level, bool consolidates)
    {
        _form = form;
        _asked = form.For(unit, level).SelectMany(section => section.Fields).ToDictionary(field => field.Code);
        (_numbers, _words, _adjustments) = (new NumberReader(_faults), new WordsReader(_faults), new AdjustmentReader(form, consolidates, _faults));
    }

    /// <summary>The answers that could be read, whatever the others were.</summary>
    public Answers Readable => new(_answers);

    /// <summary>Types, bounds and lengths are held; what is required may still be missing (a draft).</summary>
    public Outcome<ReportContent> Read(JsonElement sent)
    {
        if (sent.ValueKind != JsonValueKind.Object)
        {
            return ReportRefusals.Malformed("Nội dung phải là một đối tượng JSON có \"answers\".");
        }

        IReadOnlyList<Adjustment> adjustments = [];
        foreach (var part in sent.EnumerateObject())
        {
            switch (part.Name)
            {
                case "answers" when part.Value.ValueKind == JsonValueKind.Object:
                    ReadAnswers(part.Value);
                    break;
                case "adjustments" when part.Value.ValueKind == JsonValueKind.Array:
                    adjustments = _adjustments.Read(part.Value);
                    break;
                case "answers" or "adjustments":
                    _faults.Add($"/{part.Name}", "wrong-type", "answers là một đối tượng { chỉ tiêu: giá trị }, adjustments là một mảng.");
                    break;
                default:
                    _faults.Add($"/{Escape(part.Name)}", "unknown-property", "Không có phần này trong báo cáo; báo cáo gồm answers và adjustments.");
                    break;
            }
        }

        return _faults.All.Count > 0
            ? ReportRefusals.Invalid(_faults.All)
            : new ReportContent(Readable, adjustments);
    }

    /// <summary>Every required field that this unit is asked and that has no answer.</summary>
    public IReadOnlyList<FieldError> Missing(Answers answers) =>
    [
        .. _asked.Values
            .Where(field => field.Required && answers[field.Code] is null)
            .Select(field => new FieldError($"/answers/{field.Code}", "required", $"\"{field.Label}\" là bắt buộc.")),
    ];

    private void ReadAnswers(JsonElement sent)
    {
        foreach (var part in sent.EnumerateObject())
        {
            var place = $"/answers/{Escape(part.Name)}";
            if (!_asked.TryGetValue(part.Name, out var field))
            {
                var (rule, message) = _form.Find(part.Name) is null
                    ? ("unknown-field", "Biểu mẫu không có chỉ tiêu này.")
                    : ("not-asked", "Chỉ tiêu này không dành cho đơn vị của bạn.");
                _faults.Add(place, rule, message);
            }
            else if (part.Value.ValueKind != JsonValueKind.Null && AnswerOf(field, part.Value, place) is { } answer)
            {
                _answers[field.Code] = answer;
            }
        }
    }

    private Answer? AnswerOf(Field field, JsonElement value, string place) => field.Type switch
    {
        { Bounds: { } bounds } => _numbers.Read(value, bounds, place) is { } number ? new Answer.Number(number) : null,
        FieldType.YesNo => value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? new Answer.YesNo(value.GetBoolean())
            : _faults.Add<Answer>(place, "wrong-type", "Trả lời true (có) hoặc false (không)."),
        FieldType.Choice choice => Choice(value, choice, place),
        FieldType.Date => _words.Read(value, 10, place) is { } text ? Day(text, place) : null,
        FieldType.Narrative narrative => _words.Read(value, narrative.MaxLength, place) is { Length: > 0 } text ? new Answer.Words(text) : null,
        FieldType.Text line => _words.Read(value, line.MaxLength, place) is { Length: > 0 } text ? new Answer.Words(text) : null,
        FieldType.Attachment files => Files(value, files, place),
        _ => throw new InvalidOperationException($"A kind of field that nobody reads: {field.Type}"),
    };

    private Answer.Choice? Choice(JsonElement value, FieldType.Choice choice, string place)
    {
        if (value.ValueKind == JsonValueKind.String && choice.Options.FirstOrDefault(option => value.ValueEquals(option.Code)) is { } option)
        {
            return new Answer.Choice(option.Code);
        }

        return _faults.Add<Answer.Choice>(place, "not-an-option", $"Chọn một trong: {string.Join(", ", choice.Options.Select(option => $"{option.Code} ({option.Label})"))}.");
    }

    private Answer.Day? Day(string text, string place) => text.Length == 0
        ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1945 and <= 2200
            ? new Answer.Day(day)
            : _faults.Add<Answer.Day>(place, "wrong-type", "Nhập ngày theo dạng 2018-07-20.");

    private Answer.Files? Files(JsonElement value, FieldType.Attachment field, string place)
    {
        var ids = value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Take(field.MaxFiles + 1).Select(id => id.ValueKind == JsonValueKind.String ? WordsReader.Plain(id) : null).ToList()
            : [null];
        if (ids.Contains(null) || ids.Count > field.MaxFiles || ids.Distinct().Count() != ids.Count)
        {
            return _faults.Add<Answer.Files>(place, "wrong-type", $"Nêu mã của tối đa {field.MaxFiles} tệp đã đính kèm, mỗi tệp một lần.");
        }

        return ids.Count == 0 ? null : new Answer.Files([.. ids.Select(id => id!)]);
    }

    private static string Escape(string name) =>
        (name.Length > 80 ? name[..80] : name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
