using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Session;

/// <summary>In and out: at the issuer, or, where the door offers them, as a sample person.</summary>
internal sealed class SignInPages(IConfiguration configuration, TimeProvider clock, StepUp stepUp, IEnumerable<ISamplePeople> samples) : IPages
{
    public const string Address = "/portal/sign-in";
    public const string OutAddress = "/portal/sign-out";
    public const string Return = "return";

    /// <summary>Why a sign-in failed: the stronger proof was not given.</summary>
    public const string Weak = "weak";

    private const string Home = "/portal";

    /// <summary>Nobody needs more to say who he is.</summary>
    private static readonly RequestSizeLimitAttribute Small = new(64 * 1024);

    private readonly ISamplePeople? _samples = samples.FirstOrDefault();

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("sign-in", SignIn).AllowAnonymous();
        portal.MapPost("sign-in", SignInAsSample).AllowAnonymous().WithMetadata(Small);
        portal.MapGet("sign-in/start", Start).AllowAnonymous();
        portal.MapPost("sign-out", (Delegate)SignOut).AllowAnonymous().WithMetadata(Small);
    }

    private async Task<IResult> SignIn(HttpRequest request, CancellationToken cancellation)
    {
        var back = Inside(request.Query[Return]);
        var again = request.Query["again"] == "true";
        if (_samples is not null)
        {
            var search = request.Query["search"].ToString();
            var people = again && Visitor.Of(request.HttpContext) is { } visitor
                ? [.. new[] { await _samples.Named(visitor.Person, cancellation) }.OfType<VksServerless.People.Person>()]
                : await _samples.Find(search, cancellation);
            return PageResult.Of<SampleSignIn>(new { People = people, Search = search, Back = back, Again = again });
        }

        var failed = request.Query["failed"].ToString();
        return failed is "true" or Weak || !Issuer.IsSet(configuration)
            ? PageResult.Of<SignInFailed>(new { CanTryAgain = Issuer.IsSet(configuration), IsWeak = failed == Weak })
            : Challenge(back, again);
    }

    private IResult Start(HttpRequest request) => Issuer.IsSet(configuration)
        ? Challenge(Inside(request.Query[Return]), request.Query["again"] == "true")
        : Results.LocalRedirect(Address);

    private static IResult Challenge(string back, bool again)
    {
        var properties = new AuthenticationProperties { RedirectUri = back };
        if (again)
        {
            Issuer.AskAgain(properties);
        }

        return Results.Challenge(properties, [Issuer.Scheme]);
    }

    private async Task<IResult> SignInAsSample(HttpRequest request, CancellationToken cancellation)
    {
        var form = await request.ReadFormAsync(cancellation);
        if (_samples is null || !PersonId.TryParse(form["person"], out var id) || await _samples.Named(id, cancellation) is not { } person)
        {
            return Results.LocalRedirect(Address);
        }

        var now = clock.GetUtcNow();
        var post = await SessionClaims.PostOf(request.HttpContext, person.Id);
        await request.HttpContext.SignInAsync(
            SessionCookie.Scheme,
            SessionClaims.Principal(SessionCookie.Scheme, person.Id, person.Name, now, now, stepUp.Context, post));
        return Results.LocalRedirect(Inside(form[Return]));
    }

    private async Task<IResult> SignOut(HttpRequest request)
    {
        await request.HttpContext.SignOutAsync(SessionCookie.Scheme);
        return Issuer.IsSet(configuration) && _samples is null
            ? Results.SignOut(new AuthenticationProperties { RedirectUri = Home }, [Issuer.Scheme])
            : Results.LocalRedirect(Home);
    }

    /// <summary>Where the way led before the sign-in, if that is a page of the portal.</summary>
    public static string Inside(string? address) =>
        address is not null && (address == Home || address.StartsWith(Home + "/", StringComparison.Ordinal)
            || address.StartsWith(Home + "?", StringComparison.Ordinal))
            && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl)
            && !address.StartsWith(Address, StringComparison.Ordinal)
            ? address
            : Home;
}
