using VksServerless.Forms;
using VksServerless.Forms.Expressions;

namespace VksServerless.Submissions;

/// <summary>What follows from a unit's answers: its derived indicators, and which of the form's rules they break.</summary>
public static class Reckoning
{
    /// <summary>The answers with the derived indicators among them.</summary>
    /// <param name="asked">Codes of the fields that the unit answers.</param>
    public static Answers Derive(Form form, IReadOnlySet<string> asked, Answers answers, Background background)
    {
        var all = new SortedDictionary<string, Answer>(answers.ByField.ToDictionary(), StringComparer.Ordinal);
        var figures = new ReportFigures(all, background);
        foreach (var (field, formula) in FormLogic.Of(form).Derived.Where(derived => asked.Contains(derived.Field.Code)))
        {
            if (AnswerOf(field, formula.Evaluate(figures)) is { } answer)
            {
                all[field.Code] = answer;
            }
            else
            {
                all.Remove(field.Code);
            }
        }

        return new Answers(all);
    }

    /// <summary>The rules that are broken. A rule about what this unit is not asked is not.</summary>
    public static IReadOnlyList<Rule> Broken(Form form, IReadOnlySet<string> asked, Answers answers, Background background)
    {
        var figures = new ReportFigures(answers.ByField.ToDictionary(), background);
        return
        [
            .. FormLogic.Of(form).Rules
                .Where(rule => rule.Rule.Fields.All(asked.Contains) && rule.Holds.Evaluate(figures).AsTruth == false)
                .Select(rule => rule.Rule),
        ];
    }

    /// <summary>Beyond what any field takes, and little enough that the sum over every unit there is stays exact.</summary>
    private const decimal MostDerived = 1_000_000_000_000_000m;

    private static Answer? AnswerOf(Field field, Value value) => (field.Type, value) switch
    {
        (_, Value.Number { Amount: < -MostDerived or > MostDerived }) => null,
        ({ Bounds: { } bounds }, Value.Number number) => new Answer.Number(Exact.Normalise(Math.Round(number.Amount, bounds.Scale, MidpointRounding.AwayFromZero))),
        (FieldType.YesNo, Value.Truth truth) => new Answer.YesNo(truth.Holds),
        _ => null,
    };
}
