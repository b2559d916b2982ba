using FiguresByField = System.Collections.Generic.IReadOnlyDictionary<string, VksServerless.Figures.Figure>;

namespace VksServerless.Figures;

/// <summary>
/// What a superior's adjustments rest on: they stand as long as each unit below reports what it did when they were made, and fall
/// together. A unit that reports later was not adjusted and changes nothing.
/// </summary>
/// <param name="On">By unit directly below and by field: the sum of the unit and everything below it.</param>
/// <param name="Before">By field that they change: its figure without them; null where there is none.</param>
public sealed record Consolidation(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>> On, IReadOnlyDictionary<string, Figure?> Before)
{
    public static Consolidation Of(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>> on, FiguresByField before, FiguresByField after) =>
        new(on, after.Where(figure => !figure.Value.Equals(before.GetValueOrDefault(figure.Key)))
            .ToDictionary(figure => figure.Key, figure => before.GetValueOrDefault(figure.Key)));

    /// <param name="on">What adjustments were made on.</param>
    /// <param name="below">By unit directly below: what it and everything below it bring now.</param>
    public static bool Stands(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>> on, IReadOnlyDictionary<string, FiguresByField> below) =>
        on.All(unit => unit.Value.All(sum =>
            below.GetValueOrDefault(unit.Key)?.GetValueOrDefault(sum.Key) is Figure.Sum now && now.Total == sum.Value));

    public FiguresByField TakenFrom(FiguresByField figures)
    {
        var without = new SortedDictionary<string, Figure>(StringComparer.Ordinal);
        foreach (var (field, figure) in figures)
        {
            if ((Before.TryGetValue(field, out var before) ? before : figure) is { } left)
            {
                without[field] = left;
            }
        }

        return without;
    }
}
