using System.Collections.Concurrent;
using VksServerless.Reports;

namespace VksServerless.Storage.Reports;

/// <summary>
/// Creates a cycle's obligations in as few transactions as the stores allow, many at a time. Beginning again after an
/// interruption, or beside another who does the same, creates what is missing and tells nobody twice.
/// </summary>
internal sealed class ObligationCreation(IRowStore rows)
{
    /// <summary>A row and an event for each unit, and an event for their superior: 99 of the 100 that a transaction takes.</summary>
    private const int UnitsInOneTransaction = 49;

    private const int AtATime = 16;

    public async Task Execute(IReadOnlyList<Obligation> obligations, DateTimeOffset now, CancellationToken cancellation)
    {
        var missing = obligations;
        while (missing.Count > 0)
        {
            var refused = new ConcurrentBag<Obligation[]>();
            await EachOf(
                Pages(missing),
                async (page, token) =>
                {
                    if (!await Create(page, now, token))
                    {
                        refused.Add(page);
                    }
                },
                cancellation);
            missing = await WhatIsMissing([.. refused.SelectMany(page => page)], cancellation);
        }
    }

    private static IEnumerable<Obligation[]> Pages(IEnumerable<Obligation> obligations) => obligations
        .OrderBy(obligation => obligation.Unit)
        .GroupBy(PartitionOf)
        .SelectMany(ofOneSuperior => ofOneSuperior.Chunk(UnitsInOneTransaction));

    private async Task<bool> Create(Obligation[] page, DateTimeOffset now, CancellationToken cancellation)
    {
        // A unit is created once, so it is the first of at most one page: the cause is unique.
        var first = page[0];
        return await rows.TryCommit(
            PartitionOf(first),
            [.. page.Select(obligation => new RowWrite.Insert(NodeRows.Obligation(obligation.Unit), StoredJson.Write(obligation)))],
            [
                .. page.Select(obligation => new UnitObliged(obligation.Cycle, obligation.Unit, obligation.Superior, obligation.Revision)
                {
                    At = now,
                    By = PersonId.System,
                }),
                new NodeChanged(first.Cycle, first.Superior, $"obliged.{first.Unit}") { At = now, By = PersonId.System },
            ],
            cancellation) is not null;
    }

    private async Task<IReadOnlyList<Obligation>> WhatIsMissing(IReadOnlyList<Obligation> obligations, CancellationToken cancellation)
    {
        var missing = new ConcurrentBag<Obligation>();
        await EachOf(
            obligations.GroupBy(PartitionOf),
            async (ofOneSuperior, token) =>
            {
                var there = await rows.List(ofOneSuperior.Key, NodeRows.Obligations, token);
                var keys = there.Select(row => row.Key).ToHashSet();
                foreach (var obligation in ofOneSuperior.Where(obligation => !keys.Contains(NodeRows.Obligation(obligation.Unit))))
                {
                    missing.Add(obligation);
                }
            },
            cancellation);
        return [.. missing];
    }

    private static Task EachOf<T>(IEnumerable<T> parts, Func<T, CancellationToken, ValueTask> work, CancellationToken cancellation) =>
        Parallel.ForEachAsync(parts, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellation }, work);

    private static string PartitionOf(Obligation obligation) => NodeRows.Partition(obligation.Cycle, obligation.Superior);
}
