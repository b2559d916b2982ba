using Microsoft.AspNetCore.Http;
using VksServerless.People;

namespace VksServerless.Web.Door;

public static class CallerOfRequest
{
    /// <summary>Who is calling. Only for endpoints that demand it.</summary>
    public static Caller Caller(this HttpRequest request) => (Caller)request.HttpContext.Items[typeof(Caller)]!;

    public static bool IsKnown(HttpContext http) => http.Items.ContainsKey(typeof(Caller));

    internal static void Remember(HttpContext http, Caller caller) => http.Items[typeof(Caller)] = caller;
}
