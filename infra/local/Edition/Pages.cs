using Microsoft.AspNetCore.Mvc;
using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Documents.Notifications;
using VksServerless.Documents.Welcome;
using VksServerless.Local.Access;
using VksServerless.Notifications;
using VksServerless.Publishing;
using VksServerless.Units;
using SamplePerson = VksServerless.Local.Access.SamplePerson;

namespace VksServerless.Local.Edition;

/// <summary>What this edition serves beside the application: a first page, the mails that were sent, a way in for a person with a browser.</summary>
internal static class Pages
{
    private const int MailsShown = 500;

    /// <summary>Nobody needs more to say who he is.</summary>
    private static readonly RequestSizeLimitAttribute Small = new(8 * 1024);

    private static readonly object NobodyOfThatName = new
    {
        type = "/problems/person-unknown",
        title = "Không có người dùng mẫu này",
        status = StatusCodes.Status404NotFound,
        detail = "Gửi {\"person\": \"…\"} với một trong các mã: centre, leader-1, leader-2, inspector, administrator, operator, hoặc reporter-<mã đơn vị>, head-<mã đơn vị>.",
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Welcome);
        routes.MapGet("/mails", Mails);
        routes.MapPost("/sign-in", BrowserSession.SignIn).DisableAntiforgery().WithMetadata(Small);
        routes.MapPost("/local/sign-in", SignIn).WithMetadata(Small);
    }

    private static async Task<IResult> Welcome(
        HttpContext http, BrowserSession session, IDirectoryStore directories, ICycles cycles, IPublications publications, CancellationToken cancellation)
    {
        var directory = (await directories.Read(cancellation)).Value;
        var person = session.PersonOf(http.Request, directory);
        var links = new List<WelcomeLink>
        {
            new("Thư đã gửi", "/mails", "Thư mở kỳ, đôn đốc, biên nhận, trả lại, công bố. Dành cho Cục 2, Thanh tra và vận hành."),
            new("Các kỳ báo cáo", "/api/cycles", "Dữ liệu JSON của API, theo quyền của người đang đăng nhập."),
            new("Mô tả API", "/api/openapi.json", "OpenAPI 3.1: mọi đường dẫn, tham số và kiểu dữ liệu."),
        };
        if (person is not null && Permission.ReadsPublications(person.Caller))
        {
            links.AddRange(await Publications(cycles, publications, cancellation));
        }

        var people = SamplePeople.Central.Concat(
            directory.Units.Where(unit => unit.Code.ToString() is "VP" or "T84" or "T84-CL").SelectMany(unit => new[] { SamplePeople.ReporterOf(unit), SamplePeople.HeadOf(unit) }));
        var model = new WelcomeModel("/sign-in", person?.Name ?? "", [.. people.Select(sample => View(sample, directory))], links);
        return Page(WelcomePage.Render(model));
    }

    private static async Task<IResult> Mails(HttpContext http, BrowserSession session, IDirectoryStore directories, IMailLog log, CancellationToken cancellation)
    {
        var person = session.PersonOf(http.Request, (await directories.Read(cancellation)).Value);
        if (person is null || !Permission.ReadsMails(person.Caller))
        {
            return Results.Redirect("/");
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
        return Page(MailboxPage.Render([.. mails.OrderByDescending(mail => mail.RecordedAt).Take(MailsShown)], mails.Count));
    }

    /// <summary>A token for a sample person. The body must be JSON, which a foreign page cannot send unasked.</summary>
    private static async Task<IResult> SignIn(SignInBody body, SampleIssuer issuer, IDirectoryStore directories, CancellationToken cancellation)
    {
        var directory = (await directories.Read(cancellation)).Value;
        return SamplePeople.Find(body.Person, directory) is { } person
            ? Results.Json(new SignedInView(issuer.TokenFor(person), person.Name, person.Role, person.Unit.ToString()))
            : Results.Json(NobodyOfThatName, DomainJson.Options, "application/problem+json; charset=utf-8", StatusCodes.Status404NotFound);
    }

    private static async Task<IEnumerable<WelcomeLink>> Publications(ICycles cycles, IPublications publications, CancellationToken cancellation)
    {
        var links = new List<WelcomeLink>();
        foreach (var cycle in (await cycles.List(200, null, cancellation)).Items)
        {
            links.AddRange((await publications.Of(cycle.Id, cancellation)).Select(entry => new WelcomeLink(
                $"Báo cáo số {entry.Number}", $"/api/cycles/{cycle.Id}/publications/{entry.Sequence}/page", cycle.Terms.Title)));
        }

        return links;
    }

    private static Documents.Welcome.SamplePerson View(SamplePerson person, UnitDirectory directory) =>
        new(person.Id, person.Name, RoleName(person.Role), directory.NameOf(person.Unit));

    private static string RoleName(string role) => role switch
    {
        "centre" => "Cục 2, trung tâm",
        "leadership" => "Lãnh đạo",
        "inspector" => "Thanh tra",
        "administrator" => "Quản trị danh bạ",
        "operator" => "Vận hành",
        "unit-head" => "Thủ trưởng đơn vị",
        _ => "Cán bộ tổng hợp",
    };

    private static IResult Page(ReadOnlyMemory<byte> html) => Results.Bytes(html, "text/html; charset=utf-8");

    private sealed record SignInBody(string? Person);

    private sealed record SignedInView(string Token, string Name, string Role, string Unit);
}
