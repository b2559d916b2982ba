using System.Text.Json;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Reports;

/// <summary>
/// Reads what a unit sent, <c>{ "answers": { field: value }, "adjustments": [ { field, amount, reason } ], "explanations":
/// [ { rule, text } ], "nil": true }</c>, and in what was stored before also "adjustedOn", against the sections that it answers, and
/// gathers every fault at its place. A blank (null, empty text, a table without rows) is left out.
/// </summary>
public sealed class ReportReader
{
    private readonly Form _form;
    private readonly Dictionary<FieldCode, Field> _asked;
    private readonly SortedDictionary<string, Answer> _answers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Answer> _claimed = new(StringComparer.Ordinal);
    private readonly HashSet<FieldCode> _mentioned = [];
    private readonly Faults _faults = new();
    private bool _nil;
    private readonly AnswerReader _reader;
    private readonly AdjustmentReader _adjustments;
    private readonly ExplanationReader _explanations;

    public ReportReader(Form form, UnitCode unit, UnitLevel level, bool consolidates)
    {
        _form = form;
        _asked = form.For(unit, level, consolidates).SelectMany(section => section.Fields).ToDictionary(field => field.Code);
        (_reader, _adjustments, _explanations) =
            (new AnswerReader(_faults), new AdjustmentReader(form, consolidates, _faults), new ExplanationReader(form, _faults));
    }

    /// <summary>The answers that could be read, whatever the others were.</summary>
    public Answers Readable => new(_answers);

    /// <summary>Codes of the fields that the unit answers, and of those that are calculated for it.</summary>
    public IReadOnlySet<FieldCode> Asked => _asked.Keys.ToHashSet();

    /// <summary>Codes of the fields that were sent, also as blank.</summary>
    public IReadOnlySet<FieldCode> Mentioned => _mentioned;

    /// <summary>What was sent in explanation, by rule.</summary>
    public IReadOnlyDictionary<string, string> Explained { get; private set; } = new Dictionary<string, string>();

    /// <summary>The sums below on which the sender made its adjustments; null where it does not say.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? AdjustedOn { get; private set; }

    /// <summary>When a report of a past cycle was received; null: it is not such a report.</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    /// <summary>Types, bounds and lengths are held; what is required may still be missing (a draft).</summary>
    /// <param name="imported">Whether it is entered into a past cycle, and so says "receivedAt".</param>
    public Outcome<ReportContent> Read(JsonElement sent, bool imported = false)
    {
        if (sent.ValueKind != JsonValueKind.Object)
        {
            return ReportRefusals.Malformed("Nội dung phải là một đối tượng JSON có \"answers\".");
        }

        IReadOnlyList<Adjustment> adjustments = [];
        var nil = false;
        foreach (var part in sent.EnumerateObject())
        {
            switch (part.Name, part.Value.ValueKind)
            {
                case ("answers", JsonValueKind.Object):
                    ReadAnswers(part.Value);
                    break;
                case ("adjustments", JsonValueKind.Array):
                    adjustments = _adjustments.Read(part.Value);
                    break;
                case ("adjustedOn", JsonValueKind.Object):
                    AdjustedOn = _adjustments.ReadBasis(part.Value);
                    break;
                case ("explanations", JsonValueKind.Array):
                    Explained = _explanations.Read(part.Value);
                    break;
                case ("nil", JsonValueKind.True or JsonValueKind.False):
                    nil = part.Value.GetBoolean();
                    break;
                case ("receivedAt", _) when imported:
                    ReceivedAt = Instant.TryParse(WordsReader.Plain(part.Value), out var received) ? received : null;
                    break;
                case ("answers" or "adjustments" or "adjustedOn" or "explanations" or "nil", _):
                    _faults.Add(
                        $"/{part.Name}", "wrong-type",
                        "answers là một đối tượng { chỉ tiêu: giá trị }, adjustments và explanations là các mảng, adjustedOn là một "
                        + "đối tượng, nil là true hoặc false.");
                    break;
                default:
                    _faults.Add(
                        $"/{Faults.Escape(part.Name)}", "unknown-property",
                        "Không có phần này trong báo cáo; báo cáo gồm answers, adjustments, adjustedOn, explanations và nil.");
                    break;
            }
        }

        if (imported && ReceivedAt is null)
        {
            _faults.Add("/receivedAt", "required", "Nêu thời điểm nhận báo cáo kèm múi giờ, ví dụ 2024-12-10T16:00:00+07:00.");
        }

        _nil = nil;
        if (nil)
        {
            AnswerNil(adjustments);
        }

        return _faults.All.Count > 0
            ? ReportRefusals.Invalid(_faults.All)
            : new ReportContent(Readable, adjustments) { Nil = nil };
    }

    /// <summary>Every required field, and column of a row, that this unit is asked and that has no answer.</summary>
    public IReadOnlyList<FieldError> Missing(ReportContent content) => content.Nil || _nil ? [] :
    [
        .. _asked.Values
            .Where(field => field.Required && content.Answers[field.Code] is null)
            .Select(field => new FieldError($"/answers/{field.Code}", "required", $"\"{field.Label}\" là bắt buộc.")),
        .. from field in _asked.Values
           where field.Type is FieldType.Table && content.Answers[field.Code] is Answer.Rows
           from row in ((Answer.Rows)content.Answers[field.Code]!).All.Index()
           from column in ((FieldType.Table)field.Type).Columns
           where column.Required && !row.Item.ContainsKey(column.Code)
           select new FieldError(
               $"/answers/{field.Code}/{row.Index}/{column.Code}", "required", $"\"{column.Label}\" là bắt buộc ở mỗi dòng."),
    ];

    /// <summary>Derived indicators need not be sent; those that are must be what they are calculated to be.</summary>
    public IEnumerable<FieldError> WrongClaims(Answers calculated) =>
        from claim in _claimed
        let answer = calculated[FieldCode.Of(claim.Key)]
        where claim.Value != answer
        select new FieldError(
            $"/answers/{claim.Key}", "derived",
            $"Chỉ tiêu này do hệ thống tính, bằng {(answer is null ? "(chưa tính được)" : ReportJson.Spelled(answer))}; "
            + "bỏ giá trị đã gửi hoặc sửa số liệu gốc.");

    private void ReadAnswers(JsonElement sent)
    {
        foreach (var part in sent.EnumerateObject())
        {
            var place = $"/answers/{Faults.Escape(part.Name)}";
            var code = FieldCode.Of(part.Name);
            _mentioned.Add(code);
            if (!_asked.TryGetValue(code, out var field))
            {
                var (rule, message) = _form.Find(code) is null
                    ? ("unknown-field", "Biểu mẫu không có chỉ tiêu này.")
                    : ("not-asked", "Chỉ tiêu này không dành cho đơn vị của bạn.");
                _faults.Add(place, rule, message);
            }
            else if (_reader.Read(field, part.Value, place) is { } answer)
            {
                (field.IsDerived ? _claimed : _answers)[part.Name] = answer;
            }
        }
    }

    /// <summary>Nothing happened: what is added up stands at zero, and nothing else is answered.</summary>
    private void AnswerNil(IReadOnlyList<Adjustment> adjustments)
    {
        if (!_form.NilReturn)
        {
            _faults.Add("/nil", "not-asked", "Biểu mẫu này không nhận báo cáo không phát sinh.");
        }
        else if (adjustments.Count > 0 || _answers.Values.Any(answer => answer is not Answer.Number { Value: 0 }))
        {
            _faults.Add("/nil", "not-nil", "Báo cáo không phát sinh thì không kèm số liệu khác 0, điều chỉnh, bảng kê hoặc nội dung.");
        }
        else
        {
            foreach (var field in _asked.Values.Where(
                field => field is { IsDerived: false, Aggregation: AggregationMethod.Sum, Type.Bounds.Min: <= 0 }))
            {
                _answers[field.Code.ToString()] = new Answer.Number(0);
            }
        }
    }
}
