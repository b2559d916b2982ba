using Microsoft.AspNetCore.Routing;

namespace VksServerless.Web.Portal;

/// <summary>The pages of one part of a feature.</summary>
internal interface IPages
{
    /// <param name="portal">Its addresses begin with /portal/; who is not signed in is asked to.</param>
    void Map(IEndpointRouteBuilder portal);
}
