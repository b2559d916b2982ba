using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Tasks;

/// <summary>What waits for somebody in the cycles under way.</summary>
public sealed class ReadTasks(ICycles cycles, IReports reports) : IUseCase
{
    /// <returns>In the order in which they are due, what is not done before what is.</returns>
    public async Task<IReadOnlyList<CycleTasks>> Execute(Caller caller, CancellationToken cancellation)
    {
        var found = new List<CycleTasks>();
        foreach (var entry in await cycles.UnderWay(cancellation))
        {
            if (await cycles.Read(entry.Value, cancellation) is { Value: var cycle } && Permission.ReadsCycle(caller, cycle.IsDraft))
            {
                found.Add(await In(cycle, caller, cancellation));
            }
        }

        return [.. found.Where(tasks => tasks.IsForThem).OrderBy(tasks => !tasks.Waits).ThenBy(tasks => tasks.DueAt)];
    }

    private async Task<CycleTasks> In(Cycle cycle, Caller caller, CancellationToken cancellation)
    {
        if (caller.Role is not (Role.UnitReporter or Role.UnitHead))
        {
            var toJudge = Permission.RunsCycles(caller) ? await Judging(cycle.Id, UnitCode.Sector, cancellation) : [];
            return new CycleTasks(cycle, [], toJudge)
            {
                ToApprove = Permission.Approves(caller) && cycle.Phase is CyclePhase.AwaitingApproval && !cycle.IsApproved
                    && cycle.ValidApprovals.All(given => given.Person != caller.Person),
                Sees = true,
            };
        }

        var own = new List<Obligation>();
        foreach (var unit in cycle.SucceededBy(caller.Unit).Prepend(caller.Unit))
        {
            if (await reports.Find(cycle.Id, unit, cancellation) is { Value: var obligation })
            {
                own.Add(obligation);
            }
        }

        return new CycleTasks(cycle, own, await Judging(cycle.Id, caller.Unit, cancellation));
    }

    private async Task<IReadOnlyList<Obligation>> Judging(CycleId cycle, UnitCode superior, CancellationToken cancellation) =>
        await reports.Under(cycle, superior, cancellation);
}

/// <summary>What one cycle asks of somebody.</summary>
/// <param name="Own">The reports that this person's unit answers for.</param>
/// <param name="Below">The reports of the units directly under it.</param>
public sealed record CycleTasks(Cycle Cycle, IReadOnlyList<Obligation> Own, IReadOnlyList<Obligation> Below)
{
    /// <summary>Whether the sector report waits for this leader.</summary>
    public bool ToApprove { get; init; }

    /// <summary>Whether this person follows every cycle.</summary>
    public bool Sees { get; init; }

    public int ToJudge => Below.Count(obligation => obligation.State is ReportState.Submitted);

    public int Owing => Below.Count(obligation => obligation.Owes);

    public bool IsForThem => Sees || Own.Count > 0 || Below.Count > 0;

    /// <summary>Whether somebody must do something.</summary>
    public bool Waits => ToApprove || ToJudge > 0 || Own.Any(obligation => obligation.Owes);

    public DateTimeOffset DueAt => Own.Where(obligation => obligation.Owes).Select(obligation => (DateTimeOffset?)obligation.DueAt).Min()
        ?? Cycle.Terms.ClosesAt;
}
