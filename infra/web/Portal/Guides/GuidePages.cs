using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Guides;

/// <summary>How each does his work here.</summary>
internal sealed class GuidePages : IPages
{
    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("guides", IResult () => Show(Guide.Overview));
        portal.MapGet("guides/{guide}", IResult (string guide) =>
            Guide.Find(guide) is { } found ? Show(found) : Results.LocalRedirect(Guide.Overview.Address));
    }

    private static RazorComponentResult<GuidePage> Show(Guide guide) => PageResult.Of<GuidePage>(new { Guide = guide });
}
