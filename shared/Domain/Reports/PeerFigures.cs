using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Reports;

/// <summary>
/// How the units of one level stood in a period, so that an unusual figure can be told: by the modified z-score of Iglewicz
/// and Hoaglin (How to Detect and Handle Outliers, 1993), which a few wild values do not disturb.
/// </summary>
public sealed record PeerFigures(IReadOnlyDictionary<string, PeerFigures.Spread> ByField)
{
    /// <summary>Of fewer units nothing can be said.</summary>
    public const int Fewest = 5;

    /// <summary>
    /// Where all peers have the same value and this unit another, no score can be calculated; it is unusual all the same.
    /// </summary>
    private const decimal BeyondAll = 99;

    public static PeerFigures None { get; } = new(new Dictionary<string, Spread>());

    /// <param name="Median">Of the units' figures.</param>
    /// <param name="Deviation">Median of their distances from it.</param>
    /// <param name="MeanDeviation">Mean of their distances from it, for where more than half are alike.</param>
    public sealed record Spread(decimal Median, decimal Deviation, decimal MeanDeviation);

    public static PeerFigures Of(IEnumerable<Contribution> contributions) => new(contributions
        .SelectMany(contribution => contribution.Figures)
        .Select(figure => (Field: figure.Key, Value: Background.ValueOf(figure.Value)))
        .Where(figure => figure.Value is not null)
        .GroupBy(figure => figure.Field, figure => figure.Value!.Value)
        .Where(field => field.Count() >= Fewest)
        .ToDictionary(field => field.Key, field => SpreadOf([.. field])));

    /// <returns>Rounded to two places; null when too little is known.</returns>
    public decimal? ScoreOf(FieldCode field, decimal value)
    {
        if (!ByField.TryGetValue(field, out var spread))
        {
            return null;
        }

        var distance = value - spread.Median;
        return (distance, spread) switch
        {
            (0, _) => 0,
            (_, { Deviation: > 0 }) => Bounded(0.6745m * (distance / spread.Deviation)),
            (_, { MeanDeviation: > 0 }) => Bounded(distance / spread.MeanDeviation / 1.253314m),
            _ => distance > 0 ? BeyondAll : -BeyondAll,
        };
    }

    private static decimal Bounded(decimal score) => Math.Round(Math.Clamp(score, -BeyondAll, BeyondAll), 2, MidpointRounding.AwayFromZero);

    private static Spread SpreadOf(IReadOnlyList<decimal> values)
    {
        var median = MedianOf(values);
        var distances = values.Select(value => Math.Abs(value - median)).ToList();
        return new Spread(median, MedianOf(distances), distances.Sum() / distances.Count);
    }

    private static decimal MedianOf(IReadOnlyList<decimal> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
