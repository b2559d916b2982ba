using System.Security.Claims;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Web.Door;

/// <summary>
/// Reads from a valid token who is calling, each claim once. A person's token says only who that is, in the one configured claim. A
/// software's says also what it may do: <c>sub</c>, <c>role</c> (or <c>roles</c>: machine) and <c>unit</c> (or <c>extn.unit</c>, as
/// Microsoft Entra names an attribute of one's own).
/// </summary>
internal static class TokenClaims
{
    /// <summary>
    /// A token is a person's when it says so: <c>idtyp</c> is <c>user</c>, or, where the issuer has no such claim, <c>scp</c> names
    /// what a person has let a program do. A software signs in by itself and has neither; what says nothing is a software's.
    /// </summary>
    public static bool IsOfPerson(ClaimsIdentity identity) =>
        identity.FindAll("idtyp").Any() ? Only(identity, "idtyp") == "user" : Only(identity, "scp") is { Length: > 0 };

    /// <summary>Whose token it is. What else it says of a person, above all of roles, is ignored.</summary>
    /// <param name="claim">In which claim the issuer says it.</param>
    /// <returns>Null when the token does not say it.</returns>
    public static PersonId? PersonIn(ClaimsIdentity identity, string claim) =>
        Only(identity, claim) is { } person && Caller.CanBeShown(person) ? PersonId.Of(person) : null;

    /// <returns>The caller; refused when the token does not say which software that is, for which unit.</returns>
    public static Outcome<Caller> SoftwareIn(ClaimsIdentity identity)
    {
        var roles = identity.Claims
            .Where(claim => claim.Type is "role" or "roles")
            .Select(claim => RoleText.TryParse(claim.Value, out var role) ? role : (Role?)null)
            .OfType<Role>()
            .Distinct()
            .ToList();
        return PersonIn(identity, "sub") is { } software && roles is [Role.Machine]
            && UnitCode.TryParse(Only(identity, "unit", "extn.unit"), out var unit)
                ? new Caller(software, NameIn(identity) ?? software.ToString(), Role.Machine, unit)
                : AccessRefusals.NotPermitted;
    }

    /// <summary>
    /// A software's token (client credentials) has no <c>name</c>; some issuers say what it is called in <c>app_displayname</c>.
    /// </summary>
    private static string? NameIn(ClaimsIdentity identity) =>
        new[] { Only(identity, "name"), Only(identity, "app_displayname") }.FirstOrDefault(Caller.CanBeShown);

    /// <summary>A token with two values of a claim is rejected.</summary>
    private static string? Only(ClaimsIdentity identity, params string[] names) =>
        names.SelectMany(identity.FindAll).Select(found => found.Value).Take(2).ToList() is [var value] ? value : null;
}
