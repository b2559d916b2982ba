using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Forms.Expressions;

namespace VksServerless.Reports;

/// <summary>What follows from a unit's answers: its derived indicators, and which of the form's rules they break.</summary>
public static class ReportCalculation
{
    /// <summary>The answers with the derived indicators among them.</summary>
    /// <param name="asked">Codes of the fields that the unit answers.</param>
    public static Answers Derive(Form form, IReadOnlySet<FieldCode> asked, Answers answers, Background background)
    {
        var all = new SortedDictionary<string, Answer>(answers.ByField.ToDictionary(), StringComparer.Ordinal);
        var figures = new ReportFigures(all, background);
        foreach (var (field, formula) in FormLogic.Of(form).Derived.Where(derived => asked.Contains(derived.Field.Code)))
        {
            if (AnswerOf(field, formula.Evaluate(figures)) is { } answer)
            {
                all[field.Code.ToString()] = answer;
            }
            else
            {
                all.Remove(field.Code.ToString());
            }
        }

        return new Answers(all);
    }

    /// <summary>The rules that are broken. A rule that speaks of or reads what this unit is not asked is not.</summary>
    public static IReadOnlyList<FormRule> Broken(Form form, IReadOnlySet<FieldCode> asked, Answers answers, Background background)
    {
        var figures = new ReportFigures(answers.ByField.ToDictionary(), background);
        return
        [
            .. FormLogic.Of(form).Rules
                .Where(rule => rule.Rule.Fields.Concat(rule.Reads).All(asked.Contains) && rule.Holds.Evaluate(figures).AsTruth == false),
        ];
    }

    /// <summary>
    /// The rules of which nobody can say whether they hold, though the unit has answered all that they ask of it: the other period says
    /// nothing, or it cannot be compared with.
    /// </summary>
    public static IReadOnlyList<UnknownRule> Unknown(Form form, IReadOnlySet<FieldCode> asked, Answers answers, Background background)
    {
        var figures = new ReportFigures(answers.ByField.ToDictionary(), background);
        return
        [
            .. from rule in FormLogic.Of(form).Rules
               where (rule.Holds.ReadsPrevious || rule.Holds.ReadsParts) && rule.Rule.Fields.Concat(rule.Reads).All(asked.Contains)
                   && rule.Reads.All(field => answers[field] is not null) && rule.Holds.Evaluate(figures).AsTruth is null
               let why = (rule.Holds.ReadsPrevious ? background.PreviousUnknown : null)
                   ?? (rule.Holds.ReadsParts ? background.PartsUnknown : null)
               select new UnknownRule(
                   rule.Rule.Code, rule.Rule.Message, why ?? "không so sánh được với số liệu của kỳ trước hoặc của các kỳ thành phần"),
        ];
    }

    /// <summary>Beyond what any field takes, and little enough that the sum over every unit there is stays exact.</summary>
    private const decimal MostDerived = 1_000_000_000_000_000m;

    /// <summary>Derived numbers that are not what their field can be: the answers behind them must be wrong.</summary>
    public static IEnumerable<FieldError> OutOfRange(Form form, Answers answers) =>
        from derived in FormLogic.Of(form).Derived
        let bounds = derived.Field.Type.Bounds
        let value = (answers[derived.Field.Code] as Answer.Number)?.Value
        where value < bounds?.Min || value > bounds?.Max
        select new FieldError($"/answers/{derived.Field.Code}", "out-of-range", string.Create(
            Vietnamese.Culture,
            $"\"{derived.Field.Label}\" tính ra {value:#,0.######}, ngoài khoảng {bounds!.Min:#,0.######} đến {bounds.Max:#,0.######}; "
            + $"kiểm tra các số liệu gốc: {string.Join("; ", derived.Expression.Fields.Select(code => LabelOf(form, code)))}."));

    private static string LabelOf(Form form, string code) => form.Find(FieldCode.Of(code))?.Label ?? code;

    private static Answer? AnswerOf(Field field, Value value) => (field.Type, value) switch
    {
        (_, Value.Number { Amount: < -MostDerived or > MostDerived }) => null,
        ({ Bounds: { } bounds }, Value.Number number) =>
            new Answer.Number(Exact.Normalise(Math.Round(number.Amount, bounds.Scale, MidpointRounding.AwayFromZero))),
        (FieldType.YesNo, Value.Truth truth) => new Answer.YesNo(truth.Holds),
        _ => null,
    };
}

/// <summary>A rule that neither holds nor is broken, for it cannot be known.</summary>
/// <param name="Message">What it demands.</param>
/// <param name="Why">In Vietnamese.</param>
public sealed record UnknownRule(string Rule, string Message, string Why);
