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
        foreach (var group in From(roster, after))
        {
            var named = group.Units.Where(filter.Includes).ToList();
            if (named.Count == 0)
            {
                continue;
            }

            var under = (await reports.Under(cycle, group.Superior, cancellation)).ToDictionary(report => report.Unit);
            foreach (var unit in named)
            {
                if (under.TryGetValue(unit.Unit, out var report) && filter.Includes(report, now))
                {
                    yield return report;
                }
            }
        }
    }

    /// <summary>What stands behind that unit; everything, where there is none or the roster does not know it.</summary>
    private static IEnumerable<(UnitCode Superior, IEnumerable<Participant> Units)> From(Roster roster, UnitCode? after)
    {
        var groups = roster.BySuperior.Select(group => (group.Key, group.AsEnumerable()));
        if (after is not { } last || roster.SuperiorOf(last) is not { } superior)
        {
            return groups;
        }

        return groups.SkipWhile(group => group.Key != superior)
            .Select(group => group.Key == superior ? (group.Key, group.Item2.SkipWhile(unit => unit.Unit != last).Skip(1)) : group);
    }
}

/// <param name="After">From where the next page goes on; null: this was the last.</param>
public sealed record FoundReports(IReadOnlyList<Obligation> Reports, UnitCode? After);
