using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Totals;

namespace VksServerless.Notices;

/// <summary>What a notice may have to say beside what has happened.</summary>
/// <param name="Siblings">Every obligation under the superior of the unit that it happened to, when
/// <see cref="EventNotices.AsksForSiblings"/>; else none.</param>
/// <param name="Issued">What was published, when that is the news; else null.</param>
public sealed record Surroundings(
    Cycle Cycle, Form Form, Roster Roster, Portal Portal, IReadOnlyList<Obligation> Siblings, Issued? Issued = null);

/// <summary>A publication as its register has it, and how many units went into it.</summary>
public sealed record Issued(PublicationEntry Entry, Completeness Completeness);
