using VksServerless.Aggregation;
using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Functions.Aggregation;

/// <summary>So sánh với kỳ trước: a node's figures beside those that the units it has now brought in an earlier cycle.</summary>
public sealed class CompareTotals(ICycles cycles, TakeSnapshot snapshot) : IOperation
{
    private static readonly Basis Accepted = new(Submitted: false, AsOf: null);

    public async Task<Compared> Execute(Cycle cycle, Roster roster, UnitCode node, Cycle earlier, CancellationToken cancellation)
    {
        var before = await cycles.Roster(earlier.Id, cancellation) ?? new Roster([], []);
        var now = await snapshot.Execute(cycle, roster, node, Accepted, cancellation);
        var then = before.Knows(UnitCode.Sector) ? await snapshot.Execute(earlier, before, UnitCode.Sector, Accepted, cancellation) : null;
        var brought = then?.Units.Values.Where(unit => unit.Contribution is not null && roster.IsWithin(unit.Unit, node)).Select(unit => unit.Contribution!.Figures) ?? [];
        return new Compared(
            Comparison.Of(now.FiguresOf(node), Figures.Combine(brought)),
            now.CompletenessOf(node),
            then is not null && before.Knows(node) ? then.CompletenessOf(node) : null,
            []);
    }
}

/// <param name="Then">Of the same node in the earlier cycle; null when it had no part in it.</param>
/// <param name="Notes">What was done to make the two comparable.</param>
public sealed record Compared(IReadOnlyList<Comparison> Figures, Completeness Now, Completeness? Then, IReadOnlyList<string> Notes);
