using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>
/// Lets a decision change a unit's obligation and writes it with its events; after a conflicting write it reads and decides
/// again. Re-reads the cycle before writing, except for submissions: closing the cycle must not reject a report already in
/// flight.
/// </summary>
public sealed class ChangeReport(ICycles cycles, IReports reports) : IUseCase
{
    private const int MostTries = 20;

    /// <param name="decide">A change to the same obligation means that nothing is to be written.</param>
    public async Task<Outcome<ReportChange>> Execute(
        CycleId id, UnitCode unit, Func<Cycle, Obligation, Outcome<ReportChange>> decide, CancellationToken cancellation) =>
        await Read(id, unit, cancellation) is var (cycle, obligation)
            ? await Execute(cycle, obligation, (current, read) => Task.FromResult(decide(current, read)), cancellation)
            : ReportRefusals.NotObliged(unit.ToString());

    /// <summary>Decides first on the report as it was opened.</summary>
    public Task<Outcome<ReportChange>> Execute(
        OpenReport open, Func<Cycle, Obligation, Outcome<ReportChange>> decide, CancellationToken cancellation) =>
        Execute(open.Cycle, open.Read, (current, read) => Task.FromResult(decide(current, read)), cancellation);

    /// <summary>Decides first on the report as it was opened.</summary>
    public Task<Outcome<ReportChange>> Execute(
        OpenReport open, Func<Cycle, Obligation, Task<Outcome<ReportChange>>> decide, CancellationToken cancellation) =>
        Execute(open.Cycle, open.Read, decide, cancellation);

    private async Task<Outcome<ReportChange>> Execute(
        Cycle cycle, Versioned<Obligation> read, Func<Cycle, Obligation, Task<Outcome<ReportChange>>> decide,
        CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var decided = await decide(cycle, read.Value);
            if (decided.Refused || decided.Value.Next == read.Value
                || (await IsUnchanged(cycle, decided.Value, cancellation) && await reports.Save(read, decided.Value, cancellation)))
            {
                return decided;
            }

            (cycle, read) = (await Read(cycle.Id, read.Value.Unit, cancellation))!.Value;
        }

        return ReportRefusals.Stale;
    }

    private async Task<bool> IsUnchanged(Cycle cycle, ReportChange decided, CancellationToken cancellation) =>
        decided is { Version: not null, Accepted: null } || (await cycles.Read(cycle.Id, cancellation))?.Value.Revision == cycle.Revision;

    private async Task<(Cycle Cycle, Versioned<Obligation> Obligation)?> Read(CycleId id, UnitCode unit, CancellationToken cancellation) =>
        await cycles.Read(id, cancellation) is { Value: var cycle } && await reports.Find(id, unit, cancellation) is { } read
            ? (cycle, read)
            : null;
}
