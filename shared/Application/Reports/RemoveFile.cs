using VksServerless.Figures;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>Bỏ tệp: what was attached and never handed in leaves the report's files; what was handed in stays with its version.</summary>
public sealed class RemoveFile(IAttachments attachments, IReports reports, TimeProvider clock) : IUseCase
{
    /// <returns>Null when it is removed.</returns>
    public async Task<Refusal?> Execute(OpenReport open, string id, CancellationToken cancellation)
    {
        var (cycle, unit) = (open.Obligation.Cycle, open.Obligation.Unit);
        var now = clock.GetUtcNow();
        return open.Obligation.CheckOpen(open.Cycle, now) is { } barred ? barred
            : await IsHandedIn(open, id, cancellation) ? AttachmentRefusals.HandedIn
            : await attachments.Remove(cycle, unit, id, now, cancellation) ? null
            : AttachmentRefusals.Unknown(id);
    }

    private async Task<bool> IsHandedIn(OpenReport open, string id, CancellationToken cancellation)
    {
        var (cycle, unit) = (open.Obligation.Cycle, open.Obligation.Unit);
        var written = (await reports.Versions(cycle, unit, cancellation)).Select(version => version.Sha256)
            .Concat((await reports.Presentations(cycle, unit, cancellation)).Select(presented => presented.Sha256));
        foreach (var sha256 in written.Distinct())
        {
            var content = await reports.ContentOf(cycle, unit, sha256, open.Form, cancellation);
            if (content.Answers.ByField.Values.OfType<Answer.Files>().Any(files => files.Ids.Contains(id)))
            {
                return true;
            }
        }

        return false;
    }
}
