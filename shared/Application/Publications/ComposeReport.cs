using System.Collections.Concurrent;
using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Application.Reports;
using VksServerless.Application.Totals;
using VksServerless.Application.Units;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Application.Publications;

/// <summary>Brings every total up to date and puts the sector report together, as the units' reports stand now.</summary>
public sealed class ComposeReport(
    ICycles cycles, IReports reports, ITotals totals, IPublications publications, IForms forms, IDirectoryStore directories,
    ISectorTexts texts, IAttachments attachments, IOpinionReplies replies, RecomputeTotal recompute) : IUseCase
{
    private const int ContentsAtOnce = 8;

    /// <returns>The digest under which it is kept.</returns>
    public async Task<Sha256> Execute(Cycle cycle, CancellationToken cancellation)
    {
        var roster = (await cycles.Roster(cycle, cancellation))!;
        var form = (await forms.Find(cycle.Terms.Form, cancellation))!;
        foreach (var node in roster.Nodes)
        {
            await recompute.Execute(cycle.Id, node.Unit, cancellation);
        }

        var children = await totals.Children(cycle.Id, UnitCode.Sector, cancellation);
        var standings = await Standings(cycle.Id, form, roster, await Fallen(cycle.Id, roster, children, cancellation), cancellation);
        var report = SectorReport.Compose(cycle, form, roster, children, standings, await Earlier(cycle, roster, cancellation));
        var text = await texts.Read(cycle.Id, cancellation);
        var written = (text?.Value.Sections ?? new Dictionary<string, string>())
            .Where(words => form.Sections.Any(section => section.Code == words.Key))
            .ToDictionary();
        var answered = report.Opinions is null ? report : report.With(await replies.Of(cycle.Id, cancellation));
        var documents = CycleDocument.Of(await attachments.List(cycle.Id, UnitCode.Sector, cancellation));
        return await publications.Keep(
            answered with { Texts = written.Count > 0 ? written : null, Documents = documents.Count > 0 ? documents : null }, cancellation);
    }

    /// <summary>
    /// The newest publication of the preceding period. Over the whole sector nothing is restated; changes of its units are noted.
    /// </summary>
    private async Task<PublishedBefore?> Earlier(Cycle cycle, Roster roster, CancellationToken cancellation)
    {
        if (await cycles.Preceding(cycle, cancellation) is not { } earlier
            || await publications.Of(earlier.Id, cancellation) is not [.., { } newest]
            || await publications.Report(earlier.Id, newest.Digest, cancellation) is not { } report)
        {
            return null;
        }

        var restatement = new Restatement((await directories.Read(cancellation)).Value, earlier, cycle, roster);
        var known = report.Manifest.Where(entry => entry.Version is not null || roster.Knows(entry.Unit)).Select(entry => entry.Unit);
        return new PublishedBefore(newest.Number, report, restatement.Notes(known))
        {
            Form = await forms.Find(report.Form, cancellation),
        };
    }

    /// <summary>The units whose adjustments count no more; only who has subordinates adjusts.</summary>
    private async Task<HashSet<UnitCode>> Fallen(
        CycleId id, Roster roster, IReadOnlyList<Child> children, CancellationToken cancellation)
    {
        var fallen = children.Where(child => child.HasFallen).Select(child => child.Unit).ToHashSet();
        var between = roster.Nodes.Select(node => node.Superior).OfType<UnitCode>().Where(unit => unit != UnitCode.Sector).Distinct();
        foreach (var superior in between)
        {
            var below = await totals.Children(id, superior, cancellation);
            fallen.UnionWith(below.Where(child => child.HasFallen).Select(child => child.Unit));
        }

        return fallen;
    }

    private async Task<IEnumerable<Standing>> Standings(
        CycleId id, Form form, Roster roster, HashSet<UnitCode> fallen, CancellationToken cancellation)
    {
        var standings = new ConcurrentBag<Standing>();
        await Parallel.ForEachAsync(
            reports.All(id, cancellation).Select(read => read.Value),
            new ParallelOptions { MaxDegreeOfParallelism = ContentsAtOnce, CancellationToken = cancellation },
            async (obligation, stop) =>
                standings.Add(Standing.Of(obligation, await reports.AcceptedContentOf(obligation, form, stop), form, roster, fallen)));
        return standings;
    }
}
