using System.Security.Claims;
using System.Text.Json;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Web.Door;

/// <summary>
/// Reads from a valid token who is calling: the claims <c>sub</c>, <c>name</c>, <c>role</c> (or <c>roles</c>; exactly one that we
/// know) and <c>unit</c> (or <c>extn.unit</c>, as Microsoft Entra names an attribute of one's own), each once.
/// </summary>
internal static class TokenClaims
{
    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>()
        .ToDictionary(role => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString()), StringComparer.Ordinal);

    /// <returns>The caller; refused when the token does not say who that is.</returns>
    public static Outcome<Caller> CallerOf(ClaimsIdentity identity)
    {
        var roles = identity.Claims
            .Where(claim => claim.Type is "role" or "roles")
            .Select(claim => Roles.TryGetValue(claim.Value, out var role) ? role : (Role?)null)
            .OfType<Role>()
            .Distinct()
            .ToList();
        return Only(identity, "sub") is { } person
            && Caller.CanBeShown(person)
            && roles is [var one]
            && IsFor(one, Only(identity, "idtyp"))
            && UnitCode.TryParse(Only(identity, "unit", "extn.unit"), out var unit)
                ? new Caller(PersonId.Of(person), NameIn(identity, one) ?? person, one, unit)
                : AccessRefusals.NotPermitted;
    }

    /// <summary>
    /// Where the issuer says whether a person or a software has signed in, a software is a machine client and no person is.
    /// </summary>
    private static bool IsFor(Role role, string? kind) => kind switch
    {
        "app" => role is Role.Machine,
        "user" => role is not Role.Machine,
        _ => true,
    };

    /// <summary>
    /// A software's token (client credentials) has no <c>name</c>; some issuers say what it is called in <c>app_displayname</c>.
    /// </summary>
    private static string? NameIn(ClaimsIdentity identity, Role role) =>
        new[] { Only(identity, "name"), role is Role.Machine ? Only(identity, "app_displayname") : null }.FirstOrDefault(Caller.CanBeShown);

    /// <summary>A token with two values of a claim is rejected.</summary>
    private static string? Only(ClaimsIdentity identity, params string[] names) =>
        names.SelectMany(identity.FindAll).Select(found => found.Value).Take(2).ToList() is [var value] ? value : null;
}
