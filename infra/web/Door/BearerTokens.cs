using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using VksServerless.Application.People;
using VksServerless.People;

namespace VksServerless.Web.Door;

/// <summary>
/// Bearer tokens of the trusted issuer. The door registers where the issuer's keys come from. A token proves who one is; the register
/// says what a person may do, in the post that the header Vks-Post chooses.
/// </summary>
internal sealed class BearerTokens(IConfiguration configuration, BaseConfigurationManager keys, WhoIs whoIs, TimeProvider clock)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    private const string PostHeader = "Vks-Post";
    private const int LargestToken = 16 * 1024;
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private readonly string _personClaim = configuration["Identity:PersonClaim"] is { Length: > 0 } claim ? claim : "sub";

    public void Configure(string? name, JwtBearerOptions options) => Configure(options);

    public void Configure(JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(new JsonWebTokenHandler { MapInboundClaims = false, MaximumTokenSizeInBytes = LargestToken });
        options.TokenValidationParameters = Demands();
        options.Events = new JwtBearerEvents
        {
            OnTokenValidated = Identify,
            OnChallenge = context =>
            {
                context.HandleResponse();
                return Problems.Of(AccessRefusals.NotSignedIn).ExecuteAsync(context.HttpContext);
            },
            OnForbidden = context => Problems.Of(CallerOfRequest.RefusalOf(context.HttpContext)).ExecuteAsync(context.HttpContext),
        };
    }

    private TokenValidationParameters Demands() => new()
    {
        ValidIssuer = Setting("Identity:Issuer"),
        ValidAudience = Setting("Identity:Audience"),
        ConfigurationManager = keys,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
        ValidTypes = ["JWT", "at+jwt"],
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        LifetimeValidator = (notBefore, expires, _, _) => Lives(notBefore, expires, clock.GetUtcNow().UtcDateTime),
    };

    private string Setting(string name) =>
        configuration[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"The setting {name} is missing.");

    private async Task Identify(TokenValidatedContext context)
    {
        if (SaysTwice(context.SecurityToken))
        {
            context.Fail("The token names a claim twice.");
        }
        else if (DemandsMore(context.SecurityToken))
        {
            context.Fail("The token's crit header names what we do not understand.");
        }
        else
        {
            await Remember(context.HttpContext, (ClaimsIdentity)context.Principal!.Identity!);
        }
    }

    private async Task Remember(HttpContext http, ClaimsIdentity identity)
    {
        if (!TokenClaims.IsOfPerson(identity))
        {
            var software = TokenClaims.SoftwareIn(identity);
            CallerOfRequest.Remember(http, software.Refused ? [] : [software.Value], software);
        }
        else if (TokenClaims.PersonIn(identity, _personClaim) is { } person)
        {
            var posts = await whoIs.Execute(person, http.RequestAborted);
            CallerOfRequest.Remember(http, posts, whoIs.Choose(posts, http.Request.Headers[PostHeader] is [{ } post] ? post : null));
        }
    }

    /// <summary>Readers of JSON differ in which of two values counts (RFC 7519, 4).</summary>
    private static bool SaysTwice(SecurityToken token)
    {
        try
        {
            using var payload = JsonDocument.Parse(
                Base64UrlEncoder.DecodeBytes(((JsonWebToken)token).EncodedPayload),
                new JsonDocumentOptions { AllowDuplicateProperties = false });
            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    /// <summary>
    /// A <c>crit</c> header names what a reader must understand or else refuse (RFC 7515, 4.1.11): we understand nothing special.
    /// </summary>
    private static bool DemandsMore(SecurityToken token) => token is not JsonWebToken read || read.TryGetHeaderValue<object>("crit", out _);

    private static bool Lives(DateTime? notBefore, DateTime? expires, DateTime now) =>
        expires is { } end && now < end + Grace && (notBefore is null || now >= notBefore - Grace);
}
