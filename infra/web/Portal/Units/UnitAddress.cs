using VksServerless.Units;

namespace VksServerless.Web.Portal.Units;

/// <summary>Where units lie in the portal.</summary>
internal static class UnitAddress
{
    public const string All = "/portal/units";

    public const string Changes = "/portal/units/changes";

    public static string Of(UnitCode unit) => $"{All}/{unit}";
}
