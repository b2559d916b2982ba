using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using VksServerless.Access;
using VksServerless.Units;

namespace VksServerless.Functions.Access;

/// <summary>
/// Reads the bearer token: signature, issuer, audience and lifetime by Microsoft.IdentityModel, then the claims
/// <c>sub</c>, <c>name</c>, <c>role</c> (or <c>roles</c>; exactly one that we know) and <c>unit</c>, each once.
/// </summary>
public sealed class Authentication(TokenValidationParameters parameters)
{
    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>()
        .ToDictionary(role => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString()), StringComparer.Ordinal);

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 16 * 1024 };

    public async Task<Outcome<Caller>> Identify(HttpRequest request)
    {
        if (request.Headers.Authorization is not [{ } header] || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return AccessRefusals.NotSignedIn;
        }

        var token = await _handler.ValidateTokenAsync(header["Bearer ".Length..].Trim(), parameters);
        return token.IsValid && !DemandsMore(token.SecurityToken) ? CallerOf(token.ClaimsIdentity) : AccessRefusals.NotSignedIn;
    }

    /// <summary>A <c>crit</c> header names what a reader must understand or else refuse (RFC 7515, 4.1.11): we understand nothing special.</summary>
    private static bool DemandsMore(SecurityToken token) => token is not JsonWebToken read || read.TryGetHeaderValue<object>("crit", out _);

    private static Outcome<Caller> CallerOf(ClaimsIdentity identity)
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
            && UnitCode.TryParse(Only(identity, "unit"), out var unit)
                ? new Caller(person, NameIn(identity, one) ?? person, one, unit)
                : AccessRefusals.NotPermitted;
    }

    /// <summary>Where the issuer says whether a person or a software has signed in, a software is a machine client and no person is.</summary>
    private static bool IsFor(Role role, string? kind) => kind switch
    {
        "app" => role is Role.Machine,
        "user" => role is not Role.Machine,
        _ => true,
    };

    /// <summary>A software's token (client credentials) bears no <c>name</c>; some issuers say what it is called in <c>app_displayname</c>.</summary>
    private static string? NameIn(ClaimsIdentity identity, Role role) =>
        new[] { Only(identity, "name"), role is Role.Machine ? Only(identity, "app_displayname") : null }.FirstOrDefault(Caller.CanBeShown);

    /// <summary>Who is said to be two is neither.</summary>
    private static string? Only(ClaimsIdentity identity, string claim) =>
        identity.FindAll(claim).Select(found => found.Value).Take(2).ToList() is [var value] ? value : null;
}
