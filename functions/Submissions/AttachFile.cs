using VksServerless.Submissions;

namespace VksServerless.Functions.Submissions;

/// <summary>Đính kèm: streams a file in and keeps it only if it is what was announced.</summary>
public sealed class AttachFile(IAttachments attachments, TimeProvider clock) : IOperation
{
    public async Task<Outcome<Attachment>> Execute(OpenReport report, Attachment announced, Stream content, CancellationToken cancellation)
    {
        var (cycle, unit) = (report.Obligation.Cycle, report.Obligation.Unit);
        if (report.Obligation.Bars(report.Cycle, clock.GetUtcNow()) is { } refused)
        {
            // What was attached before it was barred is still what this request was about: its answer may have been lost.
            var there = (await attachments.List(cycle, unit, cancellation)).FirstOrDefault(file => file.IsSameFile(announced));
            return there is null ? refused : there;
        }

        return await attachments.Add(
            cycle, unit, announced, content, (length, sha256, head) => AttachmentRules.Check(announced, length, sha256, head), cancellation);
    }
}
