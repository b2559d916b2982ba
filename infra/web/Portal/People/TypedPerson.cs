using System.Globalization;
using Microsoft.AspNetCore.Http;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Web.Portal.People;

/// <summary>A person as typed into the page.</summary>
public sealed record TypedPerson(string Id, string Name, string Mail, IReadOnlyList<TypedPost> Posts)
{
    private const int MostPosts = 50;

    public static TypedPerson Of(Person? person) => person is null
        ? new TypedPerson("", "", "", [TypedPost.Blank])
        : new TypedPerson(person.Id.ToString(), person.Name, person.Mail ?? "", [.. person.Posts.Select(TypedPost.Of)]);

    public static TypedPerson Of(IFormCollection posted)
    {
        _ = int.TryParse(posted["posts"], NumberStyles.None, CultureInfo.InvariantCulture, out var posts);
        return new TypedPerson(
            posted["id"].ToString().Trim(), posted["name"].ToString().Trim(), posted["mail"].ToString().Trim(),
            [.. Enumerable.Range(0, Math.Clamp(posts, 1, MostPosts)).Where(row => !posted["remove"].Contains($"{row}")).Select(row => new TypedPost(
                posted[$"role.{row}"].ToString(), posted[$"unit.{row}"].ToString().Trim().ToUpperInvariant(), posted[$"from.{row}"].ToString(),
                posted[$"to.{row}"].ToString(), posted[$"instead.{row}"].ToString().Trim()))]);
    }

    public TypedPerson WithAnotherPost() => this with { Posts = [.. Posts, TypedPost.Blank] };

    /// <param name="first">The number of the first.</param>
    public IEnumerable<PersonLine> Lines(int first) => Posts.Select((post, index) => new PersonLine(
        first + index, Id, Name, Mail, post.Role, post.Unit, Spelled(post.From), Spelled(post.To), post.InPlaceOf));

    private static string Spelled(string typed) => TypedDay.TryRead(typed, out var day) ? UnitLine.Spell(day) : typed.Trim();
}

public sealed record TypedPost(string Role, string Unit, string From, string To, string InPlaceOf)
{
    public static TypedPost Blank { get; } = new("", "", "", "", "");

    public static TypedPost Of(Post post) => new(
        RoleText.Of(post.Role), post.Unit.ToString(), Vietnamese.Day(post.From), post.To is { } last ? Vietnamese.Day(last) : "",
        post.InPlaceOf?.ToString() ?? "");
}
