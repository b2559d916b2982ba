namespace VksServerless.Forms.Expressions;

/// <summary>
/// How much a part of an expression changes for each one more of a field that it reads; null: that depends, as of a quotient, so that
/// the sum over many units does not follow from the sums of the fields.
/// </summary>
internal sealed class Slopes(IReadOnlyDictionary<string, decimal?> byField)
{
    public static Slopes None { get; } = new(new Dictionary<string, decimal?>());

    public IReadOnlyDictionary<string, decimal?> ByField => byField;

    public static Slopes Of(string field) => new(new Dictionary<string, decimal?> { [field] = 1 });

    /// <summary>It depends on everything that these read.</summary>
    public static Slopes Bent(IEnumerable<Node> parts) =>
        new(parts.SelectMany(part => part.Slopes.ByField.Keys).Distinct().ToDictionary(field => field, _ => (decimal?)null));

    public Slopes Add(Slopes other) => new(byField.Keys.Union(other.ByField.Keys).ToDictionary(
        field => field, field => Exactly.Add(Known(field), other.Known(field))));

    public Slopes Times(decimal factor) =>
        new(byField.ToDictionary(slope => slope.Key, slope => Exactly.Multiply(slope.Value, factor)));

    private decimal? Known(string field) => byField.TryGetValue(field, out var slope) ? slope : 0;
}
