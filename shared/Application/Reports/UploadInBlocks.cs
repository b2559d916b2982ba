using System.Text.Json.Nodes;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>
/// Gửi tệp theo từng phần: a file comes block by block over a line that may break, and is attached as any other when it is whole. Who
/// begins it again goes on where it broke off.
/// </summary>
public sealed class UploadInBlocks(
    ReportAccess access, IUploads uploads, IAttachments attachments, AttachFile attach, ReportDrafts drafts, ChangeDraft change,
    TimeProvider clock) : IUseCase
{
    private const int MostTries = 10;

    /// <param name="announced">Named after its author, its place and its content, so that the same file is the same upload.</param>
    /// <returns>The blocks that need not be sent any more; all of them where the file is attached already.</returns>
    public async Task<Outcome<(Upload Upload, IReadOnlySet<int> Blocks)>> Begin(
        OpenReport open, Attachment announced, Caller by, CancellationToken cancellation)
    {
        var (cycle, unit, now) = (open.Obligation.Cycle, open.Obligation.Unit, clock.GetUtcNow());
        if (open.Obligation.CheckOpen(open.Cycle, now) is { } barred)
        {
            return barred;
        }

        var upload = new Upload(cycle, unit, announced, by.Person, now);
        var attached = await attachments.List(cycle, unit, cancellation);
        if (attached.Any(file => file.IsSameFile(announced)))
        {
            return (upload, Enumerable.Range(0, upload.Blocks).ToHashSet());
        }

        if (attached.Count >= AttachmentRules.MostOf(open.Obligation))
        {
            return AttachmentRefusals.TooMany(AttachmentRules.MostOf(open.Obligation));
        }

        var begun = await uploads.Of(cycle, unit, cancellation);
        if (begun.Count >= Upload.MostOfReport && begun.All(other => other.File.Id != announced.Id))
        {
            return UploadRefusals.TooMany;
        }

        await uploads.Begin(upload, cancellation);
        return await uploads.Find(cycle, unit, announced.Id, cancellation) is { } found ? found : UploadRefusals.Unknown;
    }

    /// <param name="block">From 0.</param>
    /// <returns>Null when the block is kept.</returns>
    public async Task<Refusal?> Take(
        OpenReport open, string id, int block, Stream content, Caller by, CancellationToken cancellation)
    {
        if (open.Obligation.CheckOpen(open.Cycle, clock.GetUtcNow()) is { } barred)
        {
            return barred;
        }

        return await Find(open, id, by, cancellation) is not { } found ? UploadRefusals.Unknown
            : found.Upload.LengthOf(block) == 0 ? UploadRefusals.OtherLength
            : found.Blocks.Contains(block) || await uploads.Take(found.Upload, block, content, cancellation) ? null
            : UploadRefusals.OtherLength;
    }

    /// <summary>Puts the file together, checks it as any other, attaches it and enters it in the field of the draft.</summary>
    public async Task<Outcome<Attachment>> Complete(
        OpenReport open, string id, FieldCode field, Caller by, CancellationToken cancellation)
    {
        var attached = await Attach(open, id, by, cancellation);
        return attached.Refused || await Enter(open, field, id, by, cancellation) is not { } refusal ? attached : refusal;
    }

    /// <returns>Null when nothing of it is left.</returns>
    public async Task<Refusal?> Cancel(OpenReport open, string id, Caller by, CancellationToken cancellation)
    {
        if (await Find(open, id, by, cancellation) is not { } found)
        {
            return UploadRefusals.Unknown;
        }

        await uploads.Drop(found.Upload, cancellation);
        return null;
    }

    private async Task<Outcome<Attachment>> Attach(OpenReport open, string id, Caller by, CancellationToken cancellation)
    {
        var (cycle, unit) = (open.Obligation.Cycle, open.Obligation.Unit);
        if (await Find(open, id, by, cancellation) is not { } found)
        {
            // The answer may have been lost after the file was attached.
            return (await attachments.List(cycle, unit, cancellation)).FirstOrDefault(file => file.Id == id) is { } there
                ? there
                : UploadRefusals.Unknown;
        }

        if (found.Blocks.Count < found.Upload.Blocks)
        {
            return UploadRefusals.Incomplete;
        }

        Outcome<Attachment> attached;
        await using (var content = uploads.Read(found.Upload))
        {
            attached = await attach.Execute(open, found.Upload.File with { At = clock.GetUtcNow() }, content, cancellation);
        }

        // What is not taken now is not taken later either: it would have to be sent otherwise.
        await uploads.Drop(found.Upload, CancellationToken.None);
        return attached;
    }

    /// <returns>Null when the field has it.</returns>
    private async Task<Refusal?> Enter(OpenReport open, FieldCode field, string id, Caller by, CancellationToken cancellation)
    {
        var (cycle, unit) = (open.Obligation.Cycle.ToString(), open.Obligation.Unit.ToString());
        for (var attempt = 1; ; attempt++)
        {
            var now = await access.Write(by, cycle, unit, cancellation);
            if (now.Refusal is { } closed)
            {
                return closed;
            }

            var before = await drafts.Read(now.Value, cancellation) is { } draft
                ? ReportJson.Read(now.Value.Form, draft.Value).Answers[field]
                : null;
            var ids = (before as Answer.Files)?.Ids ?? [];
            if (ids.Contains(id))
            {
                return null;
            }

            var changed = await change.Execute(
                by, cycle, unit,
                new DraftChange(
                    new Dictionary<FieldCode, JsonNode?>
                    {
                        [field] = new JsonArray([.. ids.Append(id).Select(one => JsonValue.Create(one))]),
                    },
                    new Dictionary<FieldCode, string> { [field] = ChangeDraft.MarkOf(before) },
                    new Dictionary<string, string>()),
                cancellation);
            if (changed.Refusal is { } refusal)
            {
                return refusal;
            }

            if (changed.Value.Errors is [var wrong, ..])
            {
                return ReportRefusals.Invalid([wrong]) with { Detail = wrong.Message };
            }

            if (changed.Value.Conflicts.Count == 0 || attempt == MostTries)
            {
                return changed.Value.Conflicts.Count == 0 ? null : ReportRefusals.Stale;
            }
        }
    }

    /// <summary>Only its author finds it.</summary>
    private async Task<(Upload Upload, IReadOnlySet<int> Blocks)?> Find(
        OpenReport open, string id, Caller by, CancellationToken cancellation) =>
        await uploads.Find(open.Obligation.Cycle, open.Obligation.Unit, id, cancellation) is { } found
            && found.Upload.ByPerson == by.Person
            ? found
            : null;
}
