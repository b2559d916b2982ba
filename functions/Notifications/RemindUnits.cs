using Microsoft.Azure.Functions.Worker;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Functions.Cycles;
using VksServerless.Functions.Submissions;
using VksServerless.Submissions;

namespace VksServerless.Functions.Notifications;

/// <summary>Đôn đốc: one round. Each unit that still owes is marked and an event tells of it, in one transaction, so never twice.</summary>
public sealed class RemindUnits(ICycles cycles, IReports reports, ChangeReport changeReport, ChangeCycle changeCycle, ReadAgenda agenda, TimeProvider clock)
    : IOperation
{
    private const int PageSize = 1000;
    private const int TogetherAtMost = 40;

    [Function(nameof(RemindUnits))]
    public async Task<Agenda> Run([ActivityTrigger] string cycle, CancellationToken cancellation)
    {
        var id = CycleId.Of(cycle);
        var now = clock.GetUtcNow();
        if (await cycles.Read(id, cancellation) is { Value: { Phase: CyclePhase.Open } open } && Agenda.RoundDue(open, now) is { } round)
        {
            await Round(open, now, cancellation);
            await changeCycle.Execute(id, reminded => reminded.RemindedAll(round), _ => [], cancellation);
        }

        return await agenda.Execute(id, cancellation);
    }

    private async Task Round(Cycle cycle, DateTimeOffset now, CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await reports.List(cycle.Id, PageSize, continuation, cancellation);
            var due = page.Items.Where(read => read.Value.StageDue(cycle, now) is not null);
            foreach (var together in due.GroupBy(read => read.Value.Superior).SelectMany(group => group.Chunk(TogetherAtMost)))
            {
                await Remind(cycle, together, now, cancellation);
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    private async Task Remind(Cycle cycle, Versioned<Obligation>[] together, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await reports.SaveAll([.. together.Select(read => (read, Reminder(cycle, read.Value, now)))], cancellation))
        {
            return;
        }

        foreach (var read in together)
        {
            await changeReport.Execute(cycle.Id, read.Value.Unit, (current, obligation) => Reminder(current, obligation, now), cancellation);
        }
    }

    private static ReportChange Reminder(Cycle cycle, Obligation obligation, DateTimeOffset now)
    {
        if (obligation.StageDue(cycle, now) is not { } stage)
        {
            return ReportChange.Of(obligation, obligation);
        }

        var next = obligation.Remind(stage);
        return ReportChange.Of(obligation, next, new ReminderDue(next.Cycle, next.Unit, next.Superior, next.Revision, next.DueAt, stage));
    }
}
