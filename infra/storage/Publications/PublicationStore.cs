using System.Globalization;
using System.Text.Json;
using VksServerless.Application.Publications;
using VksServerless.Cycles;
using VksServerless.Publications;

namespace VksServerless.Storage.Publications;

internal sealed class PublicationStore(IRowStore rows, IBlobStore blobs) : IPublications
{
    private const string Partition = "publications";

    public async Task<Sha256> Keep(SectorReport report, CancellationToken cancellation)
    {
        // Read by people and checked by others: with the sums that it works out, unlike what stands in rows.
        ReadOnlyMemory<byte> content = JsonSerializer.SerializeToUtf8Bytes(report, DomainJson.Options);
        var digest = Sha256.Over(content.Span);
        await blobs.WriteOnce(ReportBlob(report.Cycle, digest), content, cancellation);
        return digest;
    }

    public async Task<SectorReport?> Report(CycleId cycle, Sha256 digest, CancellationToken cancellation) =>
        await blobs.ReadProven(ReportBlob(cycle, digest), digest.ToString(), cancellation) is { } content
            ? JsonSerializer.Deserialize<SectorReport>(content.Span, DomainJson.Options)
            : null;

    public async Task<PublicationEntry> Number(
        CycleId cycle, Sha256 digest, IReadOnlyList<Approval> approvals, Correction? correction, DateTimeOffset now,
        CancellationToken cancellation)
    {
        while (true)
        {
            var before = await Of(cycle, cancellation);
            if (before is [.., { } newest] && newest.Digest == digest && newest.Correction == correction)
            {
                return newest;
            }

            var counterKey = $"count|{VietnamTime.DayOf(now).Year}";
            var counter = await rows.Find(Partition, counterKey, cancellation);
            var next = new Counter((counter is null ? 0 : StoredJson.Read<Counter>(counter.Body).Last) + 1);
            var entry = new PublicationEntry(
                cycle, PublicationNumber.InYear(next.Last), before.Count + 1, now, digest, approvals, correction);
            var counted = StoredJson.Write(next);
            if (await rows.TryCommit(
                Partition,
                [
                    counter is null ? new RowWrite.Insert(counterKey, counted) : new RowWrite.Replace(counterKey, counted, counter.ETag),
                    new RowWrite.Insert($"{EntriesOf(cycle)}{entry.Sequence:000}", StoredJson.Write(entry)),
                ],
                [],
                cancellation) is not null)
            {
                return entry;
            }
        }
    }

    public async Task<IReadOnlyList<PublicationEntry>> Of(CycleId cycle, CancellationToken cancellation)
    {
        var found = await rows.List(Partition, EntriesOf(cycle), cancellation);
        return [.. found.Select(row => StoredJson.Read<PublicationEntry>(row.Body))];
    }

    public Task Freeze(PublicationEntry entry, Rendition rendition, ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        blobs.WriteOnce(RenditionBlob(entry, rendition), content, cancellation);

    public Task<Stream?> Open(PublicationEntry entry, Rendition rendition, CancellationToken cancellation) =>
        blobs.Open(RenditionBlob(entry, rendition), cancellation);

    private static string EntriesOf(CycleId cycle) => $"p|{cycle}|";

    private static string ReportBlob(CycleId cycle, Sha256 digest) => $"reports/{cycle}/{digest}";

    private static string RenditionBlob(PublicationEntry entry, Rendition rendition) =>
        string.Create(
            CultureInfo.InvariantCulture, $"publications/{entry.Cycle}/{entry.Sequence}.{(rendition == Rendition.Html ? "html" : "json")}");

    /// <param name="Last">The newest number given in the year.</param>
    private sealed record Counter(int Last);
}
