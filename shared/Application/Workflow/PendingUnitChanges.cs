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
            .. directory.Ending.Where(unit => unit.ValidTo < today && roster.Knows(unit.Code) && cycle.EndOf(unit.Code) is null)
                .Select(unit => unit.Code),
        ];
    }
}
