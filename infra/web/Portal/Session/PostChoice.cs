using System.Text.Json;
using VksServerless.People;

namespace VksServerless.Web.Portal.Session;

/// <summary>Names one of a person's posts, e.g. unit-head@T84.</summary>
internal static class PostChoice
{
    public static string Of(Caller post) => $"{JsonNamingPolicy.KebabCaseLower.ConvertName(post.Role.ToString())}@{post.Unit}";

    /// <returns>The only post, or that which was chosen; null: there is none, or none of several was chosen.</returns>
    public static Caller? Among(IReadOnlyList<Caller> posts, string? chosen) =>
        posts.Count == 1 ? posts[0] : posts.FirstOrDefault(post => Of(post) == chosen);
}
