using VksServerless.Cycles;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Functions.Submissions;

/// <summary>Reads a unit's obligation, lets a decision change it, writes it with its events; when somebody was quicker, decides anew.</summary>
public sealed class ChangeReport(ICycles cycles, IReports reports) : IOperation
{
    private const int MostTries = 20;

    public Task<Outcome<ReportChange>> Execute(
        CycleId id, UnitCode unit, Func<Cycle, Obligation, Outcome<ReportChange>> decide, CancellationToken cancellation) =>
        Execute(id, unit, (cycle, obligation) => Task.FromResult(decide(cycle, obligation)), cancellation);

    /// <param name="decide">A change to the same obligation means that nothing is to be written.</param>
    public async Task<Outcome<ReportChange>> Execute(
        CycleId id, UnitCode unit, Func<Cycle, Obligation, Task<Outcome<ReportChange>>> decide, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await cycles.Read(id, cancellation) is not { } cycle || await reports.Find(id, unit, cancellation) is not { } read)
            {
                return ReportRefusals.NotObliged(unit.ToString());
            }

            var decided = await decide(cycle.Value, read.Value);
            if (decided.Refused || decided.Value.Next == read.Value || await reports.Save(read, decided.Value, cancellation))
            {
                return decided;
            }
        }

        return ReportRefusals.Stale;
    }
}
