using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Submissions;

namespace VksServerless.Notifications;

/// <summary>What a notice may have to say beside what has happened.</summary>
/// <param name="Siblings">Every obligation under the superior of the unit that it happened to, when <see cref="Notices.AsksForSiblings"/>; else none.</param>
public sealed record Surroundings(Cycle Cycle, Form Form, Roster Roster, Portal Portal, IReadOnlyList<Obligation> Siblings);
