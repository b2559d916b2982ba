using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>Đính kèm: a file of a unit's report, as long as the report is open.</summary>
public sealed class AttachFile(ReportCheck desk, TakeFile take, TimeProvider clock) : IUseCase
{
    public Task<Outcome<Attachment>> Execute(OpenReport report, Attachment announced, Stream content, CancellationToken cancellation)
    {
        var (cycle, unit) = (report.Obligation.Cycle, report.Obligation.Unit);
        return take.Execute(
            cycle, unit, announced, AttachmentRules.MostOf(report.Obligation), content, CheckOpen(report),
            async () => (await desk.Open(cycle, unit, cancellation)).Match(CheckOpen, refused => refused), cancellation);
    }

    private Refusal? CheckOpen(OpenReport report) => report.Obligation.CheckOpen(report.Cycle, clock.GetUtcNow());
}
