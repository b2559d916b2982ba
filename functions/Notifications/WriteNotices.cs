using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Forms;
using VksServerless.Notifications;
using VksServerless.Submissions;

namespace VksServerless.Functions.Notifications;

/// <summary>Reads what the notices of an event have to say and writes them.</summary>
public sealed class WriteNotices(ICycles cycles, IReports reports, FormCatalogue forms, Portal portal) : IOperation
{
    public async Task<IReadOnlyList<Mail>> Execute(ReportingEvent happened, CancellationToken cancellation)
    {
        if (await cycles.Read(happened.Cycle, cancellation) is not { Value: var cycle })
        {
            return [];
        }

        // A draft that is cancelled has told nobody, so it has no roster and nobody to tell.
        var roster = await cycles.Roster(happened.Cycle, cancellation) ?? new Roster([], []);
        var siblings = happened is ObligationEvent of && Notices.AsksForSiblings(happened)
            ? await reports.Under(happened.Cycle, of.Superior, cancellation)
            : [];
        return Notices.Of(happened, new Surroundings(cycle, forms.Find(cycle.Terms.Form)!, roster, portal, siblings));
    }
}
