using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Totals;

/// <summary>One numeric indicator now and in an earlier period.</summary>
/// <param name="Now">Null where nobody has answered; likewise <paramref name="Then"/>.</param>
/// <param name="UnitsNow">How many units the figure is of; likewise <paramref name="UnitsThen"/>.</param>
public sealed record Comparison(FieldCode Field, decimal? Now, decimal? Then, int UnitsNow, int UnitsThen)
{
    /// <summary>
    /// Of counted answers: the code of the option whose share, in percent of the units that answered, is compared; else null.
    /// </summary>
    public string? Option { get; init; }

    /// <summary>True of two percentages: between them there lie percentage points. Null of everything else.</summary>
    public bool? InPoints { get; init; }

    public decimal? Change => Now - Then;

    /// <summary>
    /// Of the earlier figure, rounded to two places, halves away from zero; null when that is zero or not there, and of percentages.
    /// </summary>
    public decimal? Percent =>
        Then is null or 0 || Change is null || InPoints is true
            ? null
            : Math.Round(100 * Change.Value / Math.Abs(Then.Value), 2, MidpointRounding.AwayFromZero);

    /// <summary>
    /// Every number and every share of counted answers, by code of the field. The earlier figure stands beside it only where it is an
    /// answer to the same question, measured and added up in the same way.
    /// </summary>
    /// <param name="form">That the figures of now answer; <paramref name="before"/>: those of then.</param>
    public static IReadOnlyList<Comparison> Of(
        Form form, IReadOnlyDictionary<string, Figure> now, Form before, IReadOnlyDictionary<string, Figure> then) =>
    [
        .. from code in now.Keys.Union(then.Keys).Order(StringComparer.Ordinal)
           let field = form.Find(FieldCode.Of(code))
           where field is not null
           let earlier = form.Code == before.Code && field.IsLike(before.Find(field.Code)) ? then.GetValueOrDefault(code) : null
           from one in Of(field, now.GetValueOrDefault(code), earlier)
           select one,
    ];

    private static IEnumerable<Comparison> Of(Field field, Figure? now, Figure? then) => (now ?? then) switch
    {
        null or Figure.Rows => [],
        Figure.Tally => Shares(field, now as Figure.Tally, then as Figure.Tally),
        _ =>
        [
            new Comparison(
                field.Code, FigureNumber.Of(now), FigureNumber.Of(then), FigureNumber.UnitsOf(now), FigureNumber.UnitsOf(then))
            {
                InPoints = field.Type is FieldType.Percent ? true : null,
            },
        ],
    };

    private static IEnumerable<Comparison> Shares(Field field, Figure.Tally? now, Figure.Tally? then) =>
        from option in (now?.Counts.Keys ?? []).Union(then?.Counts.Keys ?? []).Order(StringComparer.Ordinal)
        select new Comparison(field.Code, ShareOf(now, option), ShareOf(then, option), now?.Units ?? 0, then?.Units ?? 0)
        {
            Option = option,
            InPoints = true,
        };

    private static decimal? ShareOf(Figure.Tally? tally, string option) => tally is { Units: > 0 and var units }
        ? Exact.Normalise(Math.Round(100m * tally.Counts.GetValueOrDefault(option) / units, 2, MidpointRounding.AwayFromZero))
        : null;
}
