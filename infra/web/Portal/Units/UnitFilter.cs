using Microsoft.AspNetCore.Http;
using VksServerless.Units;

namespace VksServerless.Web.Portal.Units;

/// <summary>Which units of the directory are shown.</summary>
/// <param name="Superior">Only those directly under it; null: every one.</param>
/// <param name="Ended">Also those that live no longer, or not yet.</param>
public sealed record UnitFilter(string Search, UnitLevel? Level, UnitCode? Superior, bool Ended)
{
    private const int LongestSearch = 200;

    public static UnitFilter Of(IQueryCollection query) => new(
        query["search"].ToString().Trim() is var search && search.Length > LongestSearch ? search[..LongestSearch] : search,
        Enum.TryParse<UnitLevel>(query["level"], out var level) && Enum.IsDefined(level) ? level : null,
        UnitCode.TryParse(query["superior"], out var superior) ? superior : null,
        query["ended"] == "true");

    public IReadOnlyList<Unit> In(UnitDirectory directory, DateOnly today)
    {
        var plain = VksServerless.Kernel.Search.Plain(Search);
        return
        [
            .. directory.Units.Where(unit => (Ended || unit.LivesOn(today)) && (Level is null || unit.Level == Level)
                && (Superior is null || unit.Superior == Superior) && (plain.Length == 0 || unit.Matches(plain))),
        ];
    }

    public string Address => $"{UnitAddress.All}?search={Uri.EscapeDataString(Search)}&level={Level}&superior={Superior}"
        + (Ended ? "&ended=true" : "");
}
