using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Publications;

/// <summary>
/// What the sector report takes of one accepted report itself; the figures come from the totals. So many are held at once
/// that nothing else is kept.
/// </summary>
/// <param name="Answers">Texts and rows that are listed, answers that are counted, and values by which units are ranked.</param>
/// <param name="NotApplicable">Codes of the counted fields that do not apply to the unit.</param>
/// <param name="Blank">Codes of the counted fields that the unit is asked and has not answered.</param>
public sealed record Excerpt(
    int Version,
    Sha256 Sha256,
    Answers Answers,
    IReadOnlyList<FieldCode> NotApplicable,
    IReadOnlyList<FieldCode> Blank,
    IReadOnlyList<Adjustment> Adjustments,
    IReadOnlyList<Explanation> Explanations,
    bool Nil)
{
    /// <summary>Codes of the counted fields that have no value, though all that they are calculated from is answered.</summary>
    public IReadOnlyList<FieldCode> Undefined { get; init; } = [];

    /// <summary>Whether its adjustments count no more.</summary>
    public bool Fallen { get; init; }

    /// <param name="superior">Whether units report to it in this cycle.</param>
    public static Excerpt Of(AcceptedContent accepted, Form form, UnitCode unit, UnitLevel level, bool superior)
    {
        var content = accepted.Content;
        var asked = form.For(unit, level, superior).SelectMany(section => section.Fields).Where(IsCounted).ToList();
        var without = asked.Where(field => Applies(field, content.Answers) is null)
            .ToLookup(field => !content.Nil && HasNoValue(form, field));
        return new Excerpt(
            accepted.Version,
            accepted.Sha256,
            new Answers(form.Fields.Where(field => IsShown(field, content.Answers[field.Code]))
                .ToDictionary(field => field.Code.ToString(), field => content.Answers[field.Code]!)),
            [.. asked.Where(field => Applies(field, content.Answers) is false).Select(field => field.Code)],
            [.. without[false].Select(field => field.Code)],
            content.Adjustments,
            content.Explanations,
            content.Nil)
        {
            Undefined = [.. without[true].Select(field => field.Code)],
        };

        bool HasNoValue(Form form, Field field) => field.IsDerived
            && FormLogic.Of(form).Follows[field.Code.ToString()].Keys.All(code => content.Answers.ByField.ContainsKey(code));
    }

    /// <summary>Whether the report says of how many units it speaks.</summary>
    internal static bool IsCounted(Field field) => field.Aggregation != AggregationMethod.None || field.Ranked is not null;

    private static bool IsShown(Field field, Answer? answer) => answer switch
    {
        Answer.Words => field.Aggregation == AggregationMethod.List,
        Answer.Rows => field.Aggregation == AggregationMethod.Union,
        Answer.Number => field.Ranked is not null,
        Answer.YesNo or Answer.Choice => field.Aggregation == AggregationMethod.Tally,
        _ => false,
    };

    /// <summary>A quotient is answered when both its parts are, a weighed answer when its weight is. Null: not answered.</summary>
    private static bool? Applies(Field field, Answers answers)
    {
        IEnumerable<Answer?> parts = field switch
        {
            { Ratio: { } ratio } => [answers[ratio.Numerator], answers[ratio.Denominator]],
            { Weight: { } weight } => [answers[field.Code], answers[weight]],
            _ => [answers[field.Code]],
        };
        return parts.Any(part => part is Answer.NotApplicable) ? false
            : parts.Contains(null) ? null
            : true;
    }
}
