using System.Globalization;
using System.Runtime.CompilerServices;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Storage.Reports;

/// <summary>
/// An upload is a row, and each of its blocks a blob with a row of its own: a block is there when its row is. It is removed from its blocks
/// up, so that what is left of it is found and removed again.
/// </summary>
internal sealed class UploadStore(IRowStore rows, IBlobStore blobs) : IUploads
{
    private const string Prefix = "uploads|";
    private const string Begun = "begun-";
    private const int PageSize = 200;

    public async Task<(Upload Upload, IReadOnlySet<int> Blocks)?> Find(
        CycleId cycle, UnitCode unit, string id, CancellationToken cancellation) =>
        IsId(id) && await rows.Find(Partition(cycle, unit), Begun + id, cancellation) is { } row
        && StoredJson.Read<Upload>(row.Body) is { IsDropped: false } upload
            ? (upload, (await rows.List(Partition(cycle, unit), $"block-{id}-", cancellation))
                .Select(block => int.Parse(block.Key.AsSpan(block.Key.LastIndexOf('-') + 1), CultureInfo.InvariantCulture)).ToHashSet())
            : null;

    public async Task<IReadOnlyList<Upload>> Of(CycleId cycle, UnitCode unit, CancellationToken cancellation) =>
        [.. (await rows.List(Partition(cycle, unit), Begun, cancellation)).Select(row => StoredJson.Read<Upload>(row.Body))];

    public Task Begin(Upload upload, CancellationToken cancellation) => rows.Commit(
        Partition(upload.Cycle, upload.Unit), [new RowWrite.Upsert(Begun + upload.File.Id, StoredJson.Write(upload))], [], cancellation);

    public async Task<bool> Take(Upload upload, int block, Stream content, CancellationToken cancellation)
    {
        var written = await blobs.Write(
            BlobOf(upload, block), content, facts => facts.Length == upload.LengthOf(block), cancellation);
        if (!written.Kept && !written.Existed)
        {
            return false;
        }

        // One that is there was taken when its row could not be written; whether it is right shows when the file is whole. The row of the
        // upload is written with it, so that a block that comes while the upload is removed is not left behind.
        var partition = Partition(upload.Cycle, upload.Unit);
        while (await rows.Find(partition, Begun + upload.File.Id, cancellation) is { } begun
            && !StoredJson.Read<Upload>(begun.Body).IsDropped)
        {
            RowWrite[] writes =
            [
                new RowWrite.Upsert(KeyOf(upload, block), StoredJson.Write(new Kept(block))),
                new RowWrite.Replace(begun.Key, begun.Body, begun.ETag),
            ];
            if (await rows.TryCommit(partition, writes, [], cancellation) is not null)
            {
                return true;
            }
        }

        await blobs.Delete(BlobOf(upload, block), CancellationToken.None);
        return false;
    }

    public Stream Read(Upload upload) => new BlockStream(
        upload.Blocks,
        async (block, cancellation) => await blobs.Open(BlobOf(upload, block), cancellation)
            ?? throw new InvalidDataException($"The block {block} of the upload {upload.File.Id} is not there."));

    public async Task Drop(Upload upload, CancellationToken cancellation)
    {
        var partition = Partition(upload.Cycle, upload.Unit);
        await Begin(upload.Drop(), cancellation);
        for (var block = 0; block < upload.Blocks; block++)
        {
            await blobs.Delete(BlobOf(upload, block), cancellation);
        }

        foreach (var row in await rows.List(partition, $"block-{upload.File.Id}-", cancellation))
        {
            await rows.TryCommit(partition, [new RowWrite.Delete(row.Key, row.ETag)], [], cancellation);
        }

        if (await rows.Find(partition, Begun + upload.File.Id, cancellation) is { } begun)
        {
            await rows.TryCommit(partition, [new RowWrite.Delete(begun.Key, begun.ETag)], [], cancellation);
        }
    }

    public async IAsyncEnumerable<Upload> All([EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await rows.Scan(Prefix, Begun, PageSize, continuation, cancellation);
            foreach (var row in page.Rows)
            {
                yield return StoredJson.Read<Upload>(row.Body);
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    private static bool IsId(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);

    private static string Partition(CycleId cycle, UnitCode unit) => $"{Prefix}{cycle}|{unit}";

    private static string KeyOf(Upload upload, int block) =>
        string.Create(CultureInfo.InvariantCulture, $"block-{upload.File.Id}-{block:00}");

    private static string BlobOf(Upload upload, int block) =>
        string.Create(CultureInfo.InvariantCulture, $"{BlobNames.Files}blocks/{upload.Cycle}/{upload.Unit}/{upload.File.Id}/{block:00}");

    private sealed record Kept(int Block);
}
