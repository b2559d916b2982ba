using System.Collections.Concurrent;
using VksServerless.Application.Forms;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Application.Totals;

/// <summary>
/// Reads what counts of every unit within a node, now or then, and adds it all up at once. Of what still is what is accepted
/// the figures are at hand; any other version is read from its content and checked against its hash.
/// </summary>
public sealed class TakeSnapshot(IReports reports, ITotals totals, IForms forms, IPublishedVersions publishedVersions) : IUseCase
{
    private const int AtOnce = 8;

    public async Task<Snapshot> Execute(Cycle cycle, Roster roster, UnitCode node, Basis basis, CancellationToken cancellation)
    {
        var superiors = roster.Nodes.Select(superior => superior.Unit).Where(superior => roster.IsWithin(superior, node)).ToList();
        if (roster.SuperiorOf(node) is { } above)
        {
            superiors.Add(above);
        }

        var published = basis.Published ? await publishedVersions.WhileCorrected(cycle, cancellation) : null;
        var asKept = basis.IsNow && published is null;
        var found = new ConcurrentBag<Found>();
        await Each(superiors, (superior, stop) => Read(cycle.Id, superior, asKept, found, stop), cancellation);

        var form = (await forms.Find(cycle.Terms.Form, cancellation))!;
        var units = new ConcurrentBag<Child>();
        await Each(
            found.Where(unit => roster.IsWithin(unit.Child.Unit, node)),
            async (unit, stop) => units.Add(asKept ? unit.Child : await AsOf(cycle.Id, form, unit, basis, published, stop)),
            cancellation);
        return Snapshot.Of(roster, node, units);
    }

    private async Task Read(CycleId cycle, UnitCode superior, bool asKept, ConcurrentBag<Found> found, CancellationToken cancellation)
    {
        // The histories last: a report may change in between, and its history must then know the state that is read.
        var children = await totals.Children(cycle, superior, cancellation);
        var histories = (asKept ? [] : await reports.Histories(cycle, superior, cancellation)).ToLookup(change => change.Unit);
        foreach (var child in children)
        {
            found.Add(new Found(child, [.. histories[child.Unit]]));
        }
    }

    private async Task<Child> AsOf(
        CycleId cycle, Form form, Found unit, Basis basis, PublishedVersions? published, CancellationToken cancellation)
    {
        if (unit.Child.Obligation is not { } present)
        {
            return unit.Child with { Contribution = null };
        }

        var history = new ReportHistory(present, unit.Changes);
        var counted = published is not null ? published.Accepted.GetValueOrDefault(present.Unit)
            : basis.Submitted ? history.SubmittedAsOf(basis.AsOf)
            : history.AcceptedAsOf(basis.AsOf);
        var accepted = unit.Child.Contribution;
        return new Child(
            unit.Child.Unit,
            (counted is null || published is null ? null : history.Accepting(counted)) ?? history.AsOf(published?.At ?? basis.AsOf),
            counted is null ? null
                : accepted is not null && (accepted.Version, accepted.Sha256) == (counted.Version, counted.Sha256) ? accepted
                : Contribution.Of(
                    form, present.Unit, counted.Version, counted.Sha256,
                    await reports.ContentOf(cycle, present.Unit, counted.Sha256, form, cancellation)),
            null);
    }

    private static Task Each<T>(IEnumerable<T> parts, Func<T, CancellationToken, Task> work, CancellationToken cancellation) =>
        Parallel.ForEachAsync(
            parts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (part, stop) =>
                await work(part, stop));

    private sealed record Found(Child Child, IReadOnlyList<Obligation> Changes);
}
