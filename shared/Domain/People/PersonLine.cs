using VksServerless.Units;

namespace VksServerless.People;

/// <summary>
/// One line of a register file, as it was written: a post with its person. Who has several posts has several lines, each with the same
/// name and mail.
/// </summary>
/// <param name="Number">Line number in the file, the heading being line 1.</param>
/// <param name="Mail">May be empty.</param>
/// <param name="Role">E.g. unit-reporter.</param>
/// <param name="From">First day, yyyy-MM-dd.</param>
/// <param name="To">Last day; empty: until further notice.</param>
/// <param name="InPlaceOf">Id of the person who is stood in for; empty: the post is this person's own.</param>
public sealed record PersonLine(
    int Number, string Id, string Name, string Mail, string Role, string Unit, string From, string To, string InPlaceOf)
{
    /// <summary>The line that <see cref="PeopleRegister.Build"/> reads as this very post.</summary>
    public static PersonLine Of(int number, Person person, Post post) => new(
        number, person.Id.ToString(), person.Name, person.Mail ?? "", RoleText.Of(post.Role), post.Unit.ToString(),
        UnitLine.Spell(post.From), post.To is { } last ? UnitLine.Spell(last) : "", post.InPlaceOf?.ToString() ?? "");
}
