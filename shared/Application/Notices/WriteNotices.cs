using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Application.Publications;
using VksServerless.Application.Reports;
using VksServerless.Application.Units;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Notices;
using VksServerless.Reports;

namespace VksServerless.Application.Notices;

/// <summary>Reads what the notices of an event have to say and writes them.</summary>
public sealed class WriteNotices(
    ICycles cycles, IReports reports, IPublications publications, IForms forms, IDirectoryStore directories, Desk desk, Portal portal)
    : IUseCase
{
    public async Task<IReadOnlyList<Mail>> Execute(CycleEvent happened, CancellationToken cancellation)
    {
        if (await cycles.Read(happened.Cycle, cancellation) is not { Value: var cycle })
        {
            return [];
        }

        // A draft that is cancelled has told nobody, so it has no roster and nobody to tell.
        var roster = await cycles.Roster(cycle, cancellation) ?? new Roster([], []);
        var siblings = new List<Obligation>();
        foreach (var superior in EventNotices.AsksFor(happened, cycle, roster))
        {
            siblings.AddRange(await reports.Under(happened.Cycle, superior, cancellation));
        }

        return EventNotices.Of(
            happened,
            new Surroundings(
                cycle, (await forms.Find(cycle.Terms.Form, cancellation))!, roster, portal, siblings, await Issue(happened, cancellation),
                EventNotices.AsksForCentre(happened, cycle) ? await Centre(cancellation) : null));
    }

    /// <summary>Cục 2 works for the sector: what the sector is to judge comes to it, not to the sector's general mailbox.</summary>
    private async Task<Office?> Centre(CancellationToken cancellation) =>
        (await directories.Read(cancellation)).Value.Find(desk.Office) is { } office ? new Office(office.Name, office.Mails) : null;

    private async Task<Issued?> Issue(CycleEvent happened, CancellationToken cancellation)
    {
        if (happened is not CyclePublished published)
        {
            return null;
        }

        var entry = (await publications.Of(published.Cycle, cancellation)).Last(entry => entry.Number == published.Number);
        var report = await publications.Report(published.Cycle, entry.Digest, cancellation)
            ?? throw new InvalidDataException($"The published report {entry.Digest} of cycle {published.Cycle} is missing.");
        return new Issued(entry, report.Completeness);
    }
}
