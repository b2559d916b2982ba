using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Totals;

/// <param name="Rank">From 1; equal values share a rank, and the ranks after them are left out: 1, 2, 2, 4.</param>
public sealed record RankedUnit(int Rank, UnitCode Unit, decimal Value);

/// <summary>Xếp hạng: units by the value of one indicator in their own accepted reports.</summary>
/// <param name="Units">In the order of their ranks; of equal ones the lesser code.</param>
public sealed record Ranking(IReadOnlyList<RankedUnit> Units)
{
    public static Ranking Of(Ranked direction, IEnumerable<(UnitCode Unit, decimal Value)> values)
    {
        var sorted = values.OrderBy(one => direction is Ranked.Highest ? -one.Value : one.Value).ThenBy(one => one.Unit).ToList();
        var ranked = new List<RankedUnit>(sorted.Count);
        foreach (var (before, (unit, value)) in sorted.Index())
        {
            ranked.Add(new RankedUnit(before > 0 && ranked[^1].Value == value ? ranked[^1].Rank : before + 1, unit, value));
        }

        return new Ranking(ranked);
    }

    /// <summary>Null when nobody is ranked.</summary>
    public decimal? First => Units is [var first, ..] ? first.Value : null;

    /// <summary>The value in the middle, of an even number the mean of the two there; null when nobody is ranked.</summary>
    public decimal? Median => Units.Count == 0 ? null
        : Units.Count % 2 == 1 ? Units[Units.Count / 2].Value
        : Exact.Normalise((Units[(Units.Count / 2) - 1].Value + Units[Units.Count / 2].Value) / 2);

    /// <summary>Null when nobody is ranked.</summary>
    public decimal? Last => Units is [.., var last] ? last.Value : null;

    /// <summary>As it is shown: of a percentage no more decimals than its field has.</summary>
    public decimal? MedianOf(Field field) => Median is { } median && field.Type is FieldType.Percent { Scale: var scale }
        ? Exact.Normalise(Math.Round(median, scale, MidpointRounding.AwayFromZero))
        : Median;

    /// <summary>Null when the unit is not ranked: nothing of it is accepted, or it did not answer.</summary>
    public RankedUnit? Of(UnitCode unit) => Units.FirstOrDefault(one => one.Unit == unit);
}
