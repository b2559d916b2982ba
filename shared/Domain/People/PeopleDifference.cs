namespace VksServerless.People;

/// <summary>What a new register changes against the one before, person by person, in words for a page.</summary>
public sealed record PeopleDifference(IReadOnlyList<PersonChange> Changes)
{
    /// <summary>Who goes first, then who changes, then who comes; each in the order of their register.</summary>
    public static PeopleDifference Between(PeopleRegister before, PeopleRegister after) => new(
    [
        .. before.People.Where(person => after.Find(person.Id) is null).Select(Gone),
        .. after.People.Select(person => before.Find(person.Id) is { } was ? Changed(was, person) : null).OfType<PersonChange>(),
        .. after.People.Where(person => before.Find(person.Id) is null).Select(Added),
    ]);

    public int Count(PersonChangeKind kind) => Changes.Count(change => change.Kind == kind);

    private static PersonChange Added(Person person) =>
        new(person.Id, person.Name, PersonChangeKind.Added, [.. person.Posts.Select(post => $"Thêm: {InWords(post)}.")]);

    private static PersonChange Gone(Person person) =>
        new(person.Id, person.Name, PersonChangeKind.Gone, [.. person.Posts.Select(post => $"Bỏ: {InWords(post)}.")]);

    private static PersonChange? Changed(Person before, Person after)
    {
        var what = new List<string>();
        if (before.Name != after.Name)
        {
            what.Add($"Họ tên: {before.Name} → {after.Name}.");
        }

        if (before.Mail != after.Mail)
        {
            what.Add($"Thư: {before.Mail ?? "không có"} → {after.Mail ?? "không có"}.");
        }

        what.AddRange(before.Posts.Where(post => Same(post, after) is null).Select(post => $"Bỏ: {InWords(post)}."));
        what.AddRange(after.Posts.Where(post => Same(post, before) is { } was && was.To != post.To)
            .Select(post => $"Đổi: {InWords(post)} (trước đây {Until(Same(post, before)!)})."));
        what.AddRange(after.Posts.Where(post => Same(post, before) is null).Select(post => $"Thêm: {InWords(post)}."));
        return what.Count == 0 ? null : new PersonChange(after.Id, after.Name, PersonChangeKind.Changed, what);
    }

    /// <summary>The same post, whatever its last day is.</summary>
    private static Post? Same(Post post, Person person) => person.Posts.FirstOrDefault(other => other with { To = post.To } == post);

    private static string InWords(Post post) =>
        $"{RoleText.InWords(post.Role)} của {post.Unit} từ {Vietnamese.Day(post.From)}, {Until(post)}"
        + (post.InPlaceOf is { } other ? $", thay {other}" : "");

    private static string Until(Post post) => post.To is { } last ? $"đến hết {Vietnamese.Day(last)}" : "không thời hạn";
}

/// <param name="What">A sentence in Vietnamese for each change of the person.</param>
public sealed record PersonChange(PersonId Person, string Name, PersonChangeKind Kind, IReadOnlyList<string> What);

public enum PersonChangeKind
{
    /// <summary>Not in the register before.</summary>
    Added,

    /// <summary>In both, with another name, mail or posts.</summary>
    Changed,

    /// <summary>No longer in the register: can do nothing from now on.</summary>
    Gone,
}
