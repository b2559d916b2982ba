using VksServerless.Access;
using VksServerless.Functions.Submissions.Inspecting;
using VksServerless.Submissions;

namespace VksServerless.Functions.Submissions;

/// <summary>Đính kèm: streams a file in and keeps it only if it is what was announced.</summary>
public sealed class AttachFile(IAttachments attachments, TimeProvider clock) : IOperation
{
    public async Task<Outcome<Attachment>> Execute(OpenReport report, Attachment announced, Stream content, CancellationToken cancellation)
    {
        if (report.Obligation.TakesFiles(report.Cycle, clock.GetUtcNow()) is { } refused)
        {
            return refused;
        }

        var inspection = IInspection.Of(announced.MediaType);
        var files = await attachments.List(report.Obligation.Cycle, report.Obligation.Unit, cancellation);
        return files.Count >= AttachmentRules.MostFiles && files.All(file => file.Id != announced.Id)
            ? AttachmentRefusals.TooMany
            : await attachments.Add(
                report.Obligation.Cycle,
                report.Obligation.Unit,
                announced,
                new InspectedStream(content, inspection),
                (length, sha256, head) => AttachmentRules.Check(announced, length, sha256, head) ?? inspection?.Verdict(),
                cancellation);
    }
}
