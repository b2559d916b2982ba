using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Functions.Tests.Http;
using VksServerless.People;
using VksServerless.Storage;
using VksServerless.Web.Portal.Session;

namespace VksServerless.Functions.Tests.Access;

/// <summary>One host of the portal, where a sample person signs in with a browser.</summary>
internal sealed partial class APortal(AHost host) : IAsyncDisposable
{
    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = host.Client.BaseAddress,
    };

    public const string Visitor = "Nguyễn Thị Hà";

    public IServiceProvider Services => host.Services;

    /// <param name="vault">Null: the setting is not given.</param>
    /// <param name="settings">More of them.</param>
    public static async Task<APortal> Start(
        IRowStore rows, AVault? vault, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? more = null)
    {
        var all = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
        {
            ["SignIn:KeyVaultKey"] = vault?.Key.ToString(),
        };
        return new APortal(await AHost.Start(all, services =>
        {
            services.AddSingleton(rows).AddSingleton<ISamplePeople, OneSample>();
            if (vault is not null)
            {
                services.AddSingleton(vault.Client());
            }

            more?.Invoke(services);
        }));
    }

    public Task<HttpResponseMessage> SignInPage() => _browser.GetAsync("/portal/sign-in");

    /// <returns>The cookie of the session.</returns>
    public async Task<string> SignIn()
    {
        var page = await SignInPage();
        var form = new FormUrlEncodedContent(
        [
            new("form-token", FormToken().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value), new("person", "ha"),
        ]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/portal/sign-in") { Content = form };
        request.Headers.Add("Cookie", CookieOf(page));
        return CookieOf(await _browser.SendAsync(request));
    }

    /// <returns>Whether this host knows whose cookie it is.</returns>
    public async Task<bool> Knows(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/portal/post");
        request.Headers.Add("Cookie", cookie);
        return WebUtility.HtmlDecode(await (await _browser.SendAsync(request)).Content.ReadAsStringAsync()).Contains(Visitor);
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return host.DisposeAsync();
    }

    private static string CookieOf(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    private sealed class OneSample : ISamplePeople
    {
        private static readonly Person Person = new(PersonId.Of("ha"), Visitor, null, []);

        public Task<IReadOnlyList<Person>> Find(string search, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<Person>>([Person]);

        public Task<Person?> Named(PersonId id, CancellationToken cancellation) => Task.FromResult<Person?>(Person);
    }
}
