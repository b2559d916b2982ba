using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>
/// Lets one decision change many obligations of a cycle: read by the page, written as many of one superior's together as a
/// transaction takes.
/// </summary>
public sealed class ChangeReports(ICycles cycles, IReports reports, ChangeReport changeReport) : IUseCase
{
    /// <summary>A row, its history and two events each: all of the 100 that a transaction takes.</summary>
    private const int TogetherAtMost = 25;

    /// <param name="decide">A change to the same obligation means that nothing is to be written; two events at most follow from
    /// one.</param>
    /// <returns>The first refusal. One that comes before anything is written leaves all as it was; asking again goes on from where
    /// another ended.</returns>
    public async Task<Refusal?> Execute(CycleId id, Func<Cycle, Obligation, Outcome<ReportChange>> decide, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is not { Value: var cycle })
        {
            return CycleRefusals.Unknown(id.ToString());
        }

        var changes = new List<(Versioned<Obligation> Read, ReportChange Change)>();
        await foreach (var read in reports.All(id, cancellation))
        {
            var decided = decide(cycle, read.Value);
            if (decided.Refusal is { } refusal)
            {
                return refusal;
            }

            if (decided.Value.Next != read.Value)
            {
                changes.Add((read, decided.Value));
            }
        }

        foreach (var together in changes.GroupBy(change => change.Read.Value.Superior).SelectMany(group => group.Chunk(TogetherAtMost)))
        {
            if (await Write(cycle, together, decide, cancellation) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private async Task<Refusal?> Write(
        Cycle cycle, (Versioned<Obligation> Read, ReportChange Change)[] together, Func<Cycle, Obligation, Outcome<ReportChange>> decide,
        CancellationToken cancellation)
    {
        if ((await cycles.Read(cycle.Id, cancellation))?.Value.Revision == cycle.Revision && await reports.SaveAll(together, cancellation))
        {
            return null;
        }

        // One of them, or the cycle, has changed since: each for itself.
        foreach (var (read, _) in together)
        {
            if ((await changeReport.Execute(cycle.Id, read.Value.Unit, decide, cancellation)).Refusal is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }
}
