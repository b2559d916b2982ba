using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Tokens;

namespace VksServerless.Functions.Access;

/// <summary>What both editions demand of a token. The edition registers where the issuer's keys come from.</summary>
public static class TrustedIssuer
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <param name="clock">Decides whether a token has expired.</param>
    public static TokenValidationParameters Demands(IConfiguration configuration, BaseConfigurationManager keys, TimeProvider clock) => new()
    {
        ValidIssuer = Setting(configuration, "Identity:Issuer"),
        ValidAudience = Setting(configuration, "Identity:Audience"),
        ConfigurationManager = keys,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
        ValidTypes = ["JWT", "at+jwt"],
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        LifetimeValidator = (notBefore, expires, _, _) => Lives(notBefore, expires, clock.GetUtcNow().UtcDateTime),
    };

    private static string Setting(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"The setting {name} is missing.");

    private static bool Lives(DateTime? notBefore, DateTime? expires, DateTime now) =>
        expires is { } end && now < end + Grace && (notBefore is null || now >= notBefore - Grace);
}
