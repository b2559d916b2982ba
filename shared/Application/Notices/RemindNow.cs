using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Notices;

/// <summary>Đôn đốc ngay: the centre reminds units beside the rounds. Whoever was reminded today, or owes nothing, is left out.</summary>
public sealed class RemindNow(ChangeReports changeReports, TimeProvider clock) : IUseCase
{
    /// <returns>How many are reminded.</returns>
    public async Task<Outcome<int>> Execute(CycleId id, IReadOnlyList<UnitCode> units, Caller by, CancellationToken cancellation)
    {
        var (named, reminded, now) = (units.ToHashSet(), new HashSet<UnitCode>(), clock.GetUtcNow());
        var refused = await changeReports.Execute(
            id,
            (cycle, obligation) =>
            {
                var next = named.Contains(obligation.Unit) ? obligation.RemindToday(cycle, now) : obligation;
                if (next == obligation)
                {
                    return ReportChange.Of(obligation, obligation);
                }

                reminded.Add(obligation.Unit);
                return ReportChange.Of(obligation, next, EventOf(next, by, now));
            },
            cancellation);
        return refused is { } refusal ? refusal : reminded.Count;
    }

    private static ReminderDue EventOf(Obligation next, Caller by, DateTimeOffset now) => new(
        next.Cycle, next.Unit, next.Superior, next.Revision, next.AskedBy, next.Reminded!.Stage, next.Presented is not null)
    {
        At = now,
        By = by.Person,
    };
}
