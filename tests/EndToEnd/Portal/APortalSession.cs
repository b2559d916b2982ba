using System.Net;
using System.Text.RegularExpressions;

namespace VksServerless.EndToEnd.Portal;

/// <summary>Somebody who is signed in at the portal, without a browser: what is asked and what comes back, byte by byte.</summary>
internal sealed partial class APortalSession : IDisposable
{
    private readonly HttpClient _http;

    private APortalSession(Uri address, string person)
    {
        Person = person;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = address,
        };
    }

    public string Person { get; }

    /// <summary>Goes into the forms that this person sends.</summary>
    public string FormToken { get; private set; } = "";

    public static async Task<APortalSession> Of(Uri address, string person)
    {
        var session = new APortalSession(address, person);
        var page = await session.Get("portal/sign-in");
        var answer = await session.Post(
            "portal/sign-in", new() { ["person"] = person, [Field] = TokenIn(page.Text) });
        answer.Status.ShouldBe(302, person);
        session.FormToken = TokenIn((await session.Get("portal")).Text);
        return session;
    }

    public async Task<(int Status, string Text, string Kind)> Get(string path) => await Read(await _http.GetAsync(path));

    public async Task<(int Status, string Text, string Kind)> Post(string path, Dictionary<string, string> values) =>
        await Send(path, new FormUrlEncodedContent(values));

    public async Task<(int Status, string Text, string Kind)> Send(string path, HttpContent content) =>
        await Read(await _http.PostAsync(path, content));

    public void Dispose() => _http.Dispose();

    public const string Field = "form-token";

    private static string TokenIn(string page) => Token().Match(page) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException("The page has no form.");

    private static async Task<(int Status, string Text, string Kind)> Read(HttpResponseMessage answer) =>
        ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType ?? "");

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
