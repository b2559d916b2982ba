using System.Globalization;
using System.Text;
using System.Text.Json;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Submissions;

/// <summary>
/// Reads what a unit sent, <c>{ "answers": { field: value }, "adjustments": [ { field, amount, reason } ] }</c>, against
/// the sections that it answers, and gathers every fault at its place. A blank (null or empty text) is left out.
/// </summary>
public sealed class ReportReader(Form form, UnitCode unit, UnitLevel level, bool consolidates)
{
    private const int MaxAdjustments = 200;
    private const int MaxReasonLength = 1000;
    private const int MostMarks = 30;
    private readonly Dictionary<string, Field> _asked = form.For(unit, level).SelectMany(section => section.Fields).ToDictionary(field => field.Code);
    private readonly List<FieldError> _errors = [];
    private readonly SortedDictionary<string, Answer> _answers = new(StringComparer.Ordinal);

    /// <summary>The answers that could be read, whatever the others were.</summary>
    public Answers Readable => new(_answers);

    /// <summary>Types, bounds and lengths are held; what is required may still be missing (a draft).</summary>
    public Outcome<ReportContent> Read(JsonElement sent)
    {
        if (sent.ValueKind != JsonValueKind.Object)
        {
            return ReportRefusals.Malformed("Nội dung phải là một đối tượng JSON có \"answers\".");
        }

        var adjustments = new List<Adjustment>();
        foreach (var part in sent.EnumerateObject())
        {
            switch (part.Name)
            {
                case "answers" when part.Value.ValueKind == JsonValueKind.Object:
                    ReadAnswers(part.Value);
                    break;
                case "adjustments" when part.Value.ValueKind == JsonValueKind.Array:
                    ReadAdjustments(part.Value, adjustments);
                    break;
                default:
                    Wrong($"/{Escape(part.Name)}", "unknown-property", "Không có phần này trong báo cáo.");
                    break;
            }
        }

        return _errors.Count > 0
            ? ReportRefusals.Invalid(_errors)
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
                var (rule, message) = form.Find(part.Name) is null
                    ? ("unknown-field", "Biểu mẫu không có chỉ tiêu này.")
                    : ("not-asked", "Chỉ tiêu này không dành cho đơn vị của bạn.");
                Wrong(place, rule, message);
            }
            else if (part.Value.ValueKind != JsonValueKind.Null && AnswerOf(field, part.Value, place) is { } answer)
            {
                _answers[field.Code] = answer;
            }
        }
    }

    private Answer? AnswerOf(Field field, JsonElement value, string place) => field.Type switch
    {
        { Bounds: { } bounds } => Number(value, bounds, place) is { } number ? new Answer.Number(number) : null,
        FieldType.YesNo => value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? new Answer.YesNo(value.GetBoolean())
            : Wrong<Answer>(place, "wrong-type", "Trả lời true (có) hoặc false (không)."),
        FieldType.Choice choice => Choice(value, choice, place),
        FieldType.Date => Words(value, 10, place) is { } text ? Day(text, place) : null,
        FieldType.Narrative narrative => Words(value, narrative.MaxLength, place) is { Length: > 0 } text ? new Answer.Words(text) : null,
        FieldType.Text line => Words(value, line.MaxLength, place) is { Length: > 0 } text ? new Answer.Words(text) : null,
        FieldType.Attachment files => Files(value, files, place),
        _ => throw new InvalidOperationException($"A kind of field that nobody reads: {field.Type}"),
    };

    private decimal? Number(JsonElement value, NumericBounds bounds, string place)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            Wrong(place, "wrong-type", "Nhập số, phần thập phân sau dấu chấm, không có dấu phân cách hàng nghìn, ví dụ 1234.56.");
            return null;
        }

        // The digits as sent are judged, never a rounded double: 1e400 and 40-digit numbers have no decimal.
        if (value.GetRawText() is not { Length: <= 40 } digits
            || !decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || number < bounds.Min || number > bounds.Max)
        {
            Wrong(place, "out-of-range", string.Create(Vietnamese.Culture, $"Giá trị phải từ {bounds.Min:#,0.######} đến {bounds.Max:#,0.######}."));
            return null;
        }

        if (decimal.Round(number, bounds.Scale) != number || WasRounded(digits, number))
        {
            Wrong(place, "too-precise", bounds.Scale == 0 ? "Chỉ nhận số nguyên." : $"Tối đa {bounds.Scale} chữ số thập phân.");
            return null;
        }

        return Exact.Normalise(number);
    }

    /// <summary>A decimal holds 28 digits: what goes beyond is dropped without a word, and 1e-400 becomes 0.</summary>
    private static bool WasRounded(string digits, decimal number)
    {
        var mantissa = digits.Split('e', 'E')[0].Replace(".", "", StringComparison.Ordinal).Trim('-', '0').TrimEnd('0');
        return mantissa.Length > 28 || (number == 0 && mantissa.Length > 0);
    }

    private Answer.Choice? Choice(JsonElement value, FieldType.Choice choice, string place)
    {
        if (value.ValueKind == JsonValueKind.String && choice.Options.FirstOrDefault(option => value.ValueEquals(option.Code)) is { } option)
        {
            return new Answer.Choice(option.Code);
        }

        return Wrong<Answer.Choice>(place, "not-an-option", $"Chọn một trong: {string.Join(", ", choice.Options.Select(option => $"{option.Code} ({option.Label})"))}.");
    }

    private Answer.Day? Day(string text, string place) => text.Length == 0
        ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1945 and <= 2200
            ? new Answer.Day(day)
            : Wrong<Answer.Day>(place, "wrong-type", "Nhập ngày theo dạng 2018-07-20.");

    private Answer.Files? Files(JsonElement value, FieldType.Attachment field, string place)
    {
        var ids = value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Take(field.MaxFiles + 1).Select(id => id.ValueKind == JsonValueKind.String ? Plain(id) : null).ToList()
            : [null];
        if (ids.Contains(null) || ids.Count > field.MaxFiles || ids.Distinct().Count() != ids.Count)
        {
            return Wrong<Answer.Files>(place, "wrong-type", $"Nêu mã của tối đa {field.MaxFiles} tệp đã đính kèm, mỗi tệp một lần.");
        }

        return ids.Count == 0 ? null : new Answer.Files([.. ids.Select(id => id!)]);
    }

    private string? Words(JsonElement value, int maxLength, string place)
    {
        if (value.ValueKind != JsonValueKind.String || Plain(value) is not { } text)
        {
            return Wrong<string>(place, "wrong-type", "Nhập văn bản Unicode hợp lệ.");
        }

        // Normalising takes time that grows with the square of a run of marks; no language needs a longer run (UAX #15, Stream-Safe).
        if (LongestRunOfMarks(text) > MostMarks)
        {
            return Wrong<string>(place, "control-character", "Văn bản chứa chuỗi dấu bất thường; hãy xóa đi rồi nhập lại.");
        }

        var words = text.ReplaceLineEndings("\n").Trim().Normalize(NormalizationForm.FormC);
        if (words.Length > maxLength)
        {
            return Wrong<string>(place, "too-long", string.Create(Vietnamese.Culture, $"Tối đa {maxLength:#,0} ký tự; đang có {words.Length:#,0}."));
        }

        return words.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
            ? Wrong<string>(place, "control-character", "Văn bản chứa ký tự điều khiển; hãy xóa đi rồi nhập lại.")
            : words;
    }

    private static int LongestRunOfMarks(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            run = rune.Value >= 0x300 && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>Null when an escape stands for half a surrogate pair.</summary>
    private static string? Plain(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private void ReadAdjustments(JsonElement sent, List<Adjustment> adjustments)
    {
        if (sent.GetArrayLength() is > 0 and var count && (!consolidates || count > MaxAdjustments))
        {
            Wrong("/adjustments", "not-asked", consolidates ? $"Tối đa {MaxAdjustments} điều chỉnh." : "Đơn vị không có cấp dưới để hợp nhất.");
            return;
        }

        foreach (var (part, index) in sent.EnumerateArray().Select((part, index) => (part, index)))
        {
            ReadAdjustment(part, $"/adjustments/{index}", adjustments);
        }
    }

    private void ReadAdjustment(JsonElement part, string place, List<Adjustment> adjustments)
    {
        if (part.ValueKind != JsonValueKind.Object
            || part.EnumerateObject().Any(property => property.Name is not ("field" or "amount" or "reason"))
            || !part.TryGetProperty("field", out var code) || code.ValueKind != JsonValueKind.String || Plain(code) is not { } name)
        {
            Wrong(place, "wrong-type", "Mỗi điều chỉnh gồm field, amount và reason.");
            return;
        }

        if (form.Find(name) is not { Aggregation: AggregationMethod.Sum, Type.Bounds: { } bounds })
        {
            Wrong($"{place}/field", "not-adjustable", "Chỉ điều chỉnh được chỉ tiêu cộng dồn của biểu mẫu.");
            return;
        }

        if (adjustments.Any(other => other.Field == name))
        {
            Wrong($"{place}/field", "duplicate", "Mỗi chỉ tiêu chỉ điều chỉnh một lần.");
            return;
        }

        var amount = part.TryGetProperty("amount", out var sentAmount)
            ? Number(sentAmount, bounds with { Min = -bounds.Max }, $"{place}/amount")
            : Wrong<decimal?>($"{place}/amount", "required", "Thiếu số điều chỉnh.");
        var reason = part.TryGetProperty("reason", out var sentReason) ? Words(sentReason, MaxReasonLength, $"{place}/reason") : "";
        if (amount == 0)
        {
            Wrong($"{place}/amount", "out-of-range", "Số điều chỉnh phải khác 0.");
        }
        else if (reason is "")
        {
            Wrong($"{place}/reason", "required", "Mỗi điều chỉnh phải nêu lý do.");
        }
        else if (amount is { } value && reason is { } why)
        {
            adjustments.Add(new Adjustment(name, value, why));
        }
    }

    private static string Escape(string name) =>
        (name.Length > 80 ? name[..80] : name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private void Wrong(string place, string rule, string message) => _errors.Add(new FieldError(place, rule, message));

    private T? Wrong<T>(string place, string rule, string message)
    {
        Wrong(place, rule, message);
        return default;
    }
}
