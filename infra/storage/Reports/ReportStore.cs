using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Storage.Cycles;
using VksServerless.Units;

namespace VksServerless.Storage.Reports;

internal sealed class ReportStore(IRowStore rows, IBlobStore blobs, Rosters rosters) : IReports
{
    private readonly ObligationCreation _obliging = new(rows);
    private readonly Drafts _drafts = new(rows);
    private readonly Contents _contents = new(blobs);

    public Task CreateObligations(IReadOnlyList<Obligation> obligations, DateTimeOffset now, CancellationToken cancellation) =>
        _obliging.Execute(obligations, now, cancellation);

    public async Task<Versioned<Obligation>?> Find(CycleId cycle, UnitCode unit, CancellationToken cancellation) =>
        await PartitionOf(cycle, unit, cancellation) is { } partition
        && await rows.Find(partition, NodeRows.Obligation(unit), cancellation) is { } row
            ? StoredJson.Read<Obligation>(row)
            : null;

    public async Task<IReadOnlyList<Obligation>> Under(CycleId cycle, UnitCode superior, CancellationToken cancellation)
    {
        var found = await rows.List(NodeRows.Partition(cycle, superior), NodeRows.Obligations, cancellation);
        return [.. found.Select(row => StoredJson.Read<Obligation>(row.Body))];
    }

    public async Task<Page<Versioned<Obligation>>> List(CycleId cycle, int size, string? continuation, CancellationToken cancellation)
    {
        var page = await rows.Scan(NodeRows.Partitions(cycle), NodeRows.Obligations, size, continuation, cancellation);
        return new Page<Versioned<Obligation>>([.. page.Rows.Select(StoredJson.Read<Obligation>)], page.Continuation);
    }

    public Task<bool> Save(Versioned<Obligation> read, ReportChange change, CancellationToken cancellation) =>
        SaveAll([(read, change)], cancellation);

    public async Task<bool> SaveAll(
        IReadOnlyList<(Versioned<Obligation> Read, ReportChange Change)> changes, CancellationToken cancellation)
    {
        if (changes.Count == 0)
        {
            return true;
        }

        var partitions = changes.Select(change => NodeRows.Partition(change.Read.Value.Cycle, change.Read.Value.Superior)).Distinct()
            .ToList();
        if (partitions is not [var partition])
        {
            throw new ArgumentException("Only changes under one superior are written together.", nameof(changes));
        }

        var writes = new List<RowWrite>();
        foreach (var (read, change) in changes)
        {
            await Add(writes, partition, read, change, cancellation);
        }

        return await rows.TryCommit(partition, writes, changes.SelectMany(change => change.Change.Events), cancellation) is not null;
    }

    public async Task<IReadOnlyList<SubmittedVersion>> Versions(CycleId cycle, UnitCode unit, CancellationToken cancellation)
    {
        var partition = await PartitionOf(cycle, unit, cancellation);
        var found = partition is null ? [] : await rows.List(partition, NodeRows.Versions(unit), cancellation);
        return [.. found.Select(row => StoredJson.Read<SubmittedVersion>(row.Body))];
    }

    public async Task<IReadOnlyList<Presentation>> Presentations(CycleId cycle, UnitCode unit, CancellationToken cancellation)
    {
        var partition = await PartitionOf(cycle, unit, cancellation);
        var found = partition is null ? [] : await rows.List(partition, NodeRows.Presentations(unit), cancellation);
        return [.. found.Select(row => StoredJson.Read<Presentation>(row.Body))];
    }

    public async Task<IReadOnlyList<Obligation>> Histories(CycleId cycle, UnitCode superior, CancellationToken cancellation)
    {
        var found = await rows.List(NodeRows.Partition(cycle, superior), NodeRows.Histories, cancellation);
        return [.. found.Select(row => StoredJson.Read<Obligation>(row.Body))];
    }

    public Task WriteContent(CycleId cycle, UnitCode unit, Sha256 sha256, ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        _contents.Write(cycle, unit, sha256, content, cancellation);

    public Task<ReadOnlyMemory<byte>> ReadContent(CycleId cycle, UnitCode unit, Sha256 sha256, CancellationToken cancellation) =>
        _contents.Read(cycle, unit, sha256, cancellation);

    public Task<Versioned<ReadOnlyMemory<byte>>?> ReadDraft(CycleId cycle, UnitCode unit, int after, CancellationToken cancellation) =>
        _drafts.Read(cycle, unit, after, cancellation);

    public Task<ETag?> SaveDraft(
        CycleId cycle, UnitCode unit, int after, ReadOnlyMemory<byte> content, ETag? etag, CancellationToken cancellation) =>
        _drafts.Save(cycle, unit, after, content, etag, cancellation);

    private async Task<string?> PartitionOf(CycleId cycle, UnitCode unit, CancellationToken cancellation) =>
        await rosters.SuperiorOf(cycle, unit, cancellation) is { } superior ? NodeRows.Partition(cycle, superior) : null;

    private async Task Add(
        List<RowWrite> writes, string partition, Versioned<Obligation> read, ReportChange change, CancellationToken cancellation)
    {
        var unit = read.Value.Unit;
        writes.Add(new RowWrite.Replace(NodeRows.Obligation(unit), StoredJson.Write(change.Next), read.ETag));
        if (change.Next.State != read.Value.State)
        {
            writes.Add(new RowWrite.Insert(NodeRows.History(unit, change.Next.Revision), StoredJson.Write(change.Next)));
        }

        if (change.Version is { } version)
        {
            writes.Add(new RowWrite.Insert(NodeRows.Version(unit, version.Number), StoredJson.Write(version)));
        }

        if (change.Presentation is { } presentation)
        {
            writes.Add(new RowWrite.Insert(NodeRows.Presentation(unit, presentation.Number), StoredJson.Write(presentation)));
        }

        if (change.Accepted is { } accepted)
        {
            writes.Add(new RowWrite.Upsert(NodeRows.Contribution(unit), StoredJson.Write(accepted)));
        }
        else if (read.Value.IsAccepted && !change.KeepsContribution
            && await rows.Find(partition, NodeRows.Contribution(unit), cancellation) is { } contribution)
        {
            writes.Add(new RowWrite.Delete(contribution.Key, contribution.ETag));
        }
    }
}
