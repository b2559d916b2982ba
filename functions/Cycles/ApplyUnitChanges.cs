using Microsoft.Azure.Functions.Worker;
using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Functions.Aggregation;
using VksServerless.Functions.Submissions;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Functions.Cycles;

/// <summary>
/// Áp dụng thay đổi đơn vị: does what the cycle has recorded. First those who join are obliged and counted, then those who ended
/// are exempt, so that the cycle never looks as if everybody had reported. Begun again anywhere, it does what is missing.
/// </summary>
public sealed class ApplyUnitChanges(
    ICycles cycles, IReports reports, IDirectoryStore directories, ChangeReports changeReports, RecomputeTotal recompute, ChangeCycle change, ReadAgenda agenda) : IOperation
{
    [Function(nameof(ApplyUnitChanges))]
    public async Task<Agenda> Run([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        var id = CycleId.Of(cycle);
        if (await cycles.Read(id, cancellation) is { Value: { IsChangingUnits: true } read })
        {
            await Execute(read, cancellation);
        }

        return await agenda.Execute(id, cancellation);
    }

    private async Task Execute(Cycle cycle, CancellationToken cancellation)
    {
        var roster = (await cycles.Roster(cycle, cancellation))!;
        var directory = (await directories.Read(cancellation)).Value;
        foreach (var step in cycle.UnitChanges.Skip(cycle.UnitChangesDone))
        {
            var joined = step.Joined.ToHashSet();
            await reports.Oblige([.. roster.Participants.Where(unit => joined.Contains(unit.Unit)).Select(unit => Obligation.Fix(cycle, unit))], cancellation);
            foreach (var node in roster.Nodes.Where(node => joined.Any(unit => roster.IsWithin(unit, node.Unit))))
            {
                await recompute.Execute(cycle.Id, node.Unit, cancellation);
            }

            var ended = step.Ended.ToDictionary(unit => unit.Unit);
            var refused = await changeReports.Execute(
                cycle.Id,
                (current, obligation) => obligation.State is ReportState.Owed && ended.TryGetValue(obligation.Unit, out var unit)
                    ? Exempt(current, obligation, step, ReasonOf(step, unit, roster, directory))
                    : ReportChange.Of(obligation, obligation),
                cancellation);
            if (refused is not null)
            {
                return; // It has been cancelled meanwhile.
            }
        }

        await change.Execute(cycle.Id, current => current.UnitsChanged(cycle.UnitChanges.Count), _ => [], cancellation);
    }

    private static Outcome<ReportChange> Exempt(Cycle cycle, Obligation obligation, UnitChange step, string reason) =>
        obligation.ExemptFrom(cycle, reason, Caller.System with { Name = step.By }, step.At).Map(next => ReportChange.Of(
            obligation, next, new UnitExempted(next.Cycle, next.Unit, next.Superior, next.Revision, reason), NodeChanged.After(next)));

    private static string ReasonOf(UnitChange step, EndedUnit ended, Roster roster, UnitDirectory directory) => ended.Successors.Count == 0
        ? $"{roster.NameOf(ended.Unit)} không còn vào ngày {Vietnamese.Day(step.Day)}, không có đơn vị kế thừa. {step.Reason}"
        : $"{roster.NameOf(ended.Unit)} không còn vào ngày {Vietnamese.Day(step.Day)}; đơn vị kế thừa: {string.Join(", ", ended.Successors.Select(unit => $"{directory.On(step.Day).NameOf(unit)} ({unit})"))}. {step.Reason}";
}
