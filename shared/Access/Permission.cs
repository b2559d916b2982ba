using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Access;

/// <summary>What a caller may see and do. Each method is one sentence of the rule.</summary>
public static class Permission
{
    private static bool ReadsAll(Caller caller) => caller.Role is Role.Centre or Role.Leadership or Role.Inspector;

    private static bool IsOf(Caller caller, UnitCode unit) =>
        caller.Role is Role.UnitReporter or Role.UnitHead && caller.Unit == unit;

    /// <summary>The central roles see every report; a unit sees its own and those of its subordinates.</summary>
    public static bool ReadsReport(Caller caller, UnitCode unit, Roster roster) =>
        ReadsAll(caller) || (caller.Role is Role.UnitReporter or Role.UnitHead && caller.Unit != UnitCode.Sector && roster.IsWithin(unit, caller.Unit));

    /// <summary>Only the unit itself writes its report.</summary>
    public static bool WritesReport(Caller caller, UnitCode unit) => IsOf(caller, unit);

    /// <summary>The superior judges its subordinates' reports; what answers to the sector itself is judged by the centre.</summary>
    public static bool JudgesReport(Caller caller, UnitCode superior) =>
        superior == UnitCode.Sector ? caller.Role is Role.Centre : IsOf(caller, superior);

    /// <summary>Totals of a node are for those who may read every report under it.</summary>
    public static bool ReadsTotals(Caller caller, UnitCode node, Roster roster) => ReadsReport(caller, node, roster);

    public static bool RunsCycles(Caller caller) => caller.Role is Role.Centre;

    /// <summary>Drafts of cycles are the centre's; a cycle that has been opened is known to all but operators.</summary>
    public static bool ReadsCycle(Caller caller, bool isDraft) =>
        isDraft ? caller.Role is Role.Centre or Role.Inspector : caller.Role is not (Role.Operator or Role.Administrator);

    public static bool Approves(Caller caller) => caller.Role is Role.Leadership;

    public static bool ReadsPublications(Caller caller) => ReadsAll(caller);

    /// <summary>The outline is the centre's to write.</summary>
    public static bool PublishesForms(Caller caller) => caller.Role is Role.Centre;

    public static bool KeepsDirectory(Caller caller) => caller.Role is Role.Administrator;

    /// <summary>The lists of holidays are put by whoever keeps the directory and by the centre, whose deadlines are reckoned by them.</summary>
    public static bool KeepsCalendars(Caller caller) => caller.Role is Role.Administrator or Role.Centre;

    /// <summary>What they say is about the units' reports, which the operator does not see.</summary>
    public static bool ReadsMailTexts(Caller caller) => caller.Role is Role.Centre or Role.Inspector;

    /// <summary>Mails bear units' names and deadlines: for the centre, the inspector and the operator who must mend delivery.</summary>
    public static bool ReadsMails(Caller caller) => caller.Role is Role.Centre or Role.Inspector or Role.Operator;
}
