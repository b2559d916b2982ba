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

            var year = VietnamTime.DayOf(now).Year;
            var counter = await rows.Find(Partition, CounterOf(year), cancellation);
            var next = new Counter(await NextFree(year, LastOf(counter), cancellation));
            var entry = new PublicationEntry(
                cycle, PublicationNumber.InYear(next.Last), before.Count + 1, now, digest, approvals, correction);
            if (await rows.TryCommit(
                Partition,
                [
                    Count(year, counter, next),
                    new RowWrite.Insert($"{EntriesOf(cycle)}{entry.Sequence:000}", StoredJson.Write(entry)),
                ],
                [],
                cancellation) is not null)
            {
                return entry;
            }
        }
    }

    public async Task<CycleId?> Reserve(CycleId cycle, ImportedReport document, CycleId? from, CancellationToken cancellation)
    {
        var (year, place) = (document.Date.Year, PlaceOf(document));
        var (key, reserved) = (ReservationOf(year, place), StoredJson.Write(new Reservation(cycle)));
        while (true)
        {
            var counter = await rows.Find(Partition, CounterOf(year), cancellation);
            var there = await rows.Find(Partition, key, cancellation);
            var holder = there is null ? default(CycleId?) : StoredJson.Read<Reservation>(there.Body).Cycle;
            if (holder is not null && (holder == cycle || holder != from))
            {
                return holder;
            }

            if (holder is null && place <= LastOf(counter))
            {
                return null;
            }

            // With the counter, so that the number is not given at the same time.
            if (await rows.TryCommit(
                Partition,
                [
                    Count(year, counter, new Counter(LastOf(counter))),
                    there is null ? new RowWrite.Insert(key, reserved) : new RowWrite.Replace(key, reserved, there.ETag),
                ],
                [],
                cancellation) is not null)
            {
                return cycle;
            }
        }
    }

    public async Task<PublicationEntry> Enter(
        CycleId cycle, ImportedReport document, Sha256 digest, IReadOnlyList<Approval> approvals, DateTimeOffset now,
        CancellationToken cancellation)
    {
        if (await rows.Find(Partition, ReservationOf(document.Date.Year, PlaceOf(document)), cancellation) is not { } row
            || StoredJson.Read<Reservation>(row.Body).Cycle != cycle)
        {
            throw new InvalidOperationException($"The number {document.Number} is not reserved for cycle {cycle}.");
        }

        var issued = VietnamTime.At(document.Date, TimeOnly.MinValue);
        var entry = new PublicationEntry(cycle, document.Number, 1, issued, digest, approvals, null) { ImportedAt = now };
        var written = await rows.TryCommit(
            Partition, [new RowWrite.Insert($"{EntriesOf(cycle)}{entry.Sequence:000}", StoredJson.Write(entry))], [], cancellation);
        return written is not null ? entry : (await Of(cycle, cancellation))[0];
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

    private async Task<int> NextFree(int year, int last, CancellationToken cancellation)
    {
        var reserved = (await rows.List(Partition, ReservationsOf(year), cancellation)).Select(row => row.Key).ToHashSet();
        var next = last + 1;
        while (reserved.Contains(ReservationOf(year, next)))
        {
            next++;
        }

        return next;
    }

    private static RowWrite Count(int year, Row? counter, Counter next) => counter is null
        ? new RowWrite.Insert(CounterOf(year), StoredJson.Write(next))
        : new RowWrite.Replace(CounterOf(year), StoredJson.Write(next), counter.ETag);

    private static int LastOf(Row? counter) => counter is null ? 0 : StoredJson.Read<Counter>(counter.Body).Last;

    private static int PlaceOf(ImportedReport document) =>
        document.Number.Place ?? throw new ArgumentException($"{document.Number} has no place in a year.", nameof(document));

    private static string CounterOf(int year) => $"count|{year}";

    private static string ReservationsOf(int year) => $"n|{year}|";

    private static string ReservationOf(int year, int place) => $"{ReservationsOf(year)}{place:0000}";

    private static string EntriesOf(CycleId cycle) => $"p|{cycle}|";

    private static string ReportBlob(CycleId cycle, Sha256 digest) => $"reports/{cycle}/{digest}";

    private static string RenditionBlob(PublicationEntry entry, Rendition rendition) =>
        string.Create(
            CultureInfo.InvariantCulture, $"publications/{entry.Cycle}/{entry.Sequence}.{rendition.ToString().ToLowerInvariant()}");

    /// <param name="Last">The newest number given in the year.</param>
    private sealed record Counter(int Last);

    /// <param name="Cycle">The cycle of the past whose document bears the number.</param>
    private sealed record Reservation(CycleId Cycle);
}
