using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Web.Portal.Shell;

/// <summary>Where a unit's report lies in the portal.</summary>
internal static class ReportAddress
{
    public static string Of(Obligation obligation) => Of(obligation.Cycle, obligation.Unit);

    public static string Of(CycleId cycle, UnitCode unit) => $"/portal/cycles/{cycle}/reports/{unit}";
}
