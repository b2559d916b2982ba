using VksServerless.Forms;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Aggregation;

/// <summary>Every aggregated indicator's figure, by field code; an indicator that nobody answered is not in it.</summary>
public static class Figures
{
    public static IReadOnlyDictionary<string, Figure> None { get; } = new Dictionary<string, Figure>();

    /// <summary>What one unit's accepted report brings to the totals.</summary>
    public static IReadOnlyDictionary<string, Figure> Of(Form form, UnitCode unit, ReportContent content)
    {
        var figures = new SortedDictionary<string, Figure>(StringComparer.Ordinal);
        foreach (var field in form.Fields)
        {
            var adjusted = content.Adjustments.FirstOrDefault(adjustment => adjustment.Field == field.Code)?.Amount ?? 0;
            if (Of(field, unit, content.Answers, adjusted) is { } figure)
            {
                figures[field.Code] = figure;
            }
        }

        return figures;
    }

    public static IReadOnlyDictionary<string, Figure> Combine(IEnumerable<IReadOnlyDictionary<string, Figure>> parts)
    {
        var total = new SortedDictionary<string, Figure>(StringComparer.Ordinal);
        foreach (var (field, figure) in parts.SelectMany(part => part))
        {
            total[field] = total.TryGetValue(field, out var sofar) ? Figure.Combine(sofar, figure) : figure;
        }

        return total;
    }

    private static Figure? Of(Field field, UnitCode unit, Answers answers, decimal adjusted) => (field.Aggregation, answers[field.Code]) switch
    {
        (AggregationMethod.Sum, Answer.Number number) => new Figure.Sum(number.Value, adjusted, 1),
        (AggregationMethod.Sum, _) when adjusted != 0 => new Figure.Sum(0, adjusted, 0),
        (AggregationMethod.Mean, Answer.Number number) => new Figure.Mean(number.Value, 1),
        (AggregationMethod.WeightedMean, Answer.Number number) when answers[field.Weight!] is Answer.Number weight => new Figure.WeightedMean(number.Value * weight.Value, weight.Value, 1),
        (AggregationMethod.Min, Answer.Number number) => new Figure.Least(number.Value, unit, 1),
        (AggregationMethod.Max, Answer.Number number) => new Figure.Greatest(number.Value, unit, 1),
        (AggregationMethod.Ratio, _) when answers[field.Ratio!.Numerator] is Answer.Number part && answers[field.Ratio.Denominator] is Answer.Number whole =>
            new Figure.Ratio(part.Value, whole.Value, field.Type is FieldType.Percent ? 100 : 1, 1),
        (AggregationMethod.Tally, Answer.YesNo yesNo) => One(yesNo.Value ? "yes" : "no"),
        (AggregationMethod.Tally, Answer.Choice choice) => One(choice.Option),
        (AggregationMethod.Union, Answer.Rows rows) => new Figure.Rows(RowGroup.Of(field.Grouping!, rows), 1),
        _ => null,
    };

    private static Figure.Tally One(string option) => new(new SortedDictionary<string, int>(StringComparer.Ordinal) { [option] = 1 });
}
