using VksServerless.Forms;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Local.Demo;

/// <summary>What sample units answer to one form in one cycle: figures that fit one another and those of the cycles before.</summary>
/// <param name="earlier">What is known of a unit from earlier cycles.</param>
internal sealed class AnswerBank(Form form, int seed, Func<UnitCode, Background> earlier)
{
    private readonly AnswerSheet _sheet = AnswerSheet.Of(form.Code);
    private readonly SheetExpressions _expressions = new(form);
    private readonly Consolidation _consolidation = new(form);

    public Form Form => form;

    /// <param name="spoilt">As a unit with a slip hands it in first: other figures than in the end.</param>
    public ReportContent Content(Part part, bool spoilt)
    {
        spoilt &= part.Slip is not null;
        if (!spoilt && IsNil(part.Unit))
        {
            return ReportContent.Empty with { Nil = true };
        }

        var chances = Part.Chances(seed, part.Code, spoilt ? "slip" : "answers");
        var answers = new Drawing(form, _sheet, _expressions, part, chances, earlier(part.Code)).Draw();
        return new ReportContent(answers, _consolidation.Of(part, Derived(part, answers), seed));
    }

    /// <summary>What is accepted in the end, derived indicators among it: what the next cycle finds.</summary>
    public Answers Accepted(Part part)
    {
        var content = Content(part, spoilt: false);
        var answers = content.Nil
            ? new Answers(AskedOf(part).Where(field => field is { IsDerived: false, Aggregation: AggregationMethod.Sum }).ToDictionary(field => field.Code, Answer (_) => new Answer.Number(0)))
            : content.Answers;
        return Derived(part, answers);
    }

    private Answers Derived(Part part, Answers answers) => Reckoning.Derive(form, AskedOf(part).Select(field => field.Code).ToHashSet(), answers, earlier(part.Code));

    private IEnumerable<Field> AskedOf(Part part) => form.For(part.Code, part.Unit.Level).SelectMany(section => section.Fields);

    /// <summary>Always the same units, whatever the cycle: those that have none of what is asked.</summary>
    private bool IsNil(Unit unit) =>
        form.NilReturn && Part.Chances(0, unit.Code, "nil").NextDouble() < _sheet.NilReturn?.GetValueOrDefault(AnswerSheet.LevelOf(unit));
}
