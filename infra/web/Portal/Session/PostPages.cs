using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Session;

/// <summary>Several posts: as whom one acts now. None: whom to ask.</summary>
internal sealed class PostPages(VksServerless.Notices.Portal portalAddress, IDirectoryStore directories) : IPages
{
    public const string Address = "/portal/post";

    /// <summary>What was asked for goes on after the choice, where it can be asked for again.</summary>
    public static string AddressFor(HttpRequest request) => HttpMethods.IsGet(request.Method)
        ? $"{Address}?{SignInPages.Return}={Uri.EscapeDataString($"{request.Path}{request.QueryString}")}"
        : Address;

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("post", Choose).WithMetadata(new WithoutPostAttribute());
        portal.MapPost("post", Take).WithMetadata(new WithoutPostAttribute());
    }

    private async Task<IResult> Choose(HttpRequest request, CancellationToken cancellation) => PageResult.Of<ChoosePost>(
        new
        {
            Contact = portalAddress.Contact,
            Directory = (await directories.Read(cancellation)).Value,
            Back = SignInPages.Inside(request.Query[SignInPages.Return]),
        },
        Visitor.Of(request.HttpContext)!.Posts.Count == 0 ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK);

    private async Task<IResult> Take(HttpRequest request, CancellationToken cancellation)
    {
        var http = request.HttpContext;
        var posted = await request.ReadFormAsync(cancellation);
        var chosen = posted["post"].ToString();
        if (Visitor.Of(http)!.Posts.All(post => post.Post != chosen))
        {
            return Results.LocalRedirect(Address);
        }

        var session = await http.AuthenticateAsync(SessionCookie.Scheme);
        var identity = new ClaimsIdentity(http.User.Identity);
        foreach (var before in identity.FindAll(SessionClaims.Post).ToList())
        {
            identity.RemoveClaim(before);
        }

        identity.AddClaim(new Claim(SessionClaims.Post, chosen));
        await http.SignInAsync(SessionCookie.Scheme, new ClaimsPrincipal(identity), session.Properties);
        return Results.LocalRedirect(SignInPages.Inside(posted[SignInPages.Return]));
    }
}
