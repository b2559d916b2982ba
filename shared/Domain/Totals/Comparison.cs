using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Totals;

/// <summary>One numeric indicator now and in an earlier period.</summary>
/// <param name="Now">Null where nobody has answered; likewise <paramref name="Then"/>.</param>
/// <param name="UnitsNow">How many units the figure is of; likewise <paramref name="UnitsThen"/>.</param>
public sealed record Comparison(FieldCode Field, decimal? Now, decimal? Then, int UnitsNow, int UnitsThen)
{
    public decimal? Change => Now - Then;

    /// <summary>Of the earlier figure, rounded to two places, halves away from zero; null when that is zero or not there.</summary>
    public decimal? Percent =>
        Then is null or 0 || Change is null
            ? null
            : Math.Round(100 * Change.Value / Math.Abs(Then.Value), 2, MidpointRounding.AwayFromZero);

    /// <summary>Every field that is a number in one of the two and nothing else in the other, by its code.</summary>
    public static IReadOnlyList<Comparison> Of(IReadOnlyDictionary<string, Figure> now, IReadOnlyDictionary<string, Figure> then) =>
    [
        .. from field in now.Keys.Union(then.Keys).Order(StringComparer.Ordinal)
           let figures = (Now: now.GetValueOrDefault(field), Then: then.GetValueOrDefault(field))
           where figures.Now is null or not (Figure.Tally or Figure.Rows) && figures.Then is null or not (Figure.Tally or Figure.Rows)
           select new Comparison(
               FieldCode.Of(field), FigureNumber.Of(figures.Now), FigureNumber.Of(figures.Then), FigureNumber.UnitsOf(figures.Now),
               FigureNumber.UnitsOf(figures.Then)),
    ];
}
