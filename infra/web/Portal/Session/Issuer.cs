using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using VksServerless.Application.People;
using VksServerless.People;

namespace VksServerless.Web.Portal.Session;

/// <summary>
/// Signs people in at the OpenID Connect issuer <c>SignIn:Authority</c> (code flow with PKCE) as the client <c>SignIn:ClientId</c>, with
/// <c>SignIn:ClientSecret</c> where there is one, or what <see cref="IClientProof"/> gives. One claim, <c>Identity:PersonClaim</c> (sub),
/// says who it is.
/// </summary>
internal sealed partial class Issuer(
    IConfiguration configuration, TimeProvider clock, StepUp stepUp, IEnumerable<IClientProof> proofs, ILogger<Issuer> log)
    : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public const string Scheme = "issuer";
    private const string Again = "again";
    private const string NotStronger = "The issuer did not prove who it is by the context that was asked for.";
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    public static bool IsSet(IConfiguration configuration) => configuration["SignIn:Authority"] is { Length: > 0 };

    public void Configure(OpenIdConnectOptions options) => Configure(Scheme, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name != Scheme || !IsSet(configuration))
        {
            return;
        }

        var authority = new Uri(configuration["SignIn:Authority"]!);
        options.TimeProvider = clock;
        options.Authority = authority.ToString();
        options.RequireHttpsMetadata = !authority.IsLoopback;
        options.ClientId = configuration["SignIn:ClientId"];
        options.ClientSecret = configuration["SignIn:ClientSecret"] is { Length: > 0 } secret ? secret : null;
        options.SignInScheme = SessionCookie.Scheme;
        options.SignOutScheme = SessionCookie.Scheme;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.CallbackPath = "/portal/signed-in";
        options.SignedOutCallbackPath = "/portal/signed-out";
        options.RemoteSignOutPath = default;

        // The handler would take "iat" and "acr" out of the session that KeepLittle makes.
        options.ClaimActions.Clear();
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("profile");
        options.TokenValidationParameters.NameClaimType = SessionClaims.Name;
        options.TokenValidationParameters.LifetimeValidator = (notBefore, expires, _, _) =>
            clock.GetUtcNow().UtcDateTime is var now && expires + Grace > now && (notBefore is null || notBefore - Grace <= now);
        options.NonceCookie.SameSite = options.CorrelationCookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax;
        options.ProtocolValidator.NonceLifetime = options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(30);
        options.Events.OnRedirectToIdentityProvider = AskAgainWhereWanted;
        options.Events.OnAuthorizationCodeReceived = Prove;
        options.Events.OnTokenValidated = KeepLittle;
        options.Events.OnRemoteFailure = context =>
        {
            var reason = context.Failure?.GetBaseException().Message ?? "?";
            Failed(reason);
            context.Response.Redirect($"{SignInPages.Address}?failed={(reason == NotStronger ? SignInPages.Weak : "true")}");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    public static void AskAgain(AuthenticationProperties properties) => properties.Items[Again] = "true";

    /// <summary>Standard issuers take acr_values; Entra takes its contexts as a claim that must be in the token.</summary>
    private Task AskAgainWhereWanted(RedirectContext context)
    {
        if (context.Properties.Items.ContainsKey(Again))
        {
            context.ProtocolMessage.MaxAge = "0";
            context.ProtocolMessage.Prompt = OpenIdConnectPrompt.Login;
            if (stepUp.Context is { } wanted)
            {
                context.ProtocolMessage.AcrValues = wanted;
                context.ProtocolMessage.SetParameter(
                    "claims", JsonSerializer.Serialize(new { id_token = new { acrs = new { essential = true, value = wanted } } }));
            }
        }

        return Task.CompletedTask;
    }

    private async Task Prove(AuthorizationCodeReceivedContext context)
    {
        if (proofs.FirstOrDefault() is { } proof)
        {
            context.TokenEndpointRequest!.ClientAssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
            context.TokenEndpointRequest.ClientAssertion = await proof.Give(context.HttpContext.RequestAborted);
        }
    }

    /// <summary>Of all that the issuer says only who it is, and how and when it was proved, goes into the session.</summary>
    private async Task KeepLittle(TokenValidatedContext context)
    {
        var token = context.Principal!;
        var claim = configuration["Identity:PersonClaim"] is { Length: > 0 } named ? named : "sub";
        if (token.FindFirstValue(claim) is not { } person || !Caller.CanBeShown(person))
        {
            context.Fail($"The issuer's token has no claim {claim}.");
            return;
        }

        if (SessionClaims.InstantOf(token, "iat") is { } issuedAt && (issuedAt - clock.GetUtcNow()).Duration() > Grace)
        {
            context.Fail("The issuer's clock and ours are too far apart.");
            return;
        }

        // Who is asked for it once more and comes back without would be asked for ever.
        var provedAt = SessionClaims.InstantOf(token, SessionClaims.ProvedAt);
        if (context.Properties?.Items.ContainsKey(Again) is true && (provedAt is null || clock.GetUtcNow() - provedAt > Grace))
        {
            context.Fail("The issuer did not ask once more who it is, or does not say so by auth_time.");
            return;
        }

        var strongly = token.Claims.Any(each => each.Type is "acrs" or "acr" && each.Value == stepUp.Context);
        if (context.Properties?.Items.ContainsKey(Again) is true && stepUp.Context is not null && !strongly)
        {
            context.Fail(NotStronger);
            return;
        }

        var name = token.FindFirstValue(SessionClaims.Name) is { } said && Caller.CanBeShown(said) ? said : person;
        var id = PersonId.Of(person);
        context.Principal = SessionClaims.Principal(
            Scheme,
            id,
            name,
            clock.GetUtcNow(),
            provedAt,
            strongly ? stepUp.Context : null,
            await SessionClaims.PostOf(context.HttpContext, id));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in did not come about: {Reason}")]
    private partial void Failed(string reason);
}

/// <summary>The issuer is a way to sign in only where one is named.</summary>
internal sealed class IssuerScheme(IConfiguration configuration) : IConfigureOptions<AuthenticationOptions>
{
    public void Configure(AuthenticationOptions options)
    {
        if (Issuer.IsSet(configuration))
        {
            options.AddScheme<OpenIdConnectHandler>(Issuer.Scheme, null);
        }
    }
}

/// <summary>People who may sign in by their name alone: only where a door offers them.</summary>
public interface ISamplePeople
{
    /// <param name="search">Part of a name, a unit or an id; empty: those one begins with.</param>
    Task<IReadOnlyList<Person>> Find(string search, CancellationToken cancellation);

    /// <returns>Null when there is nobody of that id.</returns>
    Task<Person?> Named(PersonId id, CancellationToken cancellation);
}
