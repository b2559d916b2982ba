using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Notices;

/// <summary>What a notice may have to say beside what has happened.</summary>
/// <param name="Siblings">Every obligation under the superior of the unit that it happened to, when
/// <see cref="EventNotices.AsksForSiblings"/>; else none.</param>
/// <param name="Issued">What was published, when that is the news; else null.</param>
/// <param name="Centre">Who judges for the sector itself; null: its own mailbox stands in.</param>
public sealed record Surroundings(
    Cycle Cycle, Form Form, Roster Roster, Portal Portal, IReadOnlyList<Obligation> Siblings, Issued? Issued = null,
    Office? Centre = null)
{
    /// <summary>Who is asked to judge what is handed in to this superior.</summary>
    public Office JudgeOf(UnitCode superior) =>
        superior == UnitCode.Sector && Centre is { Mails.Count: > 0 } ? Centre
        : new Office(Roster.NameOf(superior), Roster.MailsOf(superior));
}

/// <summary>An office and its addresses.</summary>
public sealed record Office(string Name, IReadOnlyList<string> Mails);

/// <summary>A publication as its register has it, and how many units went into it.</summary>
public sealed record Issued(PublicationEntry Entry, Completeness Completeness);
