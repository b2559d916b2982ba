using Microsoft.AspNetCore.Routing;

namespace VksServerless.Web.Api;

/// <summary>The endpoints of one part of a feature.</summary>
public interface IEndpoints
{
    /// <param name="api">Its addresses begin with /api/.</param>
    void Map(IEndpointRouteBuilder api);
}
