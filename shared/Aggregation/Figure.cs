using System.Text.Json.Serialization;
using VksServerless.Units;

namespace VksServerless.Aggregation;

/// <summary>
/// One indicator's value over some units. Two figures of the same kind combine into one; in any order and grouping the
/// result is the same, since numbers are exact decimals and ties go to the lesser unit code.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Sum), "sum")]
[JsonDerivedType(typeof(Mean), "mean")]
[JsonDerivedType(typeof(Least), "min")]
[JsonDerivedType(typeof(Greatest), "max")]
[JsonDerivedType(typeof(Tally), "tally")]
public abstract record Figure
{
    /// <exception cref="InvalidOperationException">The figures are of different kinds: they belong to different indicators.</exception>
    public static Figure Combine(Figure left, Figure right) => (left, right) switch
    {
        (Sum a, Sum b) => new Sum(a.Reported + b.Reported, a.Adjusted + b.Adjusted, a.Units + b.Units),
        (Mean a, Mean b) => new Mean(a.Total + b.Total, a.Units + b.Units),
        (Least a, Least b) => new Least(First(a.Value.CompareTo(b.Value), a.Of, b.Of) ? a.Value : b.Value, First(a.Value.CompareTo(b.Value), a.Of, b.Of) ? a.Of : b.Of, a.Units + b.Units),
        (Greatest a, Greatest b) => new Greatest(First(b.Value.CompareTo(a.Value), a.Of, b.Of) ? a.Value : b.Value, First(b.Value.CompareTo(a.Value), a.Of, b.Of) ? a.Of : b.Of, a.Units + b.Units),
        (Tally a, Tally b) => new Tally(Add(a.Counts, b.Counts)),
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
        /// <summary>Rounded to two places, halves away from zero.</summary>
        public decimal Average => Units == 0 ? 0 : Math.Round(Total / Units, 2, MidpointRounding.AwayFromZero);
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
            other is not null && Counts.Count == other.Counts.Count && Counts.All(pair => other.Counts.GetValueOrDefault(pair.Key) == pair.Value);

        public override int GetHashCode() => Counts.Aggregate(0, (hash, pair) => hash ^ HashCode.Combine(pair.Key, pair.Value));
    }

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
}
