using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using VksServerless.Server.Access;

namespace VksServerless.Emulation.Issuer;

/// <summary>The sample people's issuer, with its keys published as OpenID Connect has it.</summary>
internal static class IssuerService
{
    public const string Metadata = "/.well-known/openid-configuration";
    private const string Keys = "/keys";

    public static void Map(IEndpointRouteBuilder routes, SampleIssuer issuer)
    {
        routes.MapGet(Metadata, (HttpRequest request) => Results.Json(new
        {
            issuer = SampleIssuer.Issuer,
            jwks_uri = $"{request.Scheme}://{request.Host}{Keys}",
        }));
        routes.MapGet(Keys, async (CancellationToken cancellation) =>
        {
            var keys = (await issuer.Keys.GetBaseConfigurationAsync(cancellation)).SigningKeys.OfType<ECDsaSecurityKey>();
            return Results.Json(new { keys = keys.Select(Published) });
        });
    }

    private static object Published(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new
        {
            kty = "EC",
            use = "sig",
            alg = SecurityAlgorithms.EcdsaSha256,
            kid = key.KeyId,
            crv = "P-256",
            x = Base64UrlEncoder.Encode(point.X),
            y = Base64UrlEncoder.Encode(point.Y),
        };
    }
}
