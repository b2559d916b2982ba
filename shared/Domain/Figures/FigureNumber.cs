namespace VksServerless.Figures;

/// <summary>A figure as one number, where it is one: what it is ranked and compared by.</summary>
public static class FigureNumber
{
    /// <summary>
    /// As it is shown: adjustments included, means and ratios rounded to their scale; null where it is none, as of tallies and rows.
    /// </summary>
    public static decimal? Of(Figure? figure) => figure switch
    {
        Figure.Sum sum => sum.Total,
        Figure.Mean { Units: > 0 } mean => mean.Average,
        Figure.WeightedMean weighted => weighted.Average,
        Figure.Ratio ratio => ratio.Value,
        Figure.Least least => least.Value,
        Figure.Greatest greatest => greatest.Value,
        _ => null,
    };

    /// <summary>How many units it is of.</summary>
    public static int UnitsOf(Figure? figure) => figure switch
    {
        Figure.Sum sum => sum.Units,
        Figure.Mean mean => mean.Units,
        Figure.WeightedMean weighted => weighted.Units,
        Figure.Ratio ratio => ratio.Units,
        Figure.Least least => least.Units,
        Figure.Greatest greatest => greatest.Units,
        Figure.Tally tally => tally.Units,
        Figure.Rows rows => rows.Units,
        _ => 0,
    };

    /// <summary>Of a figure of one unit alone: what the unit itself answered, to the last digit.</summary>
    public static decimal? AnsweredIn(Figure? figure) => figure switch
    {
        Figure.Sum { Units: 1 } sum => sum.Reported,
        Figure.Mean { Units: 1 } mean => mean.Total,
        _ => Of(figure is Figure.Sum ? null : figure),
    };
}
