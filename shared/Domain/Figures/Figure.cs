using System.Text.Json.Serialization;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Figures;

/// <summary>
/// One indicator's value over some units. Two figures of the same kind combine into one; in any order and grouping the
/// result is the same, since numbers are exact decimals and ties go to the lesser unit code.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Sum), "sum")]
[JsonDerivedType(typeof(Mean), "mean")]
[JsonDerivedType(typeof(WeightedMean), "weighted-mean")]
[JsonDerivedType(typeof(Ratio), "ratio")]
[JsonDerivedType(typeof(Least), "min")]
[JsonDerivedType(typeof(Greatest), "max")]
[JsonDerivedType(typeof(Tally), "tally")]
[JsonDerivedType(typeof(Rows), "rows")]
public abstract record Figure
{
    private const int Fewest = 2;

    /// <exception cref="InvalidOperationException">The figures are of different kinds: they belong to different indicators.</exception>
    public static Figure Combine(Figure left, Figure right) => (left, right) switch
    {
        (Sum a, Sum b) => new Sum(a.Reported + b.Reported, a.Adjusted + b.Adjusted, a.Units + b.Units),
        (Mean a, Mean b) => new Mean(a.Total + b.Total, a.Units + b.Units) { Scale = a.Scale },
        (WeightedMean a, WeightedMean b) =>
            new WeightedMean(a.Total + b.Total, a.Weight + b.Weight, a.Units + b.Units) { Scale = a.Scale },
        (Ratio a, Ratio b) =>
            new Ratio(a.Numerator + b.Numerator, a.Denominator + b.Denominator, a.Times, a.Units + b.Units) { Scale = a.Scale },
        (Least a, Least b) =>
            new Least(
                First(a.Value.CompareTo(b.Value), a.Of, b.Of) ? a.Value : b.Value,
                First(a.Value.CompareTo(b.Value), a.Of, b.Of) ? a.Of : b.Of, a.Units + b.Units),
        (Greatest a, Greatest b) =>
            new Greatest(
                First(b.Value.CompareTo(a.Value), a.Of, b.Of) ? a.Value : b.Value,
                First(b.Value.CompareTo(a.Value), a.Of, b.Of) ? a.Of : b.Of, a.Units + b.Units),
        (Tally a, Tally b) => new Tally(Add(a.Counts, b.Counts)),
        (Rows a, Rows b) => new Rows(Add(a.Groups, b.Groups), a.Units + b.Units),
        _ => throw new InvalidOperationException($"Cannot combine {left.GetType().Name} with {right.GetType().Name}."),
    };

    /// <summary>Tổng.</summary>
    /// <param name="Reported">Sum of what the units reported.</param>
    /// <param name="Adjusted">Sum of the adjustments made in consolidation; kept apart, so that the originals show.</param>
    /// <param name="Units">How many units answered.</param>
    public sealed record Sum(decimal Reported, decimal Adjusted, int Units) : Figure
    {
        public decimal Total => Reported + Adjusted;
    }

    /// <summary>Trung bình cộng.</summary>
    public sealed record Mean(decimal Total, int Units) : Figure
    {
        /// <summary>Decimal places, those of its field; null: two, as of every field with no more.</summary>
        public int? Scale { get; init; }

        /// <summary>Rounded, halves away from zero.</summary>
        public decimal Average => Quotient(Total, Units, Scale) ?? 0;
    }

    /// <summary>Bình quân gia quyền.</summary>
    /// <param name="Total">Sum of each answer times its weight.</param>
    /// <param name="Weight">Sum of the weights.</param>
    public sealed record WeightedMean(decimal Total, decimal Weight, int Units) : Figure
    {
        /// <summary>Decimal places, those of its field; null: two.</summary>
        public int? Scale { get; init; }

        /// <summary>Rounded, halves away from zero; null when nothing weighs.</summary>
        public decimal? Average => Quotient(Total, Weight, Scale);
    }

    /// <summary>Tỷ số of two sums.</summary>
    /// <param name="Times">100 where it is a percentage, else 1.</param>
    /// <param name="Units">How many units answered both.</param>
    public sealed record Ratio(decimal Numerator, decimal Denominator, int Times, int Units) : Figure
    {
        /// <summary>Decimal places, those of the unit's own figure; null: two.</summary>
        public int? Scale { get; init; }

        /// <summary>Rounded, halves away from zero; null when the denominator is zero.</summary>
        public decimal? Value => Quotient(Times * Numerator, Denominator, Scale);
    }

    /// <summary>Nhỏ nhất, with the unit that reported it.</summary>
    public sealed record Least(decimal Value, UnitCode Of, int Units) : Figure;

    /// <summary>Lớn nhất, with the unit that reported it.</summary>
    public sealed record Greatest(decimal Value, UnitCode Of, int Units) : Figure;

    /// <summary>How many units gave each answer, by option code; yes/no counts under "yes" and "no".</summary>
    public sealed record Tally(IReadOnlyDictionary<string, int> Counts) : Figure
    {
        /// <summary>How many units answered.</summary>
        public int Units => Counts.Values.Sum();

        public bool Equals(Tally? other) =>
            other is not null && Counts.Count == other.Counts.Count
                && Counts.All(pair => other.Counts.GetValueOrDefault(pair.Key) == pair.Value);

        public override int GetHashCode() => Counts.Aggregate(0, (hash, pair) => hash ^ HashCode.Combine(pair.Key, pair.Value));
    }

    /// <summary>Rows of a table, counted and added up by groups.</summary>
    /// <param name="Groups">By the codes of the grouping columns in their order, separated by |; a blank cell has an empty code.</param>
    /// <param name="Units">How many units listed at least one row.</param>
    public sealed record Rows(IReadOnlyDictionary<string, RowGroup> Groups, int Units) : Figure
    {
        /// <summary>How many rows there are.</summary>
        public int Count => Groups.Values.Sum(group => group.Count);

        public bool Equals(Rows? other) =>
            other is not null && Units == other.Units && Groups.Count == other.Groups.Count
                && Groups.All(pair => pair.Value.Equals(other.Groups.GetValueOrDefault(pair.Key)));

        public override int GetHashCode() => HashCode.Combine(Units, Groups.Count, Count);
    }

    /// <summary>How many decimal places a quotient of the field keeps: never fewer than two. Null: two.</summary>
    internal static int? ScaleOf(Field field) => field.Type.Bounds is { Scale: > Fewest and var scale } ? scale : null;

    private static decimal? Quotient(decimal part, decimal whole, int? scale) =>
        whole == 0 ? null : Exact.Normalise(Math.Round(part / whole, scale ?? Fewest, MidpointRounding.AwayFromZero));

    private static bool First(int comparison, UnitCode left, UnitCode right) =>
        comparison < 0 || (comparison == 0 && left.CompareTo(right) <= 0);

    private static SortedDictionary<string, int> Add(IReadOnlyDictionary<string, int> left, IReadOnlyDictionary<string, int> right)
    {
        var sum = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (option, count) in left.Concat(right))
        {
            sum[option] = sum.GetValueOrDefault(option) + count;
        }

        return sum;
    }

    private static SortedDictionary<string,
    RowGroup> Add(IReadOnlyDictionary<string, RowGroup> left, IReadOnlyDictionary<string, RowGroup> right)
    {
        var sum = new SortedDictionary<string, RowGroup>(StringComparer.Ordinal);
        foreach (var (key, group) in left.Concat(right))
        {
            sum[key] = sum.TryGetValue(key, out var sofar) ? RowGroup.Add(sofar, group) : group;
        }

        return sum;
    }
}
