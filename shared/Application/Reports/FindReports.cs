using System.Runtime.CompilerServices;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>
/// Finds reports of a cycle by tier, superior, name and state. Reads one superior's units after the other, only of superiors that have
/// some by that filter, and stops when the page is full.
/// </summary>
public sealed class FindReports(IReports reports, TimeProvider clock) : IUseCase
{
    /// <param name="after">The last unit of the page before; null: the first page.</param>
    public async Task<FoundReports> Execute(
        CycleId cycle, Roster roster, ReportFilter filter, UnitCode? after, int size, CancellationToken cancellation)
    {
        var found = await All(cycle, roster, filter, after, cancellation).Take(size + 1).ToListAsync(cancellation);
        return new FoundReports([.. found.Take(size)], found.Count > size ? found[size - 1].Unit : null);
    }

    /// <summary>All of them, by superior, in the roster's order.</summary>
    public async IAsyncEnumerable<Obligation> All(
        CycleId cycle, Roster roster, ReportFilter filter, UnitCode? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var named = roster.Participants.Where(filter.Includes).GroupBy(unit => unit.Superior).SelectMany(group => group).ToList();
        var from = after is { } last ? named.FindIndex(unit => unit.Unit == last) + 1 : 0;
        foreach (var group in named.Skip(from).GroupBy(unit => unit.Superior))
        {
            var under = (await reports.Under(cycle, group.Key, cancellation)).ToDictionary(report => report.Unit);
            foreach (var unit in group)
            {
                if (under.TryGetValue(unit.Unit, out var report) && filter.Includes(report, now))
                {
                    yield return report;
                }
            }
        }
    }
}

/// <param name="After">From where the next page goes on; null: this was the last.</param>
public sealed record FoundReports(IReadOnlyList<Obligation> Reports, UnitCode? After);
