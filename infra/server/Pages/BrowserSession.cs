using System.Text.Json;
using VksServerless.Access;
using VksServerless.Application.People;
using VksServerless.Application.Units;
using VksServerless.People;
using VksServerless.Server.Access;
using VksServerless.Units;
using VksServerless.Web.Door;

namespace VksServerless.Server.Pages;

/// <summary>
/// Lets a browser read: the token of the sample person lies in a cookie that only this site gets back, and stands in for
/// the Authorization header of a GET. What changes something always needs the header.
/// </summary>
internal sealed class BrowserSession(SampleIssuer issuer)
{
    private const string Cookie = "vks-token";

    private static readonly Refusal PageForeign = new(
        RefusalKind.Malformed, "foreign-page", "Trang khác không được gửi yêu cầu",
        "Trình duyệt cho biết yêu cầu này do một trang khác gửi. Hãy mở trang của hệ thống rồi làm tại đó.");

    public static async Task<IResult> SignIn(
        HttpContext http, SampleIssuer issuer, IDirectoryStore directories, CancellationToken cancellation)
    {
        if (!http.Request.HasFormContentType)
        {
            return Results.LocalRedirect("/");
        }

        if (SamplePeople.Find(await PersonIn(http.Request, cancellation), (await directories.Read(cancellation)).Value) is { } person)
        {
            http.Response.Cookies.Append(
                Cookie, issuer.TokenFor(person), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict });
        }

        return Results.LocalRedirect("/");
    }

    /// <returns>Null also when the form cannot be read: then nobody signs in.</returns>
    private static async Task<string?> PersonIn(HttpRequest request, CancellationToken cancellation)
    {
        try
        {
            return (await request.ReadFormAsync(cancellation))["person"];
        }
        catch (Exception unreadable) when (
            unreadable is InvalidDataException or InvalidOperationException or ArgumentException or NotSupportedException or IOException)
        {
            return null;
        }
    }

    public static IResult SignOut(HttpContext http)
    {
        http.Response.Cookies.Delete(Cookie);
        return Results.LocalRedirect("/");
    }

    /// <summary>
    /// No other page sends anything; a cookie becomes a header.
    /// </summary>
    public static Task Enter(HttpContext http, RequestDelegate next)
    {
        http.Response.Headers["X-Frame-Options"] = "DENY";

        // Without a referrer a browser names no origin of its own forms either.
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        if (IsOfForeignPage(http.Request))
        {
            return Refuse(http, PageForeign, StatusCodes.Status403Forbidden);
        }

        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Authorization.Count == 0
            && http.Request.Cookies[Cookie] is { Length: > 0 } token)
        {
            http.Request.Headers.Authorization = $"Bearer {token}";
        }

        return next(http);
    }

    public SignedIn? PersonOf(HttpRequest request, UnitDirectory directory) =>
        request.Cookies[Cookie] is { Length: > 0 } token
        && issuer.SubjectOf(token) is { } subject
        && SamplePeople.Find(subject, directory) is { } person
            ? new SignedIn(person.Name, new Caller(PersonId.Of(person.Id), person.Name, Enum.GetValues<Role>().Single(
                role => JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString()) == person.Role), person.Unit))
            : null;

    /// <summary>
    /// No other page may sign the browser in as somebody else, nor send anything else. Programs name no page, and are let in.
    /// </summary>
    private static bool IsOfForeignPage(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && (request.Headers["Sec-Fetch-Site"].Any(site => site is not ("same-origin" or "none"))
            || request.Headers.Origin.Any(origin => origin != $"{request.Scheme}://{request.Host}"));

    private static Task Refuse(HttpContext http, Refusal refusal, int status) => Problems.Of(refusal, status).ExecuteAsync(http);

    internal sealed record SignedIn(string Name, Caller Caller);
}
