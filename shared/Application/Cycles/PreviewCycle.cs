using VksServerless.Application.Calendars;
using VksServerless.Application.Forms;
using VksServerless.Application.Units;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Notices;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Cycles;

/// <summary>What a draft will do when it is started: who takes part, by when, and which mail each gets.</summary>
public sealed class PreviewCycle(
    IDirectoryStore directories, IForms forms, ICalendars calendars, Portal portal, TimeProvider clock) : IUseCase
{
    private const string NoAddress = "don-vi@vks.example";

    public async Task<CyclePreview> Execute(Cycle draft, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var directory = (await directories.Read(cancellation)).Value;
        var roster = Roster.Fix(draft.Terms.Participants, directory, draft.Terms.CountedOn(VietnamTime.DayOf(now)));
        var form = (await forms.Find(draft.Terms.Form, cancellation))!;
        var calendar = await calendars.InUse(cancellation);
        return new CyclePreview(
            roster,
            form,
            [
                .. draft.Terms.Deadlines.All.Append(draft.Terms.ClosesAt).Distinct()
                    .Where(instant => calendar.IsWorked(VietnamTime.DayOf(instant)).Match(worked => !worked, _ => false)),
            ],
            [.. roster.Participants.DistinctBy(unit => unit.Tier).Select(unit => (unit.Tier, Opening(draft, form, unit, now))).Where(
                each => each.Item2 is not null).Select(each => (each.Tier, each.Item2!))]);
    }

    /// <summary>A unit without an address gets a sample one, so that the text can be read.</summary>
    private Mail? Opening(Cycle draft, Form form, Participant unit, DateTimeOffset now) => EventNotices.Of(
        new UnitObliged(draft.Id, unit.Unit, unit.Superior, 1) { At = now, By = PersonId.System },
        new Surroundings(
            draft, form, new Roster([unit.Mails.Count > 0 ? unit : unit with { Mails = [NoAddress] }], []), portal, [])) is [var first, ..]
        ? first
        : null;
}

/// <param name="Roster">Who would take part if it opened as drafted.</param>
/// <param name="NotWorked">Its deadlines and closing that fall on a day that is not worked.</param>
/// <param name="Mails">The mail that opens the cycle, for the first unit of each tier.</param>
public sealed record CyclePreview(
    Roster Roster, Form Form, IReadOnlyList<DateTimeOffset> NotWorked, IReadOnlyList<(Tier Tier, Mail Mail)> Mails);
