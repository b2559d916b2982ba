using Microsoft.Azure.Functions.Worker;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Functions.Cycles;
using VksServerless.Functions.Submissions;
using VksServerless.Submissions;

namespace VksServerless.Functions.Notifications;

/// <summary>Đôn đốc: one round. Each unit that still owes is marked and an event tells of it, in one transaction, so never twice.</summary>
public sealed class RemindUnits(ICycles cycles, ChangeReports changeReports, ChangeCycle changeCycle, ReadAgenda agenda, TimeProvider clock)
    : IOperation
{
    [Function(nameof(RemindUnits))]
    public async Task<Agenda> Run([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        var id = CycleId.Of(cycle);
        var now = clock.GetUtcNow();
        if (await cycles.Read(id, cancellation) is { Value: { Phase: CyclePhase.Open } open } && Agenda.RoundDue(open, now) is { } round)
        {
            await changeReports.Execute(id, (current, obligation) => Reminder(current, obligation, now), cancellation);
            await changeCycle.Execute(id, reminded => reminded.RemindedAll(round), _ => [], cancellation);
        }

        return await agenda.Execute(id, cancellation);
    }

    private static ReportChange Reminder(Cycle cycle, Obligation obligation, DateTimeOffset now)
    {
        if (obligation.StageDue(cycle, now) is not { } stage)
        {
            return ReportChange.Of(obligation, obligation);
        }

        var next = obligation.Remind(stage);
        return ReportChange.Of(obligation, next, new ReminderDue(next.Cycle, next.Unit, next.Superior, next.Revision, next.DueAt, stage, next.Presented is not null));
    }
}
