using Microsoft.AspNetCore.Http;
using VksServerless.Access;
using VksServerless.Aggregation;
using VksServerless.Cycles;
using VksServerless.Functions.Access;
using VksServerless.Functions.Cycles;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Functions.Aggregation;

/// <summary>Finds the node of a cycle whose totals a request asks for, for those who may.</summary>
public sealed class TotalAccess(CycleAccess access, ICycles cycles) : IOperation
{
    private static readonly Roster Nobody = new([], []);

    public async Task<Outcome<(Cycle Cycle, Roster Roster, UnitCode Node)>> Read(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var found = await access.Read(request, cycle, cancellation);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        _ = UnitCode.TryParse(unit, out var node);
        var roster = await cycles.Roster(found.Value, cancellation) ?? Nobody;

        // Who may not read a unit's totals is not told either whether it takes part.
        return !Permission.ReadsTotals(request.Caller(), node, roster, found.Value) && !Permission.WritesReport(request.Caller(), node) ? AccessRefusals.NotPermitted
            : roster.Knows(node) ? (found.Value, roster, node)
            : ReportRefusals.NotObliged(unit.Length > 40 ? unit[..40] : unit);
    }

    /// <summary>The whole sector, for those who read everything.</summary>
    public async Task<Outcome<(Cycle Cycle, Roster Roster)>> ReadAll(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.For(request, cycle, Permission.ReadsPublications, cancellation);
        return found.Refusal is { } refusal ? refusal : (found.Value, await cycles.Roster(found.Value, cancellation) ?? Nobody);
    }
}
