using Microsoft.AspNetCore.Http;
using VksServerless.People;

namespace VksServerless.Web.Door;

public static class CallerOfRequest
{
    private static readonly object Posts = new();

    /// <summary>Who is calling. Only for endpoints that demand it.</summary>
    public static Caller Caller(this HttpRequest request) => (Caller)request.HttpContext.Items[typeof(Caller)]!;

    public static bool IsKnown(HttpContext http) => http.Items.ContainsKey(typeof(Caller));

    /// <summary>
    /// Whom the caller may act as today, at least one. Only for endpoints <see cref="WithoutPostAttribute">without post</see>.
    /// </summary>
    internal static IReadOnlyList<Caller> PostsToday(this HttpRequest request) =>
        (IReadOnlyList<Caller>)request.HttpContext.Items[Posts]!;

    /// <summary>Whether the endpoint may be entered: with a post, or with any where it does not matter which.</summary>
    internal static bool MayEnter(HttpContext http) => IsKnown(http)
        || (http.Items.ContainsKey(Posts) && http.GetEndpoint()?.Metadata.GetMetadata<WithoutPostAttribute>() is not null);

    /// <summary>Why there is no caller; without a reason of its own it is <see cref="AccessRefusals.NotPermitted"/>.</summary>
    internal static Refusal RefusalOf(HttpContext http) => http.Items[typeof(Refusal)] as Refusal ?? AccessRefusals.NotPermitted;

    /// <summary>Who counts requests counts those of a person, whatever the post.</summary>
    internal static PersonId? PersonOf(HttpContext http) => http.Items[Posts] is IReadOnlyList<Caller> posts ? posts[0].Person : null;

    /// <param name="posts">All of today.</param>
    /// <param name="chosen">The one that the request is made in.</param>
    internal static void Remember(HttpContext http, IReadOnlyList<Caller> posts, Outcome<Caller> chosen)
    {
        // A caller known by another proof is not mixed with this one.
        http.Items.Remove(Posts);
        http.Items.Remove(typeof(Refusal));
        http.Items.Remove(typeof(Caller));
        if (posts.Count > 0)
        {
            http.Items[Posts] = posts;
        }

        if (chosen.Refusal is { } refusal)
        {
            http.Items[typeof(Refusal)] = refusal;
        }
        else
        {
            http.Items[typeof(Caller)] = chosen.Value;
        }
    }
}
