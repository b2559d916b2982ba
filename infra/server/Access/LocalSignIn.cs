using Microsoft.AspNetCore.Mvc;
using VksServerless.Application.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;

namespace VksServerless.Server.Access;

/// <summary>Gives programs on this machine a token of a sample person; no other page gets one, nor anything else.</summary>
internal static class LocalSignIn
{
    /// <summary>Nobody needs more to say who he is.</summary>
    private static readonly RequestSizeLimitAttribute Small = new(8 * 1024);

    private static readonly Refusal PageForeign = new(
        RefusalKind.Malformed, "foreign-page", "Trang khác không được gửi yêu cầu",
        "Trình duyệt cho biết yêu cầu này do một trang khác gửi. Hãy mở trang của hệ thống rồi làm tại đó.");

    private static readonly Refusal Unreadable = new(RefusalKind.Malformed, "body-malformed", "Không đọc được nội dung", Ask);

    private static readonly Refusal Unknown = new(RefusalKind.NotFound, "person-unknown", "Không có người dùng mẫu này", Ask);

    private const string Ask =
        "Gửi {\"person\": \"…\"} với một trong các mã: centre, leader-1, leader-2, inspector, administrator, operator, "
        + "hoặc reporter-<mã đơn vị>, head-<mã đơn vị>.";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/local/sign-in", SignIn).WithMetadata(Small);

    /// <summary>A page of another site may make nobody's browser send anything here. Programs name no page.</summary>
    public static Task RefuseForeignPages(HttpContext http, RequestDelegate next) => IsOfForeignPage(http.Request)
        ? Problems.Of(PageForeign, StatusCodes.Status403Forbidden).ExecuteAsync(http)
        : next(http);

    private static bool IsOfForeignPage(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && (request.Headers["Sec-Fetch-Site"].Any(site => site is not ("same-origin" or "none"))
            || request.Headers.Origin.Any(origin => origin != $"{request.Scheme}://{request.Host}"));

    private static async Task<IResult> SignIn(
        HttpRequest request, SampleIssuer issuer, IDirectoryStore directories, CancellationToken cancellation)
    {
        var body = await RequestBody.Read<SignInBody>(request, cancellation);
        if (body.Refusal is { } refusal)
        {
            return Reply.Problem(refusal.Kind == RefusalKind.Malformed ? Unreadable : refusal);
        }

        return SamplePeople.Find(body.Value.Person, (await directories.Read(cancellation)).Value) is { } person
            ? Reply.Ok(new SignedInView(issuer.TokenFor(person), person.Name, person.Role, person.Unit.ToString()))
            : Reply.Problem(Unknown);
    }

    private sealed record SignInBody(string? Person);

    private sealed record SignedInView(string Token, string Name, string Role, string Unit);
}
