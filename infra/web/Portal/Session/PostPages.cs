using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Session;

/// <summary>Several posts: as whom one acts now. None: whom to ask.</summary>
internal sealed class PostPages(VksServerless.Notices.Portal portalAddress) : IPages
{
    public const string Address = "/portal/post";

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("post", IResult (HttpContext http) => Choose(http)).WithMetadata(new WithoutPostAttribute());
        portal.MapPost("post", Take).WithMetadata(new WithoutPostAttribute());
    }

    private RazorComponentResult<ChoosePost> Choose(HttpContext http) =>
        PageResult.Of<ChoosePost>(new { Contact = portalAddress.Contact }, Visitor.Of(http)!.Posts.Count == 0 ? 403 : 200);

    private async Task<IResult> Take(HttpRequest request, CancellationToken cancellation)
    {
        var http = request.HttpContext;
        var chosen = (await request.ReadFormAsync(cancellation))["post"].ToString();
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
        return Results.LocalRedirect("/portal");
    }
}
