using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Access;

/// <summary>What a caller may see and do. Each method is one sentence of the rule.</summary>
public static class Permission
{
    private static bool ReadsAll(Caller caller) => caller.Role is Role.Centre or Role.Leadership or Role.Inspector;

    private static bool IsOf(Caller caller, UnitCode unit) =>
        caller.Role is Role.UnitReporter or Role.UnitHead && caller.Unit == unit;

    /// <summary>
    /// The central roles see every report; a unit sees its own, those of its subordinates, and what those saw whom it succeeds in
    /// the cycle.
    /// </summary>
    /// <param name="cycle">Null: none is known.</param>
    public static bool ReadsReport(Caller caller, UnitCode unit, Roster roster, Cycle? cycle) =>
        ReadsAll(caller) || (caller.Role is Role.UnitReporter or Role.UnitHead && caller.Unit != UnitCode.Sector
            && (roster.IsWithin(unit, caller.Unit) || cycle?.SucceededBy(caller.Unit).Any(ended => roster.IsWithin(unit, ended)) is true));

    /// <summary>Only the unit itself writes its report; when it has ended in the cycle, who succeeds it.</summary>
    /// <param name="cycle">Null: none is known.</param>
    public static bool WritesReport(Caller caller, UnitCode unit, Cycle? cycle = null) =>
        IsOf(caller, unit) || (IsOf(caller, caller.Unit) && cycle?.AnswersFor(caller.Unit, unit) is true);

    /// <summary>A report is drafted and handed in by the unit's people, or by a software of the unit or of one above it.</summary>
    public static bool HandsInReport(Caller caller, UnitCode unit, Roster roster, Cycle? cycle = null) => WritesReport(caller, unit, cycle)
        || (caller.Role is Role.Machine && (caller.Unit == UnitCode.Sector || caller.Unit == unit || roster.IsWithin(unit, caller.Unit)));

    /// <summary>Of the reports that it hands in a software sees how they stand, and no content but what it handed in itself.</summary>
    public static bool ReadsContent(Caller caller, PersonId byPerson) => caller.Role is not Role.Machine || caller.Person == byPerson;

    /// <summary>Only a unit's head delegates the signature, and revokes it.</summary>
    public static bool Delegates(Caller caller, UnitCode unit) => caller.Role is Role.UnitHead && caller.Unit == unit;

    /// <summary>Who signs for whom is for the head, the centre and the inspector to know.</summary>
    public static bool ReadsDelegations(Caller caller, UnitCode unit) =>
        Delegates(caller, unit) || caller.Role is Role.Centre or Role.Inspector;

    /// <summary>
    /// The superior judges its subordinates' reports; once it has ended in the cycle also its successors do. Nobody judges a report
    /// that it answers for. The centre judges what answers to the sector itself, and always may in a superior's place.
    /// </summary>
    public static bool JudgesReport(Caller caller, UnitCode unit, UnitCode superior, Cycle cycle) => caller.Role is Role.Centre
        || (superior != UnitCode.Sector && IsOf(caller, caller.Unit) && cycle.AnswersFor(caller.Unit, superior)
            && !cycle.AnswersFor(caller.Unit, unit));

    /// <summary>
    /// Whether the centre, or a leader who refuses the sector report, judges in the place of a superior that has not ended, and must
    /// say why.
    /// </summary>
    public static bool StepsIn(Caller caller, UnitCode superior, Cycle cycle) =>
        caller.Role is Role.Centre or Role.Leadership && superior != UnitCode.Sector && cycle.EndOf(superior) is null;

    /// <summary>Totals of a node are for those who may read every report under it.</summary>
    public static bool ReadsTotals(Caller caller, UnitCode node, Roster roster, Cycle cycle) => ReadsReport(caller, node, roster, cycle);

    /// <summary>Only the inspector puts on record what a check of a report found.</summary>
    public static bool Inspects(Caller caller) => caller.Role is Role.Inspector;

    public static bool RunsCycles(Caller caller) => caller.Role is Role.Centre;

    /// <summary>Drafts of cycles are the centre's; a cycle that has been opened is known to all but operators.</summary>
    public static bool ReadsCycle(Caller caller, bool isDraft) =>
        isDraft ? caller.Role is Role.Centre or Role.Inspector : caller.Role is not (Role.Operator or Role.Administrator);

    public static bool Approves(Caller caller) => caller.Role is Role.Leadership;

    /// <summary>Publications are written for the leadership: who of it has read them is put on record.</summary>
    public static bool Acknowledges(Caller caller) => caller.Role is Role.Leadership;

    public static bool ReadsPublications(Caller caller) => ReadsAll(caller);

    /// <summary>
    /// What has been published is also for the units that take part, or answer for one that did, where the cycle's terms send it to them.
    /// </summary>
    public static bool ReadsPublished(Caller caller, Cycle cycle, Roster? roster) => ReadsPublications(caller)
        || (cycle.Terms.SentToUnits && IsOf(caller, caller.Unit) && cycle.EndOf(caller.Unit) is null
            && roster?.Participants.Any(participant => cycle.AnswersFor(caller.Unit, participant.Unit)) is true);

    /// <summary>The outline is the centre's to write.</summary>
    public static bool PublishesForms(Caller caller) => caller.Role is Role.Centre;

    public static bool KeepsDirectory(Caller caller) => caller.Role is Role.Administrator;

    /// <summary>Names and places of units are for everybody; their addresses for who keeps them, and who writes to all of them.</summary>
    public static bool ReadsUnitMails(Caller caller) => caller.Role is Role.Administrator or Role.Centre;

    /// <summary>Who has which post decides who may do what: the administrator's to keep.</summary>
    public static bool KeepsPeople(Caller caller) => caller.Role is Role.Administrator;

    /// <summary>Who is behind a role is for who assigns roles, who runs cycles and who checks both.</summary>
    public static bool ReadsPeople(Caller caller) => caller.Role is Role.Administrator or Role.Centre or Role.Inspector;

    /// <summary>
    /// The administrator who keeps the directory, and the centre, whose deadlines depend on them, maintain the lists of holidays.
    /// </summary>
    public static bool KeepsCalendars(Caller caller) => caller.Role is Role.Administrator or Role.Centre;

    /// <summary>What they say is about the units' reports, which the operator does not see.</summary>
    public static bool ReadsMailTexts(Caller caller) => caller.Role is Role.Centre or Role.Inspector;

    /// <summary>Mails contain units' names and deadlines: for the centre, the inspector and the operator, who repairs delivery.</summary>
    public static bool ReadsMails(Caller caller) => caller.Role is Role.Centre or Role.Inspector or Role.Operator;

    /// <summary>A mail that failed is sent again by the operator, and by the centre, which answers for what units are told.</summary>
    public static bool SendsMailsAgain(Caller caller) => caller.Role is Role.Centre or Role.Operator;

    /// <summary>Health, queues and what was given up: for the operator, and the inspector, who checks.</summary>
    public static bool ReadsOperations(Caller caller) => caller.Role is Role.Operator or Role.Inspector;

    /// <summary>Only the operator has given-up work done again.</summary>
    public static bool Operates(Caller caller) => caller.Role is Role.Operator;

    /// <summary>Difficulties are raised by units, for themselves.</summary>
    public static bool RaisesDifficulties(Caller caller) =>
        caller.Role is Role.UnitReporter or Role.UnitHead && caller.Unit != UnitCode.Sector;

    /// <summary>The central roles see every difficulty; a unit sees its own, those of its subordinates, and what it is to answer.</summary>
    public static bool ReadsDifficulty(Caller caller, UnitCode unit, UnitCode? assignee, UnitDirectory directory) =>
        ReadsAll(caller) || (RaisesDifficulties(caller) && (caller.Unit == assignee || directory.IsWithin(unit, caller.Unit)));

    /// <summary>Whether the desk is anything to them: the central roles, and the units whose difficulties lie there.</summary>
    public static bool ReadsDifficulties(Caller caller) => ReadsAll(caller) || RaisesDifficulties(caller);

    /// <summary>The centre says who answers.</summary>
    public static bool AssignsDifficulty(Caller caller) => caller.Role is Role.Centre;

    /// <summary>Who is to answer does, or the centre itself.</summary>
    public static bool AnswersDifficulty(Caller caller, UnitCode? assignee) =>
        caller.Role is Role.Centre || (assignee is { } unit && IsOf(caller, unit));

    /// <summary>The unit that has it closes what was answered, the centre anything.</summary>
    public static bool ClosesDifficulty(Caller caller, UnitCode unit) => AssignsDifficulty(caller) || OwnsDifficulty(caller, unit);

    /// <summary>Only the unit that has a difficulty says whether the guidance has helped.</summary>
    public static bool OwnsDifficulty(Caller caller, UnitCode unit) => IsOf(caller, unit);
}
