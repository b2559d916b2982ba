using System.Text.Json;

namespace VksServerless.People;

/// <summary>How a role is written: in tokens and files (unit-head), and for people to read (Thủ trưởng đơn vị).</summary>
public static class RoleText
{
    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>()
        .ToDictionary(role => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString()), StringComparer.Ordinal);

    private static readonly Dictionary<Role, string> Names = Roles.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The roles that a person can have.</summary>
    public static IReadOnlyList<string> OfPersons { get; } =
        [.. Roles.Where(pair => pair.Value is not Role.Machine).Select(pair => pair.Key)];

    /// <summary>As it stands in tokens and files, e.g. unit-head.</summary>
    public static string Of(Role role) => Names[role];

    /// <returns>False: there is no such role.</returns>
    public static bool TryParse(string text, out Role role) => Roles.TryGetValue(text, out role);

    /// <summary>In Vietnamese.</summary>
    public static string InWords(Role role) => role switch
    {
        Role.Centre => "Cục 2, trung tâm",
        Role.UnitReporter => "Cán bộ tổng hợp",
        Role.UnitHead => "Thủ trưởng đơn vị",
        Role.Leadership => "Lãnh đạo Viện",
        Role.Inspector => "Thanh tra",
        Role.Administrator => "Quản trị",
        Role.Machine => "Phần mềm nghiệp vụ",
        _ => "Vận hành",
    };
}
