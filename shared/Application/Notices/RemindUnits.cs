using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Reports;

namespace VksServerless.Application.Notices;

/// <summary>Đôn đốc: one round. Each unit that still owes is marked and an event reports it, in one transaction, so never twice.</summary>
public sealed class RemindUnits(ICycles cycles, ChangeReports changeReports, ChangeCycle changeCycle, TimeProvider clock)
    : IUseCase
{
    public async Task Execute(CycleId id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await cycles.Read(id, cancellation) is { Value: { Phase: CyclePhase.Open } open } && Agenda.RoundDue(open, now) is { } round)
        {
            await changeReports.Execute(id, (current, obligation) => Reminder(current, obligation, now), cancellation);
            await changeCycle.Execute(id, reminded => reminded.RemindedAll(round), _ => [], cancellation);
        }
    }

    private static ReportChange Reminder(Cycle cycle, Obligation obligation, DateTimeOffset now)
    {
        if (obligation.StageDue(cycle, now) is not { } stage)
        {
            return ReportChange.Of(obligation, obligation);
        }

        var next = obligation.Remind(stage);
        return ReportChange.Of(
            obligation,
            next,
            new ReminderDue(next.Cycle, next.Unit, next.Superior, next.Revision, next.AskedBy, stage, next.Presented is not null)
            {
                At = now,
                By = PersonId.System,
            });
    }
}
