using VksServerless.Figures;
using VksServerless.Units;

namespace VksServerless.Totals;

/// <summary>
/// The totals of every node of a tree at once, as the live tree has them node by node: for reads of how things stood, or
/// stand but for the judgement, of which no totals are kept.
/// </summary>
public sealed class RollUp
{
    private readonly Dictionary<UnitCode, int> _places;
    private readonly SortedDictionary<string, Func<int, Figure?>> _columns;

    private RollUp(Dictionary<UnitCode, int> places, SortedDictionary<string, Func<int, Figure?>> columns) =>
        (_places, _columns) = (places, columns);

    /// <param name="tree">Each unit with its superior, in any order; the superior of the head is not among them.</param>
    /// <param name="brought">What single reports bring, by unit and field; of units that are not in the tree nothing counts.</param>
    public static RollUp Of(
        IReadOnlyList<(UnitCode Unit, UnitCode? Superior)> tree, IReadOnlyDictionary<UnitCode, IReadOnlyDictionary<string, Figure>> brought)
    {
        var numbers = tree.Index().ToDictionary(node => node.Item.Unit, node => node.Index);
        var shape = TreeShape.Of(
            [.. tree.Select(node => node.Superior is { } superior && numbers.TryGetValue(superior, out var number) ? number : -1)]);
        var columns = new SortedDictionary<string, Func<int, Figure?>>(StringComparer.Ordinal);
        foreach (var field in brought.Values.SelectMany(figures => figures.Keys).Distinct())
        {
            columns[field] = FigureColumn.Of(
                shape, [.. tree.Select(node => brought.GetValueOrDefault(node.Unit)?.GetValueOrDefault(field))]);
        }

        return new RollUp(numbers.ToDictionary(pair => pair.Key, pair => shape.PlaceOf(pair.Value)), columns);
    }

    /// <summary>Of the unit itself and everything below it, by field code; a field that nobody answered is not in it.</summary>
    public IReadOnlyDictionary<string, Figure> this[UnitCode unit]
    {
        get
        {
            var figures = new SortedDictionary<string, Figure>(StringComparer.Ordinal);
            foreach (var (field, at) in _columns)
            {
                if (at(_places[unit]) is { } figure)
                {
                    figures[field] = figure;
                }
            }

            return figures;
        }
    }
}
