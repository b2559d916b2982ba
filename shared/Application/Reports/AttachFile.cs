using VksServerless.Application.Reports.Inspecting;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>Đính kèm: streams a file in and keeps it only if it is what was announced.</summary>
public sealed class AttachFile(ReportCheck desk, IAttachments attachments, TimeProvider clock) : IUseCase
{
    public async Task<Outcome<Attachment>> Execute(OpenReport report, Attachment announced, Stream content, CancellationToken cancellation)
    {
        var (cycle, unit) = (report.Obligation.Cycle, report.Obligation.Unit);
        var barred = CheckOpen(report);
        if (barred is null)
        {
            // Nothing is kept unless the file has ended and was not barred then: it may have taken its time.
            barred = ReportRefusals.Stale;
            var inspection = IInspection.Of(announced.MediaType);
            var attached = await attachments.Add(
                cycle,
                unit,
                announced,
                AttachmentRules.MostOf(report.Obligation),
                new InspectedStream(
                    content, inspection,
                    async () => barred = (await desk.Open(cycle, unit, cancellation)).Match(CheckOpen, refused => refused)),
                (length, sha256, head) =>
                    AttachmentRules.Check(announced, length, Sha256.Of(sha256), head) ?? inspection?.Verdict() ?? barred,
                cancellation);
            if (!attached.Refused || attached.Refusal != barred)
            {
                return attached;
            }
        }

        // What was attached before it was barred is still what this request was about: its answer may have been lost.
        var there = (await attachments.List(cycle, unit, cancellation)).FirstOrDefault(file => file.IsSameFile(announced));
        return there is null ? barred! : there;
    }

    private Refusal? CheckOpen(OpenReport report) => report.Obligation.CheckOpen(report.Cycle, clock.GetUtcNow());
}
