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
/// <c>sub</c>, <c>name</c>, <c>role</c> (or <c>roles</c>; exactly one that we know) and <c>unit</c>.
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
        return token.IsValid ? CallerOf(token.ClaimsIdentity) : AccessRefusals.NotSignedIn;
    }

    private static Outcome<Caller> CallerOf(ClaimsIdentity identity)
    {
        var roles = identity.Claims
            .Where(claim => claim.Type is "role" or "roles")
            .Select(claim => Roles.TryGetValue(claim.Value, out var role) ? role : (Role?)null)
            .OfType<Role>()
            .Distinct()
            .ToList();
        return identity.FindFirst("sub")?.Value is { Length: > 0 and <= 200 } person
            && roles is [var one]
            && UnitCode.TryParse(identity.FindFirst("unit")?.Value, out var unit)
                ? new Caller(person, NameOf(identity) ?? person, one, unit)
                : AccessRefusals.NotPermitted;
    }

    private static string? NameOf(ClaimsIdentity identity) =>
        identity.FindFirst("name")?.Value is { Length: > 0 and <= 200 } name && !name.Any(char.IsControl) ? name : null;
}
