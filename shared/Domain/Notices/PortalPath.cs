using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Notices;

/// <summary>Where in the portal each task lies: a mail leads to the very page, and pages lead to each other.</summary>
public static class PortalPath
{
    public const string Home = "/portal";
    public const string Cycles = "/portal/cycles";
    public const string Publications = "/portal/publications";
    public const string Difficulties = "/portal/difficulties";

    public static string Cycle(CycleId cycle) => $"{Cycles}/{cycle}";

    /// <summary>The reports that a superior judges.</summary>
    public static string Below(CycleId cycle) => $"{Cycle(cycle)}/reports";

    public static string Report(CycleId cycle, UnitCode unit) => $"{Below(cycle)}/{unit}";

    public static string Report(Obligation obligation) => Report(obligation.Cycle, obligation.Unit);

    public static string Signature(CycleId cycle, UnitCode unit) => $"{Report(cycle, unit)}/sign";

    public static string Review(CycleId cycle, UnitCode unit) => $"{Report(cycle, unit)}/review";

    public static string SectorReport(CycleId cycle) => $"{Cycle(cycle)}/sector-report";

    public static string Approval(CycleId cycle) => $"{Cycle(cycle)}/approval";

    /// <param name="sequence">From 1.</param>
    public static string Publication(CycleId cycle, int sequence) => $"{Publications}/{cycle}/{sequence}";

    public static string Difficulty(string id) => $"{Difficulties}/{id}";
}
