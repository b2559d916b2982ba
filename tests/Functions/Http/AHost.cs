using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using VksServerless.Application.People;
using VksServerless.Functions.Http;
using VksServerless.People;
using VksServerless.Storage;
using VksServerless.Units;

namespace VksServerless.Functions.Tests.Http;

/// <summary>
/// Kestrel and routing in front of the app's own services, as in the worker: a route with a catch-all has matched before the
/// pipeline is handed the request.
/// </summary>
internal sealed class AHost : IAsyncDisposable
{
    private static readonly string[] Triggers = ["/{nothing:maxlength(0)?}", "/api/{*rest}", "/portal/{*rest}"];

    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "1" };

    private readonly WebApplication _app;
    private readonly OnePerson _people;

    private AHost(WebApplication app, OnePerson people) => (_app, _people) = (app, people);

    public HttpClient Client { get; private set; } = null!;

    /// <summary>A header of somebody who has left before the answer begins.</summary>
    public const string Leaves = "Test-Leaves";

    /// <summary>With what the invocation of the last request failed; null: it did not.</summary>
    public Exception? LastFault { get; private set; }

    /// <summary>What the last request was allowed to bring, in bytes.</summary>
    public long? LastLimit { get; private set; }

    /// <summary>The endpoints behind the triggers.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints
    {
        get
        {
            _ = _app.Services.GetRequiredService<WebPipeline>();
            return
            [
                .. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                    .Where(endpoint => !Triggers.Contains(endpoint.RoutePattern.RawText)),
            ];
        }
    }

    public IServiceProvider Services => _app.Services;

    /// <param name="settings">Besides those of every test.</param>
    /// <param name="more">Services in place of the app's.</param>
    public static async Task<AHost> Start(
        IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddConfiguration(AzureApp.Configuration).AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Services.AddAzureDoor(builder.Configuration);
        RemoveHosted(builder.Services);
        builder.Services.AddSingleton<IRowStore>(new RowsInMemory());
        var issuer = new OpenIdConnectConfiguration { Issuer = "https://issuer.example" };
        issuer.SigningKeys.Add(Key);
        builder.Services.AddSingleton<BaseConfigurationManager>(new StaticConfigurationManager<OpenIdConnectConfiguration>(issuer));
        var people = new OnePerson();
        builder.Services.AddSingleton<IPeople>(people);
        more?.Invoke(builder.Services);
        var app = builder.Build();
        var host = new AHost(app, people);
        app.UseRouting();
        foreach (var trigger in Triggers)
        {
            app.Map(trigger, async (HttpContext http) =>
            {
                if (http.Request.Headers.ContainsKey(Leaves))
                {
                    await Abort(http);
                }

                host.LastFault = await Record.ExceptionAsync(
                    () => http.RequestServices.GetRequiredService<WebPipeline>().Answer(http.Request));
                host.LastLimit = http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
                http.RequestServices = new EndedServices();
            });
        }

        await app.StartAsync();
        host.Client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) })
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };
        return host;
    }

    /// <summary>What the app does in the background needs the cloud. The framework's service, which loads its keys, stays.</summary>
    private static void RemoveHosted(IServiceCollection services)
    {
        foreach (var service in services.Where(service => service.ServiceType == typeof(IHostedService)
            && service.ImplementationType?.Assembly != typeof(KeyManagementOptions).Assembly).ToList())
        {
            services.Remove(service);
        }
    }

    /// <summary>A person who has this role for the sector.</summary>
    public void SignIn(string role)
    {
        RoleText.TryParse(role, out var held).ShouldBeTrue();
        _people.Known = new Person(PersonId.Of("p-1"), "Cán bộ", null, [new Post(held, UnitCode.Sector, new DateOnly(2018, 1, 1))]);
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "https://issuer.example",
            Audience = "vks",
            Expires = DateTime.UtcNow.AddHours(1),
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
            TokenType = "JWT",
            Claims = new Dictionary<string, object>
            {
                ["sub"] = "p-1",
                ["idtyp"] = "user",
            },
        });
        Client.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static async Task Abort(HttpContext http)
    {
        var aborted = new TaskCompletionSource();
        using var told = http.RequestAborted.Register(aborted.SetResult);
        http.Abort();
        await aborted.Task;
    }

    /// <summary>An invocation's services are disposed when it ends, and a response without a body begins only then.</summary>
    private sealed class EndedServices : IServiceProvider
    {
        public object GetService(Type serviceType) => throw new ObjectDisposedException(nameof(IServiceProvider));
    }

    /// <summary>A register of whoever is signed in.</summary>
    private sealed class OnePerson : IPeople
    {
        public Person? Known { get; set; }

        public Task<Versioned<PeopleRegister>> Read(CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Person?> Find(PersonId id, CancellationToken cancellation) => Task.FromResult(Known?.Id == id ? Known : null);

        public Task<ETag?> Replace(PeopleRegister register, ETag etag, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
