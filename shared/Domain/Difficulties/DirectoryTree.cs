using VksServerless.Units;

namespace VksServerless.Difficulties;

/// <summary>Who stands below whom in the directory as it is today; difficulties belong to no cycle that would have fixed it.</summary>
public static class DirectoryTree
{
    /// <summary>Whether <paramref name="unit"/> is <paramref name="superior"/> or stands anywhere below it.</summary>
    public static bool IsWithin(this UnitDirectory directory, UnitCode unit, UnitCode superior)
    {
        for (UnitCode? at = unit; at is { } here; at = directory.Find(here)?.Superior)
        {
            if (here == superior)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The unit and all that stand below it, by code.</summary>
    public static IReadOnlyList<UnitCode> Within(this UnitDirectory directory, UnitCode superior) =>
        [.. directory.Units.Select(unit => unit.Code).Where(unit => directory.IsWithin(unit, superior)).Append(superior).Distinct()
            .Order()];
}
