using VksServerless.Application.Cycles;
using VksServerless.Application.Units;
using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Application.Workflow;

/// <summary>Which units of a running cycle have ended by the directory without the cycle having taken that over.</summary>
public sealed class PendingUnitChanges(ICycles cycles, IDirectoryStore directories, TimeProvider clock) : IUseCase
{
    public async Task<IReadOnlyList<UnitCode>> Execute(Cycle cycle, CancellationToken cancellation)
    {
        if (!cycle.TakesJudgements || cycle.IsImported || await cycles.Roster(cycle, cancellation) is not { } roster)
        {
            return [];
        }

        var (directory, today) = ((await directories.Read(cancellation)).Value, VietnamTime.DayOf(clock.GetUtcNow()));
        return
        [
            .. roster.Participants.Select(unit => unit.Unit).Concat(roster.Nodes.Select(node => node.Unit)).Distinct()
                .Where(code => cycle.EndOf(code) is null && directory.Find(code) is { ValidTo: { } last } && last < today),
        ];
    }
}
