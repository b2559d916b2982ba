using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace VksServerless.Emulation.OpenId;

/// <summary>
/// A real OpenID Connect issuer (OpenIddict) within this process, on loopback http: discovery, code flow with PKCE, step-up by
/// acr_values, max_age and prompt=login, sign-out. Anybody signs in by typing a subject; there are no passwords.
/// </summary>
public sealed class OpenIdServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ShiftedTime _clock;
    private int _keys;

    private OpenIdServer(WebApplication app, ShiftedTime clock) => (_app, _clock) = (app, clock);

    /// <summary>Of the issuer, as it stands in its tokens.</summary>
    public Uri Address => new(_app.Urls.Single() + "/");

    public OpenIdClients Clients { get; } = new(
        new OpenIdClient("vks-portal", null), new OpenIdClient("vks-portal-confidential", "known-on-this-machine-only"));

    /// <summary>By how much the issuer's clock is fast: its tokens are of the future. Negative: they may have expired already.</summary>
    public TimeSpan Skew
    {
        get => _clock.Skew;
        set => _clock.Skew = value;
    }

    /// <summary>False: acr_values are ignored and no token says how one signed in, as the standard permits.</summary>
    public bool AnswersAcr { get; set; } = true;

    public static Task<OpenIdServer> Start(params OpenIdPerson[] people) => Start(TimeProvider.System, people);

    public static async Task<OpenIdServer> Start(TimeProvider time, params OpenIdPerson[] people)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var clock = new ShiftedTime(time);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        AddIssuer(builder.Services, clock);
        var app = builder.Build();
        var server = new OpenIdServer(app, clock);
        app.UseAuthentication();
        new SignInPages(server, clock, people).Map(app);
        server.ReplaceKey(keepOld: false);
        await app.StartAsync();
        await server.Register(server.Clients.Public);
        await server.Register(server.Clients.Confidential);
        return server;
    }

    /// <summary>Lets both clients come back to these addresses.</summary>
    public async Task Allow(Uri afterSignIn, Uri afterSignOut)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        foreach (var client in new[] { Clients.Public, Clients.Confidential })
        {
            var application = (await applications.FindByClientIdAsync(client.Id))!;
            var descriptor = new OpenIddictApplicationDescriptor();
            await applications.PopulateAsync(descriptor, application);
            descriptor.RedirectUris.Add(afterSignIn);
            descriptor.PostLogoutRedirectUris.Add(afterSignOut);
            await applications.UpdateAsync(application, descriptor);
        }
    }

    /// <summary>Signs with a new key from now on. Not while a request is being answered.</summary>
    /// <param name="keepOld">Whether tokens signed before can still be verified by the published keys.</param>
    /// <returns>The new key's id.</returns>
    public string ReplaceKey(bool keepOld)
    {
        // OpenIddict reads the list at each request.
        var options = _app.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue;
        var key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = string.Create(CultureInfo.InvariantCulture, $"key-{++_keys}") };
        var old = keepOld ? options.SigningCredentials.ToList() : [];
        options.SigningCredentials.Clear();
        options.SigningCredentials.AddRange([new SigningCredentials(key, SecurityAlgorithms.RsaSha256), .. old]);
        return key.KeyId;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void AddIssuer(IServiceCollection services, ShiftedTime clock)
    {
        var database = $"openid-{Guid.NewGuid()}";
        services.AddDbContext<DbContext>(options => options.UseInMemoryDatabase(database).UseOpenIddict());
        services.AddAuthentication().AddCookie(CookieAuthenticationDefaults.AuthenticationScheme, cookie =>
        {
            cookie.Cookie.Name = "issuer";
            cookie.TimeProvider = clock;
        });
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>().DisableBulkOperations())
            .AddServer(issuer =>
            {
                issuer.SetAuthorizationEndpointUris("connect/authorize")
                    .SetTokenEndpointUris("connect/token")
                    .SetUserInfoEndpointUris("connect/userinfo")
                    .SetEndSessionEndpointUris("connect/logout");
                issuer.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                issuer.RegisterScopes(Scopes.OpenId, Scopes.Profile);
                issuer.RegisterClaims(
                    Claims.Subject, Claims.Name, "oid", Claims.AuthenticationTime, Claims.AuthenticationContextReference);
                issuer.AddEphemeralEncryptionKey().AddEphemeralSigningKey().DisableAccessTokenEncryption();
                issuer.Configure(options => options.TimeProvider = clock);
                issuer.UseAspNetCore()
                    .DisableTransportSecurityRequirement()
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableTokenEndpointPassthrough()
                    .EnableUserInfoEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough();
            });
    }

    private async Task Register(OpenIdClient client)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = client.Id,
            ClientSecret = client.Secret,
            ClientType = client.Secret is null ? ClientTypes.Public : ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code, Permissions.Scopes.Profile,
            },
        });
    }
}
