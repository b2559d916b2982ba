using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Notices;

/// <summary>What a notice may have to say beside what has happened.</summary>
/// <param name="Siblings">Every obligation under the superiors whose units <see cref="EventNotices.AsksFor"/>; else none.</param>
/// <param name="Issued">What was published, when that is the news; else null.</param>
/// <param name="Centre">Who judges for the sector itself; null: its own mailbox stands in.</param>
public sealed record Surroundings(
    Cycle Cycle, Form Form, Roster Roster, Portal Portal, IReadOnlyList<Obligation> Siblings, Issued? Issued = null,
    Office? Centre = null)
{
    /// <summary>All who take part; for one that has ended, who answers for it.</summary>
    public IEnumerable<Office> Units => Roster.Participants.SelectMany(unit => Cycle.EndOf(unit.Unit) is null
        ? [new Office(unit.Name, unit.Mails)]
        : Cycle.LivingFor(unit.Unit).Select(heir => new Office(Roster.NameOf(heir), Roster.MailsOf(heir))));

    /// <summary>The office of a unit that judges; for the sector that is the centre's.</summary>
    public Office JudgeOf(UnitCode judge) =>
        judge == UnitCode.Sector && Centre is { Mails.Count: > 0 } ? Centre
        : new Office(Roster.NameOf(judge), Roster.MailsOf(judge));
}

/// <summary>An office and its addresses.</summary>
public sealed record Office(string Name, IReadOnlyList<string> Mails);

/// <summary>A publication as its register has it, and how many units went into it.</summary>
public sealed record Issued(PublicationEntry Entry, Completeness Completeness);
