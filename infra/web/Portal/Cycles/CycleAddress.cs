using VksServerless.Cycles;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>Where a cycle lies in the portal.</summary>
internal static class CycleAddress
{
    public const string All = "/portal/cycles";

    public static string Of(CycleId cycle) => $"{All}/{cycle}";

    public static string Publication(CycleId cycle, int sequence) => $"/portal/publications/{cycle}/{sequence}";
}
