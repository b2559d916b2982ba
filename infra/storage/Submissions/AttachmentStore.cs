using VksServerless.Cycles;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Storage.Submissions;

/// <summary>An attachment is there when its row is: the blob is written first, and goes again when the row cannot be written.</summary>
internal sealed class AttachmentStore(IRowStore rows, IBlobStore blobs) : IAttachments
{
    public async Task<Outcome<Attachment>> Add(
        CycleId cycle,
        UnitCode unit,
        Attachment announced,
        Stream content,
        Func<long, string, ReadOnlyMemory<byte>, Refusal?> keep,
        CancellationToken cancellation)
    {
        Refusal? refusal = null;
        var written = await blobs.Write(
            BlobOf(cycle, unit, announced.Id),
            content,
            facts => (refusal = keep(facts.Length, facts.Sha256, facts.Head)) is null,
            cancellation);
        return refusal is not null ? refusal
            : !written.Kept ? AttachmentRefusals.Exists(announced.Id)
            : await Enter(cycle, unit, announced with { Length = written.Facts.Length, Sha256 = written.Facts.Sha256 }, written.Existed, cancellation);
    }

    public async Task<IReadOnlyList<Attachment>> List(CycleId cycle, UnitCode unit, CancellationToken cancellation)
    {
        var found = await rows.List(Partition(cycle, unit), "", cancellation);
        return [.. found.Select(row => StoredJson.Read<Attachment>(row.Body))];
    }

    public async Task<(Attachment Attachment, Stream Content)?> Open(CycleId cycle, UnitCode unit, string id, CancellationToken cancellation) =>
        await Find(cycle, unit, id, cancellation) is { } attachment
        && await blobs.Open(BlobOf(cycle, unit, id), cancellation) is { } content
            ? (attachment, content)
            : null;

    private async Task<Outcome<Attachment>> Enter(
        CycleId cycle, UnitCode unit, Attachment attachment, bool existed, CancellationToken cancellation)
    {
        try
        {
            var row = new RowWrite.Insert(attachment.Id, StoredJson.Write(attachment));
            return await rows.TryCommit(Partition(cycle, unit), [row], [], cancellation) is not null
                ? attachment
                : await Again(cycle, unit, attachment, cancellation);
        }
        catch when (!existed)
        {
            // The reply may have been lost after the row was written: then the blob belongs to it and stays.
            if (await Find(cycle, unit, attachment.Id, CancellationToken.None) is null)
            {
                await blobs.Delete(BlobOf(cycle, unit, attachment.Id), CancellationToken.None);
            }

            throw;
        }
    }

    /// <summary>The id is taken: by the same file sent before, or by another one.</summary>
    private async Task<Outcome<Attachment>> Again(CycleId cycle, UnitCode unit, Attachment attachment, CancellationToken cancellation)
    {
        var first = await Find(cycle, unit, attachment.Id, cancellation);
        return first == attachment with { At = first?.At ?? default, ByName = first?.ByName ?? "" }
            ? first
            : AttachmentRefusals.Exists(attachment.Id);
    }

    private async Task<Attachment?> Find(CycleId cycle, UnitCode unit, string id, CancellationToken cancellation) =>
        await rows.Find(Partition(cycle, unit), id, cancellation) is { } row ? StoredJson.Read<Attachment>(row.Body) : null;

    private static string Partition(CycleId cycle, UnitCode unit) => $"files|{cycle}|{unit}";

    private static string BlobOf(CycleId cycle, UnitCode unit, string id) => $"{BlobNames.Files}{cycle}/{unit}/{id}";
}
