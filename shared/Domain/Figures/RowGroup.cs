using VksServerless.Forms;

namespace VksServerless.Figures;

/// <summary>The rows of one group.</summary>
/// <param name="Sums">By numeric column.</param>
public sealed record RowGroup(int Count, IReadOnlyDictionary<string, decimal> Sums)
{
    /// <summary>The groups into which one unit's rows fall.</summary>
    public static SortedDictionary<string, RowGroup> Of(Grouping grouping, FieldType.Table table, Answer.Rows rows)
    {
        var groups = new SortedDictionary<string, RowGroup>(StringComparer.Ordinal);
        foreach (var row in rows.All)
        {
            var key = string.Join('|', grouping.By.Select(column => RowName.CodeOf(column, grouping, table, row)));
            var sums = grouping.Sums.ToDictionary(column => column, column => (row.GetValueOrDefault(column) as Answer.Number)?.Value ?? 0);
            var group = new RowGroup(1, sums);
            groups[key] = groups.TryGetValue(key, out var sofar) ? Add(sofar, group) : group;
        }

        return groups;
    }

    public static RowGroup Add(RowGroup left, RowGroup right) => new(
        left.Count + right.Count,
        left.Sums.Keys.Union(right.Sums.Keys)
            .ToDictionary(column => column, column => left.Sums.GetValueOrDefault(column) + right.Sums.GetValueOrDefault(column)));

    public bool Equals(RowGroup? other) =>
        other is not null && Count == other.Count && Sums.Count == other.Sums.Count
            && Sums.All(pair => other.Sums.TryGetValue(pair.Key, out var sum) && sum == pair.Value);

    public override int GetHashCode() => HashCode.Combine(Count, Sums.Count);
}
