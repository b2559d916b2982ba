namespace VksServerless.Figures;

/// <summary>A figure as a Vietnamese document shows it: 1.234.567,89.</summary>
public static class FigureText
{
    public static string Of(Figure figure) => figure switch
    {
        Figure.Sum sum => Of(sum.Total),
        Figure.Mean mean => Of(mean.Average),
        Figure.WeightedMean { Average: { } average } => Of(average),
        Figure.Ratio { Value: { } value } => Of(value),
        Figure.Least least => Of(least.Value),
        Figure.Greatest greatest => Of(greatest.Value),
        Figure.Tally tally => string.Join("; ", tally.Counts.Select(pair => $"{pair.Key}: {Of(pair.Value)}")),
        Figure.Rows rows => Of(rows.Count),
        _ => "",
    };

    public static string Of(decimal value) => value.ToString("#,0.######", Vietnamese.Culture);
}
