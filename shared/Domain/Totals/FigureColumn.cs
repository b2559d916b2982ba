using VksServerless.Figures;

namespace VksServerless.Totals;

/// <summary>One field's figures over a tree: sums and means as columns of numbers, whatever else by combining.</summary>
internal static class FigureColumn
{
    /// <param name="brought">Of each unit, under its number in the tree.</param>
    /// <returns>The figure at every place, over it and all below it.</returns>
    public static Func<int, Figure?> Of(TreeShape shape, Figure?[] brought) =>
        brought.All(figure => figure is null or Figure.Sum { Units: 1 } or Figure.Sum { Units: 0, Reported: 0 }) ? Sums(shape, brought)
        : brought.All(figure => figure is null or Figure.Mean { Units: 1 }) ? Means(shape, brought)
        : Combined(shape, brought);

    private static Func<int, Figure?> Sums(TreeShape shape, Figure?[] brought)
    {
        var reported = Column(shape, brought, figure => figure is Figure.Sum { Units: 1 } sum ? sum.Reported : null);
        var adjusted = Column(shape, brought, figure => figure is Figure.Sum sum ? sum.Adjusted : null);
        return place =>
            adjusted.UnitsAt(place) == 0 ? null : new Figure.Sum(reported.SumAt(place), adjusted.SumAt(place), reported.UnitsAt(place));
    }

    private static Func<int, Figure?> Means(TreeShape shape, Figure?[] brought)
    {
        var totals = Column(shape, brought, figure => (figure as Figure.Mean)?.Total);
        var scale = brought.OfType<Figure.Mean>().FirstOrDefault()?.Scale;
        return place =>
            totals.UnitsAt(place) == 0 ? null : new Figure.Mean(totals.SumAt(place), totals.UnitsAt(place)) { Scale = scale };
    }

    private static ColumnTotals Column(TreeShape shape, Figure?[] brought, Func<Figure?, decimal?> number) =>
        NumberColumn.Of(shape, [.. brought.Select(number)]).Sum(shape);

    private static Func<int, Figure?> Combined(TreeShape shape, Figure?[] brought)
    {
        var totals = new Figure?[shape.Count];
        foreach (var (number, figure) in brought.Index())
        {
            totals[shape.PlaceOf(number)] = figure;
        }

        for (var place = shape.Superiors - 1; place >= 0; place--)
        {
            var total = totals[shape.LeavesUnder(place)].Concat(totals[shape.SuperiorsUnder(place)]).Aggregate(totals[place], Add);
            totals[place] = FigureTable.IsAdjustmentAlone(total) ? null : total;
        }

        return place => totals[place];
    }

    private static Figure? Add(Figure? sofar, Figure? next) =>
        sofar is null ? next : next is null ? sofar : Figure.Combine(sofar, next);
}
