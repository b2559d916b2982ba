using System.Security.Cryptography;
using System.Text;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Notices;

/// <summary>Thông báo: decides who is notified of an event, and in which words.</summary>
public static class EventNotices
{
    /// <summary>What a superior's mail is about: a report waits to be judged.</summary>
    public const string ReportWaiting = nameof(ReportWaiting);

    /// <summary>What a superior's mail is about: units below are past their deadline.</summary>
    public const string UnitsOverdue = nameof(UnitsOverdue);

    /// <summary>What a superior's mail is about: the centre has judged in its place.</summary>
    public const string JudgedInstead = nameof(JudgedInstead);

    /// <summary>What a mail is about to those whose return another has taken back.</summary>
    public const string OthersReturnTakenBack = nameof(OthersReturnTakenBack);

    /// <summary>The superiors of whose units, and how these stand, the notices of this event tell.</summary>
    public static IReadOnlyList<UnitCode> AsksFor(CycleEvent happened, Cycle cycle, Roster roster) => happened switch
    {
        ReminderDue { Stage: > 0 } late => [late.Superior],
        UnitsTakenOver taken => SuccessionNotices.Superiors(taken, cycle, roster),
        _ => [],
    };

    /// <summary>Whether the centre, which judges for the sector, may be told. Most news of a unit is only for those between.</summary>
    public static bool AsksForCentre(CycleEvent happened, Cycle cycle) => happened is not ObligationEvent toUnit
        || cycle.JudgesOf(toUnit.Unit, toUnit.Superior).Count == 0;

    /// <summary>The mails that follow from an event, one an address; the same event always gives the same keys.</summary>
    /// <returns>None when the event is nobody's news, or when nobody concerned has an address.</returns>
    public static IReadOnlyList<Mail> Of(CycleEvent happened, Surroundings around) =>
        [.. Letters(happened, around).SelectMany(letter => letter.To(MailFile.Of(happened.Cycle), around.Portal))
            .DistinctBy(mail => mail.Key)];

    private static IEnumerable<Addressed> Letters(CycleEvent happened, Surroundings around)
    {
        var (cycle, roster) = (around.Cycle, around.Roster);
        return happened switch
        {
            _ when cycle.IsImported && !IsForLeadershipOrCentre(happened) => [],
            ObligationEvent toUnit when roster.Participants.FirstOrDefault(participant => participant.Unit == toUnit.Unit) is { } unit =>
            [
                new Addressed(
                    toUnit.Id, toUnit.Subject, UnitNotices.Of(toUnit, cycle, around.Form, unit), MailsOf(toUnit, unit, around),
                    PageOf(toUnit), Asking(toUnit, around)),
                .. SuperiorNotices.Of(toUnit, around),
            ],
            UnitsTakenOver taken => SuccessionNotices.Each(taken, cycle).Select(to => new Addressed(
                to.Id, to.Subject, SuccessionNotices.Of(to, around), roster.MailsOf(to.Unit), PortalPath.Home, around.Portal.Contact)),
            AdjustmentsFallen fallen when roster.Participants.FirstOrDefault(participant => participant.Unit == fallen.Unit) is { } unit =>
            [
                new Addressed(
                    fallen.Id, fallen.Subject, UnitNotices.Fallen(fallen, cycle, unit), MailsOf(unit, around),
                    PortalPath.Report(fallen.Cycle, fallen.Unit), around.Portal.Contact),
            ],
            CycleCancelled cancelled => around.Units.Select(unit =>
                new Addressed(
                    cancelled.Id, cancelled.Subject, CycleNotices.Cancelled(cancelled, cycle, unit.Name), unit.Mails,
                    PortalPath.Home, around.Portal.Contact)),
            ReportLaidBefore laid => cycle.Terms.Recipients.Select(to =>
                new Addressed(
                    laid.Id, laid.Subject, CycleNotices.AwaitingApproval(laid, cycle, to.Name), [to.Mail],
                    PortalPath.Approval(cycle.Id), around.Portal.Contact)),
            CyclePublished published when around.Issued is { } issued => Readers(around).Select(to =>
                new Addressed(
                    published.Id, published.Subject, CycleNotices.Published(issued, cycle, to.Name), to.Mails,
                    PortalPath.Publication(cycle.Id, issued.Entry.Sequence), around.Portal.Contact)),
            MilestoneDue due => MilestoneNotices.Of(due, around),
            SectorReportRefused refused when around.JudgeOf(UnitCode.Sector) is var centre =>
                [new Addressed(
                    refused.Id, refused.Subject, CycleNotices.Refused(refused, cycle, roster, centre.Name), centre.Mails,
                    PortalPath.SectorReport(cycle.Id), around.Portal.Contact)],
            _ => [],
        };
    }

    private static string PageOf(ObligationEvent happened) => happened is ReportPresented
        ? PortalPath.Signature(happened.Cycle, happened.Unit)
        : PortalPath.Report(happened.Cycle, happened.Unit);

    /// <summary>Who is told of a publication: nơi nhận first, then the units where it is sent to them.</summary>
    private static IEnumerable<Office> Readers(Surroundings around) =>
        around.Cycle.Terms.Recipients.Select(to => new Office(to.Name, [to.Mail]))
            .Concat(around.Cycle is { Terms.SentToUnits: true, IsImported: false } ? around.Units : []);

    /// <summary>A cycle of the past is nobody else's news: its units have handed in and heard of it long ago.</summary>
    private static bool IsForLeadershipOrCentre(CycleEvent happened) =>
        happened is ReportLaidBefore or SectorReportRefused or CyclePublished;

    /// <summary>A unit that has ended and left is told so itself; all else of it goes to those who answer for it.</summary>
    private static IEnumerable<string> MailsOf(ObligationEvent happened, Participant unit, Surroundings around) =>
        happened is UnitExempted && around.Cycle.LeavingOf(unit.Unit) is not null ? unit.Mails : MailsOf(unit, around);

    private static IEnumerable<string> MailsOf(Participant unit, Surroundings around) => around.Cycle.EndOf(unit.Unit) is null
        ? unit.Mails
        : around.Cycle.LivingFor(unit.Unit).SelectMany(around.Roster.MailsOf).Distinct();

    /// <summary>A unit asks first who judges its report.</summary>
    private static string Asking(ObligationEvent happened, Surroundings around) => string.Join("; ",
        around.Cycle.JudgesOf(happened.Unit, happened.Superior)
            .Select(judge => (Name: around.Roster.NameOf(judge), Mails: around.Roster.MailsOf(judge)))
            .Where(judge => judge.Mails.Count > 0)
            .Select(judge => $"{judge.Name} ({string.Join(", ", judge.Mails)})")
            .Append(around.Portal.Contact));
}

/// <summary>A letter with those it goes to.</summary>
/// <param name="Id">The same news always has the same: it is told once to each address.</param>
/// <param name="Letter">Null: there is nothing to tell.</param>
/// <param name="Page">Where its reader acts on it: a path of the portal.</param>
/// <param name="Asking">Whom its reader asks.</param>
internal sealed record Addressed(string Id, string Kind, Letter? Letter, IEnumerable<string> Mails, string Page, string Asking)
{
    public IEnumerable<Mail> To(MailFile file, Portal portal) => Letter is null
        ? []
        : Mails.Select(address => new Mail(Key(address), file, Kind, address, Letter.Subject, Letter.Signed(portal.AddressOf(Page), Asking)));

    /// <summary>The address itself has letters that a key may not have, and stays out of logs.</summary>
    private string Key(string address) =>
        $"{Id}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant())))[..16]}";
}
