using VksServerless.Application.Reports.Inspecting;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>Streams a file in and keeps it only if it is what was announced.</summary>
public sealed class TakeFile(IAttachments attachments) : IUseCase
{
    /// <param name="unit">Whose file it is; the sector: the cycle's own.</param>
    /// <param name="barred">Why no file is taken; null: it is.</param>
    /// <param name="checkAgain">The same after the last byte, for a file may take its time.</param>
    public async Task<Outcome<Attachment>> Execute(
        CycleId cycle, UnitCode unit, Attachment announced, int most, Stream content, Refusal? barred, Func<Task<Refusal?>> checkAgain,
        CancellationToken cancellation)
    {
        if (barred is null)
        {
            barred = ReportRefusals.Stale;
            var inspection = IInspection.Of(announced.MediaType);
            var attached = await attachments.Add(
                cycle,
                unit,
                announced,
                most,
                new InspectedStream(content, inspection, async () => barred = await checkAgain()),
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
}
