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
            && one is Role.Machine != IsOfPerson(identity)
            && UnitCode.TryParse(Only(identity, "unit", "extn.unit"), out var unit)
                ? new Caller(PersonId.Of(person), NameIn(identity, one) ?? person, one, unit)
                : AccessRefusals.NotPermitted;
    }

    /// <summary>
    /// A token is a person's when it says so: <c>idtyp</c> is <c>user</c>, or, where the issuer has no such claim, <c>scp</c> names
    /// what a person has let a program do. A software signs in by itself and has neither; what says nothing is a software's.
    /// </summary>
    private static bool IsOfPerson(ClaimsIdentity identity) =>
        identity.FindAll("idtyp").Any() ? Only(identity, "idtyp") == "user" : Only(identity, "scp") is { Length: > 0 };

    /// <summary>
    /// A software's token (client credentials) has no <c>name</c>; some issuers say what it is called in <c>app_displayname</c>.
    /// </summary>
    private static string? NameIn(ClaimsIdentity identity, Role role) =>
        new[] { Only(identity, "name"), role is Role.Machine ? Only(identity, "app_displayname") : null }.FirstOrDefault(Caller.CanBeShown);

    /// <summary>A token with two values of a claim is rejected.</summary>
    private static string? Only(ClaimsIdentity identity, params string[] names) =>
        names.SelectMany(identity.FindAll).Select(found => found.Value).Take(2).ToList() is [var value] ? value : null;
}
