using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Figures;

/// <summary>Every aggregated indicator's figure, by field code; an indicator that nobody answered is not in it.</summary>
public static class FigureTable
{
    public static IReadOnlyDictionary<string, Figure> None { get; } = new Dictionary<string, Figure>();

    /// <summary>What one unit's accepted report brings to the totals.</summary>
    public static IReadOnlyDictionary<string, Figure> Of(Form form, UnitCode unit, ReportContent content)
    {
        var figures = new SortedDictionary<string, Figure>(StringComparer.Ordinal);
        var adjusted = Consolidated.Adjustments(form, content.Adjustments);
        foreach (var field in form.Fields)
        {
            if (Of(field, unit, content.Answers, adjusted) is { } figure)
            {
                figures[field.Code.ToString()] = figure;
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

    /// <summary>
    /// Of a unit and everything below it. What it adjusts belongs to a quotient only when some of them bring that quotient: otherwise the
    /// sums that it adjusts are of units that are no part of it.
    /// </summary>
    public static IReadOnlyDictionary<string, Figure> OfNode(IEnumerable<IReadOnlyDictionary<string, Figure>> parts) =>
        Combine(parts) is var all && all.Values.Any(IsAdjustmentAlone)
            ? new SortedDictionary<string, Figure>(
                all.Where(figure => !IsAdjustmentAlone(figure.Value)).ToDictionary(), StringComparer.Ordinal)
            : all;

    internal static bool IsAdjustmentAlone(Figure? figure) => figure is Figure.Ratio { Units: 0 };

    /// <summary>Under what an answer is counted; null when it is not.</summary>
    public static string? OptionOf(Answer? answer) => answer switch
    {
        Answer.YesNo yesNo => yesNo.Value ? "yes" : "no",
        Answer.Choice choice => choice.Option,
        _ => null,
    };

    private static Figure? Of(
        Field field, UnitCode unit, Answers answers, IReadOnlyDictionary<string, decimal> adjusted) => (field.Aggregation,
        answers[field.Code]) switch
        {
            (AggregationMethod.Sum, Answer.Number number) => new Figure.Sum(number.Value, adjusted.GetValueOrDefault(field.Code), 1),
            (AggregationMethod.Sum, _) when adjusted.GetValueOrDefault(field.Code) is not 0 and var amount => new Figure.Sum(0, amount, 0),
            (AggregationMethod.Mean, Answer.Number number) => new Figure.Mean(number.Value, 1) { Scale = Figure.ScaleOf(field) },
            (AggregationMethod.WeightedMean, Answer.Number number) when answers[field.Weight!.Value] is Answer.Number weight =>
                new Figure.WeightedMean(number.Value * weight.Value, weight.Value, 1) { Scale = Figure.ScaleOf(field) },
            (AggregationMethod.Min, Answer.Number number) => new Figure.Least(number.Value, unit, 1),
            (AggregationMethod.Max, Answer.Number number) => new Figure.Greatest(number.Value, unit, 1),
            (AggregationMethod.Ratio, _) => RatioOf(field, answers, adjusted),
            (AggregationMethod.Tally, var answer) => OptionOf(answer) is { } option ? One(option) : null,
            (AggregationMethod.Union, Answer.Rows rows) =>
                new Figure.Rows(RowGroup.Of(field.Grouping!, (FieldType.Table)field.Type, rows), 1),
            _ => null,
        };

    /// <summary>Of the sums as they are published: consolidation's adjustments flow in.</summary>
    private static Figure.Ratio? RatioOf(Field field, Answers answers, IReadOnlyDictionary<string, decimal> adjusted)
    {
        var (numerator, denominator) = (field.Ratio!.Numerator, field.Ratio.Denominator);
        var (part, whole) = (adjusted.GetValueOrDefault(numerator), adjusted.GetValueOrDefault(denominator));
        var times = field.Type is FieldType.Percent ? 100 : 1;
        return answers[numerator] is Answer.Number above && answers[denominator] is Answer.Number below
            ? new Figure.Ratio(above.Value + part, below.Value + whole, times, 1) { Scale = Figure.ScaleOf(field) }
            : (part, whole) != (0, 0) ? new Figure.Ratio(part, whole, times, 0) { Scale = Figure.ScaleOf(field) }
            : null;
    }

    private static Figure.Tally One(string option) => new(new SortedDictionary<string, int>(StringComparer.Ordinal) { [option] = 1 });
}
