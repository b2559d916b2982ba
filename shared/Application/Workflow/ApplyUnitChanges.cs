using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Application.Totals;
using VksServerless.Application.Units;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Workflow;

/// <summary>
/// Áp dụng thay đổi đơn vị: does what the cycle has recorded. First those who join are obliged and counted, then those who ended
/// are exempt, so that the cycle never looks as if everybody had reported. Begun again anywhere, it does what is missing.
/// </summary>
public sealed class ApplyUnitChanges(
    ICycles cycles, IReports reports, IDirectoryStore directories, ChangeReports changeReports, RecomputeTotal recompute,
    ChangeCycle change) : IUseCase
{
    public async Task Execute(CycleId id, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is { Value: { IsChangingUnits: true } changing })
        {
            await Apply(id, changing, cancellation);
        }
    }

    private async Task Apply(CycleId id, Cycle cycle, CancellationToken cancellation)
    {
        var roster = (await cycles.Roster(cycle, cancellation))!;
        var directory = (await directories.Read(cancellation)).Value;
        foreach (var step in cycle.UnitChanges.Skip(cycle.UnitChangesDone).Where(step => step.Ended.Count > 0))
        {
            var joined = step.Joined.ToHashSet();
            await reports.CreateObligations(
                [.. roster.Participants.Where(unit => joined.Contains(unit.Unit)).Select(unit => Obligation.Fix(cycle, unit))], step.At,
                cancellation);
            foreach (var node in roster.Nodes.Where(node => joined.Any(unit => roster.IsWithin(unit, node.Unit))))
            {
                await recompute.Execute(cycle.Id, node.Unit, cancellation);
            }

            var ended = step.Ended.ToDictionary(unit => unit.Unit);
            var refused = await changeReports.Execute(
                cycle.Id,
                (_, obligation) => ended.TryGetValue(obligation.Unit, out var unit)
                    ? Leave(obligation, step, ReasonOf(step, unit, roster, directory))
                    : ReportChange.Of(obligation, obligation),
                cancellation);
            if (refused is not null)
            {
                return; // It has been cancelled meanwhile.
            }
        }

        await change.Execute(
            id, current => current.UnitsChanged(cycle.UnitChanges.Count),
            _ => cycle.UnitChanges.Index().Skip(cycle.UnitChangesDone).Select(step =>
                new UnitsTakenOver(id, UnitCode.Sector, step.Index + 1) { At = step.Item.At, By = PersonId.System }),
            cancellation);
    }

    private static ReportChange Leave(Obligation obligation, UnitChange step, string reason)
    {
        var next = obligation.Leave(step, reason);
        var happened = new UnitExempted(next.Cycle, next.Unit, next.Superior, next.Revision, reason) { At = step.At, By = PersonId.System };
        return ReportChange.Of(obligation, next, happened, NodeChanged.After(happened));
    }

    private static string ReasonOf(UnitChange step, EndedUnit ended, Roster roster, UnitDirectory directory) => ended.Successors.Count == 0
        ? $"{roster.NameOf(ended.Unit)} không còn vào ngày {Vietnamese.Day(step.Day)}, không có đơn vị kế thừa. {step.Reason}"
        : $"{roster.NameOf(ended.Unit)} không còn vào ngày {Vietnamese.Day(step.Day)}; đơn vị kế thừa: "
            + string.Join(", ", ended.Successors.Select(unit => $"{directory.On(step.Day).NameOf(unit)} ({unit})")) + $". {step.Reason}";
}
