using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Totals;

/// <summary>Finds the node of a cycle whose totals are asked for, for those who may.</summary>
public sealed class TotalAccess(CycleAccess access, ICycles cycles) : IUseCase
{
    private static readonly Roster Nobody = new([], []);

    public async Task<Outcome<(Cycle Cycle, Roster Roster, UnitCode Node)>> Read(
        Caller caller, string cycle, string unit, CancellationToken cancellation)
    {
        var found = await access.Read(caller, cycle, cancellation);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        _ = UnitCode.TryParse(unit, out var node);
        var roster = await cycles.Roster(found.Value, cancellation) ?? Nobody;

        // Who may not read a unit's totals is not told either whether it takes part.
        return !Permission.ReadsTotals(caller, node, roster, found.Value) && !Permission.WritesReport(caller, node)
            ? AccessRefusals.NotPermitted
            : roster.Knows(node) ? (found.Value, roster, node)
            : ReportRefusals.NotObliged(unit.Length > 40 ? unit[..40] : unit);
    }

    /// <summary>The whole sector, for those who read everything.</summary>
    public async Task<Outcome<(Cycle Cycle, Roster Roster)>> ReadAll(Caller caller, string cycle, CancellationToken cancellation)
    {
        var found = await access.For(caller, cycle, Permission.ReadsPublications, cancellation);
        return found.Refusal is { } refusal ? refusal : (found.Value, await cycles.Roster(found.Value, cancellation) ?? Nobody);
    }
}
