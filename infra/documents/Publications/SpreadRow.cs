using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Publications;

/// <summary>A mean or a quotient, or the least or greatest with the unit that reported it.</summary>
/// <param name="Parts">Of a quotient: what was divided by what; else empty.</param>
internal sealed record SpreadRow(IndicatorView Indicator, string Kind, string Parts, string Value, string Unit, Counted Units)
{
    public static SpreadRow Of(Field field, SectorReport report, ReportUnits units)
    {
        var figure = report.Figures.GetValueOrDefault(field.Code);
        return new SpreadRow(
            IndicatorView.Of(field),
            KindOf(field),
            figure is Figure.Ratio ratio ? $"{FigureText.Of(ratio.Numerator)}/{FigureText.Of(ratio.Denominator)}" : "",
            ValueOf(figure, field),
            figure switch
            {
                Figure.Least least => units.NameOf(least.Of),
                Figure.Greatest greatest => units.NameOf(greatest.Of),
                _ => Written.Nothing
            },
            Counted.Of(field, FigureNumber.UnitsOf(figure), report));
    }

    public static bool Shows(Field field) => field.Aggregation is AggregationMethod.Mean or AggregationMethod.WeightedMean
        or AggregationMethod.Ratio or AggregationMethod.Min or AggregationMethod.Max;

    private static string KindOf(Field field) => field.Aggregation switch
    {
        AggregationMethod.Mean => "Bình quân",
        AggregationMethod.WeightedMean => "Bình quân gia quyền",
        AggregationMethod.Ratio => field.Type is FieldType.Percent ? "Tỷ lệ" : "Tỷ số",
        AggregationMethod.Min => "Nhỏ nhất",
        _ => "Lớn nhất",
    };

    private static string ValueOf(Figure? figure, Field field) => figure switch
    {
        null => Written.Nothing,
        Figure.Mean mean => Written.Average(mean.Average, field),
        Figure.WeightedMean { Average: { } average } => Written.Average(average, field),
        Figure.Ratio { Value: { } value, Times: 100 } => $"{FigureText.Of(value)}%",
        Figure.Ratio { Value: null } or Figure.WeightedMean => Written.Nothing,
        _ => FigureText.Of(figure),
    };
}
