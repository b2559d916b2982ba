using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Storage.Reports;

/// <summary>
/// An attachment is there when its row is: the blob is written first, and goes again when the row cannot be written. Every
/// row is written together with the report's count of files, so that uploads side by side see each other.
/// </summary>
internal sealed class AttachmentStore(IRowStore rows, IBlobStore blobs) : IAttachments
{
    /// <summary>Sorts before every id: a list of the files has read the count before them, and has all that it counts.</summary>
    private const string Count = "-count";

    public async Task<Outcome<Attachment>> Add(
        CycleId cycle,
        UnitCode unit,
        Attachment announced,
        int most,
        Stream content,
        Func<long, string, ReadOnlyMemory<byte>, Refusal?> keep,
        CancellationToken cancellation)
    {
        var files = await Read(cycle, unit, cancellation);
        if (files.Answer(announced, most) is { } known)
        {
            return known;
        }

        Refusal? refusal = null;
        var written = await blobs.Write(
            BlobOf(cycle, unit, announced.Id),
            content,
            facts => (refusal = keep(facts.Length, facts.Sha256, facts.Head)) is null,
            cancellation);
        return refusal is not null ? refusal
            : !written.Kept ? Refusal.KeyReused
            : await Enter(
                cycle, unit, files, most, announced with { Length = written.Facts.Length, Sha256 = Sha256.Of(written.Facts.Sha256) },
                written.Existed, cancellation);
    }

    public async Task<IReadOnlyList<Attachment>> List(CycleId cycle, UnitCode unit, CancellationToken cancellation) =>
        (await Read(cycle, unit, cancellation)).Listed;

    public async Task<bool> Remove(CycleId cycle, UnitCode unit, string id, DateTimeOffset now, CancellationToken cancellation)
    {
        while (await rows.Find(Partition(cycle, unit), id, cancellation) is { } row
            && StoredJson.Read<Attachment>(row.Body) is { RemovedAt: null } file)
        {
            var removed = new RowWrite.Replace(id, StoredJson.Write(file with { RemovedAt = now }), row.ETag);
            if (await rows.TryCommit(Partition(cycle, unit), [removed], [], cancellation) is not null)
            {
                return true;
            }
        }

        return false;
    }

    public async Task<(Attachment Attachment, Stream Content)?> Open(
        CycleId cycle, UnitCode unit, string id, CancellationToken cancellation) =>
        await Find(cycle, unit, id, cancellation) is { } attachment
        && await blobs.Open(BlobOf(cycle, unit, id), cancellation) is { } content
            ? (attachment, content)
            : null;

    private async Task<Outcome<Attachment>> Enter(
        CycleId cycle, UnitCode unit, Files files, int most, Attachment attachment, bool existed, CancellationToken cancellation)
    {
        try
        {
            while (await rows.TryCommit(Partition(cycle, unit), files.With(attachment), [], cancellation) is null)
            {
                // Somebody was quicker, with this file or another one.
                files = await Read(cycle, unit, cancellation);
                if (files.Answer(attachment, most) is { } answer)
                {
                    await RemoveUnlessListed(cycle, unit, files, attachment.Id);
                    return answer;
                }
            }

            return attachment;
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

    /// <summary>The report takes no more files: the blob is nobody's.</summary>
    private Task RemoveUnlessListed(CycleId cycle, UnitCode unit, Files files, string id) =>
        files.All.Any(file => file.Id == id) ? Task.CompletedTask : blobs.Delete(BlobOf(cycle, unit, id), CancellationToken.None);

    private async Task<Files> Read(CycleId cycle, UnitCode unit, CancellationToken cancellation)
    {
        var found = await rows.List(Partition(cycle, unit), "", cancellation);
        var count = found.FirstOrDefault(row => row.Key == Count);
        return new Files([.. found.Where(row => row != count).Select(row => StoredJson.Read<Attachment>(row.Body))], count?.ETag);
    }

    private async Task<Attachment?> Find(CycleId cycle, UnitCode unit, string id, CancellationToken cancellation) =>
        await rows.Find(Partition(cycle, unit), id, cancellation) is { } row ? StoredJson.Read<Attachment>(row.Body) : null;

    private static string Partition(CycleId cycle, UnitCode unit) => $"files|{cycle}|{unit}";

    private static string BlobOf(CycleId cycle, UnitCode unit, string id) => $"{BlobNames.Files}{cycle}/{unit}/{id}";

    /// <summary>A report's files as they were read.</summary>
    private sealed record Files(IReadOnlyList<Attachment> All, ETag? CountETag)
    {
        public IReadOnlyList<Attachment> Listed => [.. All.Where(file => file.RemovedAt is null)];

        /// <returns>Null when the file is to be stored.</returns>
        public Outcome<Attachment>? Answer(Attachment announced, int most) => All.FirstOrDefault(file => file.Id == announced.Id) switch
        {
            { } there => there is { RemovedAt: null } && there.IsSameFile(announced) ? there : Refusal.KeyReused,
            null when Listed.Count >= most || All.Count >= most * AttachmentRules.MostUploadsAFile => AttachmentRefusals.TooMany(most),
            null => default(Outcome<Attachment>?),
        };

        public IReadOnlyList<RowWrite> With(Attachment attachment)
        {
            var count = StoredJson.Write(new Counted(All.Count + 1));
            return
            [
                new RowWrite.Insert(attachment.Id, StoredJson.Write(attachment)),
                CountETag is { } etag ? new RowWrite.Replace(Count, count, etag) : new RowWrite.Insert(Count, count),
            ];
        }
    }

    private sealed record Counted(int Files);
}
