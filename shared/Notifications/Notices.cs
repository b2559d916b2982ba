using System.Security.Cryptography;
using System.Text;
using VksServerless.Cycles;
using VksServerless.Events;
using VksServerless.Forms;

namespace VksServerless.Notifications;

/// <summary>Thông báo: decides who is told of a happening, and in which words.</summary>
public static class Notices
{
    /// <summary>The mails that follow from an event, one an address; the same event always gives the same keys.</summary>
    /// <returns>None when the event is nobody's news, or when the unit has no address.</returns>
    public static IReadOnlyList<Mail> Of(ReportingEvent happened, Cycle cycle, Form form, Roster roster) => happened switch
    {
        ObligationEvent toUnit => roster.Participants.FirstOrDefault(participant => participant.Unit == toUnit.Unit) is { } unit
            ? Address(toUnit, UnitNotices.Of(toUnit, cycle, form, unit), unit.Mails)
            : [],
        CycleCancelled cancelled =>
            [.. roster.Participants.SelectMany(unit => Address(cancelled, CycleNotices.Cancelled(cancelled, cycle, unit.Name), unit.Mails)).DistinctBy(mail => mail.Key)],
        ReportLaidBefore laid => ToRecipients(laid, cycle, name => CycleNotices.LaidBefore(laid, cycle, name)),
        CyclePublished published => ToRecipients(published, cycle, name => CycleNotices.Published(published, cycle, name)),
        _ => [],
    };

    private static IReadOnlyList<Mail> ToRecipients(ReportingEvent happened, Cycle cycle, Func<string, Letter> write) =>
        [.. cycle.Terms.Recipients.SelectMany(recipient => Address(happened, write(recipient.Name), [recipient.Mail])).DistinctBy(mail => mail.Key)];

    private static IReadOnlyList<Mail> Address(ReportingEvent happened, Letter? letter, IReadOnlyList<string> addresses) => letter is null
        ? []
        : [.. addresses.Select(address => new Mail(Key(happened, address), happened.Cycle, happened.Subject, address, letter.Subject, letter.Text)).DistinctBy(mail => mail.Key)];

    /// <summary>The address itself has letters that a key may not have, and stays out of logs.</summary>
    private static string Key(ReportingEvent happened, string address) =>
        $"{happened.Id}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Trim().ToLowerInvariant())))[..16]}";
}
