using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>
/// Tài liệu của kỳ: the plan's file, or the draft on which opinions are asked. It is named in the sector report with its hash, so one
/// that awaits approval is put together again.
/// </summary>
public sealed class AttachDocument(
    ICycles cycles, IAttachments attachments, TakeFile take, ChangeCycle change, TimeProvider clock) : IUseCase
{
    public async Task<Outcome<Attachment>> Execute(
        Cycle cycle, Attachment announced, Stream content, Caller by, CancellationToken cancellation)
    {
        var there = await attachments.List(cycle.Id, UnitCode.Sector, cancellation);
        var known = there.Any(file => file.IsSameFile(announced));
        if (there.Count >= AttachmentRules.MostDocuments && !known)
        {
            return AttachmentRefusals.TooManyDocuments;
        }

        var attached = await take.Execute(
            cycle.Id, UnitCode.Sector, announced, AttachmentRules.MostDocuments, content, Check(cycle),
            async () => Check((await cycles.Read(cycle.Id, cancellation))!.Value), cancellation);
        if (attached.Refused)
        {
            return attached;
        }

        // Not cancelled with the request. Also for a file that was there before: its request may have ended before it got here.
        var now = clock.GetUtcNow();
        var composed = await change.AndWake(cycle.Id, current => current.ComposeWithNewText(now), by.Person, CancellationToken.None);
        if (composed.Refusal is { } late && !known)
        {
            await attachments.Remove(cycle.Id, UnitCode.Sector, attached.Value.Id, now, CancellationToken.None);
            return late;
        }

        return attached;
    }

    private static Refusal? Check(Cycle cycle) => cycle.TakesSectorText ? null : CycleRefusals.SectorReportWritten(cycle);
}
