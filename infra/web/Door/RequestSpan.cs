using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace VksServerless.Web.Door;

/// <summary>Names the request's span after the operation, and says which unit asks.</summary>
internal static class RequestSpan
{
    public static Task Describe(HttpContext http, RequestDelegate next)
    {
        if (Activity.Current is { } span && http.GetEndpoint() is RouteEndpoint operation)
        {
            span.DisplayName = $"{http.Request.Method} {operation.RoutePattern.RawText}";
            if (CallerOfRequest.IsKnown(http))
            {
                span.SetTag("vks.unit", http.Request.Caller().Unit.ToString());
            }
        }

        return next(http);
    }
}
