using VksServerless.Application.Forms;
using VksServerless.Application.Reports;
using VksServerless.Application.Units;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Demo;

/// <summary>What sample units answer to one form in one cycle: figures that fit one another and those of the cycles before.</summary>
/// <param name="earlier">What is known of a unit from earlier cycles.</param>
internal sealed class AnswerBank(Form form, int seed, Func<UnitCode, Background> earlier)
{
    private readonly AnswerSheet _sheet = AnswerSheet.Of(form.Code);
    private readonly SheetExpressions _expressions = new(form);
    private readonly Consolidation _consolidation = new(form);

    public Form Form => form;

    /// <param name="spoilt">As a unit that makes a mistake hands it in first: other figures than in the end.</param>
    public ReportContent Content(DemoUnit unit, bool spoilt)
    {
        spoilt &= unit.Mistake is not null;
        if (!spoilt && IsNil(unit.Unit))
        {
            return ReportContent.Empty with { Nil = true };
        }

        var chances = DemoUnit.Chances(seed, unit.Code, spoilt ? Seeds.Mistake : Seeds.Answers);
        var answers = new AnswerMaker(form, _sheet, _expressions, unit, chances, earlier(unit.Code)).Draw();
        return new ReportContent(answers, _consolidation.Of(unit, Derived(unit, answers), seed));
    }

    /// <summary>What is accepted in the end, derived indicators among it: what the next cycle finds.</summary>
    public Answers Accepted(DemoUnit unit)
    {
        var content = Content(unit, spoilt: false);
        var answers = content.Nil
            ? new Answers(AskedOf(unit).Where(field => field is { IsDerived: false, Aggregation: AggregationMethod.Sum }).ToDictionary(
                field => field.Code.ToString(), Answer (_) => new Answer.Number(0)))
            : content.Answers;
        return Derived(unit, answers);
    }

    private Answers Derived(DemoUnit unit, Answers answers) =>
        ReportCalculation.Derive(form, AskedOf(unit).Select(field => field.Code).ToHashSet(), answers, earlier(unit.Code));

    private IEnumerable<Field> AskedOf(DemoUnit unit) =>
        form.For(unit.Code, unit.Unit.Level, unit.HasSubordinates).SelectMany(section => section.Fields);

    /// <summary>Always the same units, whatever the cycle: those that have none of what is asked.</summary>
    private bool IsNil(Unit unit) =>
        form.NilReturn
            && DemoUnit.Chances(0, unit.Code, Seeds.Nil).NextDouble() < _sheet.NilReturn?.GetValueOrDefault(AnswerSheet.LevelOf(unit));
}
