using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using VksServerless.Access;
using VksServerless.Application.Notices;
using VksServerless.Application.People;
using VksServerless.Application.Units;
using VksServerless.Documents.Notices;
using VksServerless.Notices;
using VksServerless.People;
using VksServerless.Server.Access;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;

namespace VksServerless.Server.Pages;

/// <summary>
/// What this edition serves beside the application: a first page, the mails that were sent, a way in for a person with a browser.
/// </summary>
internal static class OwnPages
{
    private const int MailsShown = 500;

    /// <summary>Nobody needs more to say who he is.</summary>
    private static readonly RequestSizeLimitAttribute Small = new(8 * 1024);

    private const string Ask =
        "Gửi {\"person\": \"…\"} với một trong các mã: centre, leader-1, leader-2, inspector, administrator, operator, "
        + "hoặc reporter-<mã đơn vị>, head-<mã đơn vị>.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Welcome);
        routes.MapGet("/favicon.ico", () => Results.NoContent());
        routes.MapGet("/mails", Mails);
        routes.MapPost("/sign-in", BrowserSession.SignIn).DisableAntiforgery().WithMetadata(Small);
        routes.MapPost("/sign-out", BrowserSession.SignOut).WithMetadata(Small);
        routes.MapPost("/local/sign-in", SignIn).WithMetadata(Small);
    }

    private static async Task<IResult> Welcome(HttpContext http, FirstPage first, CancellationToken cancellation) =>
        Page(await first.Render(http.Request, "", cancellation));

    private static async Task<IResult> Mails(
        HttpContext http, BrowserSession session, FirstPage first, IDirectoryStore directories, IMailLog log,
            CancellationToken cancellation)
    {
        const string readers = "Thư đã gửi dành cho Cục 2, Thanh tra và người vận hành.";
        var person = session.PersonOf(http.Request, (await directories.Read(cancellation)).Value);
        if (person is null)
        {
            return Page(await first.Render(
                http.Request, $"Hãy đăng nhập để xem thư đã gửi. {readers}", cancellation), StatusCodes.Status401Unauthorized);
        }

        if (!Permission.ReadsMails(person.Caller))
        {
            return Page(await first.Render(
                http.Request, $"{person.Name} không được xem thư đã gửi. {readers}", cancellation), StatusCodes.Status403Forbidden);
        }

        var mails = new List<LoggedMail>();
        string? continuation = null;
        do
        {
            var page = await log.List(null, 1000, continuation, cancellation);
            mails.AddRange(page.Items);
            continuation = page.Continuation;
        }
        while (continuation is not null);
        var shown = mails.OrderByDescending(mail => mail.RecordedAt).Take(MailsShown);
        return Page(MailboxPage.Render([.. Permission.ReadsMailTexts(person.Caller) ? shown : shown.Select(Closed)], mails.Count));
    }

    private static LoggedMail Closed(LoggedMail logged) =>
        logged with { Mail = logged.Mail with { Text = "Nội dung thư dành cho Cục 2 và Thanh tra." } };

    /// <summary>A token for a sample person. The body must be JSON, which a foreign page cannot send unasked.</summary>
    private static async Task<IResult> SignIn(
        HttpRequest request, SampleIssuer issuer, IDirectoryStore directories, CancellationToken cancellation)
    {
        var body = await RequestBody.Read<SignInBody>(request, cancellation);
        if (body.Refusal is { } refusal)
        {
            return refusal.Kind == RefusalKind.Malformed
                ? Problem("body-malformed", "Không đọc được nội dung", StatusCodes.Status400BadRequest)
                : Reply.Problem(refusal);
        }

        var directory = (await directories.Read(cancellation)).Value;
        return SamplePeople.Find(body.Value.Person, directory) is { } person
            ? Results.Json(new SignedInView(issuer.TokenFor(person), person.Name, person.Role, person.Unit.ToString()))
            : Problem("person-unknown", "Không có người dùng mẫu này", StatusCodes.Status404NotFound);
    }

    private static IResult Problem(string type, string title, int status) =>
        Results.Json(new { type = $"/problems/{type}", title, status, detail = Ask }, DomainJson.Options,
            "application/problem+json; charset=utf-8", status);

    private static PageResult Page(ReadOnlyMemory<byte> html, int status = StatusCodes.Status200OK) => new(html, status);

    /// <summary>Loads nothing, runs nothing, posts only here.</summary>
    private sealed record PageResult(ReadOnlyMemory<byte> Html, int Status) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = Status;
            httpContext.Response.Headers.ContentSecurityPolicy =
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            await httpContext.Response.Body.WriteAsync(Html, httpContext.RequestAborted);
        }
    }

    private sealed record SignInBody(string? Person);

    private sealed record SignedInView(string Token, string Name, string Role, string Unit);
}
