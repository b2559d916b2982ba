using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.People;

namespace VksServerless.Application.Publications;

/// <summary>Duyệt báo cáo tổng hợp: a member of the leadership approves what was read, if that person's other steps allow it.</summary>
public sealed class ApproveReport(ChangeCycle change, IReports reports, TimeProvider clock) : IUseCase
{
    public async Task<Outcome<Cycle>> Execute(CycleId id, Sha256 digest, Caller by, CancellationToken cancellation)
    {
        var behind = await StepsBehind(id, cancellation);
        return await change.AndWake(id, cycle => Approve(cycle, digest, by, behind), by.Person, cancellation);
    }

    private Outcome<Cycle> Approve(Cycle cycle, Sha256 digest, Caller by, IReadOnlyList<EarlierStep> behind)
    {
        var approved = cycle.Approve(digest, by, clock.GetUtcNow());
        return approved.Refused || Duties.Approves(by.Person, cycle, behind) is not { } apart ? approved : apart;
    }

    private async Task<IReadOnlyList<EarlierStep>> StepsBehind(CycleId id, CancellationToken cancellation) =>
        await reports.All(id, cancellation).SelectMany(read => EarlierStep.Of(read.Value)).ToListAsync(cancellation);
}
