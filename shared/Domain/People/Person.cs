using VksServerless.Units;

namespace VksServerless.People;

/// <summary>Somebody whom the register knows. The sign-in proves who one is; the posts say what one may do, and for whom.</summary>
/// <param name="Id">What the issuer calls this person in one configured claim: stable, never shown.</param>
/// <param name="Name">As shown on receipts and in records.</param>
/// <param name="Mail">Where this person is written to; null where only the unit is.</param>
/// <param name="Posts">Past, present and to come.</param>
public sealed record Person(PersonId Id, string Name, string? Mail, IReadOnlyList<Post> Posts)
{
    /// <summary>Whom this person may act as on that day, each post once.</summary>
    public IReadOnlyList<Caller> ActsAs(DateOnly day) =>
        [.. Posts.Where(post => post.IsHeldOn(day)).Select(post => new Caller(Id, Name, post.Role, post.Unit)).Distinct()];

    /// <summary>Whether this person reports for the unit on any of these days.</summary>
    public bool IsReporterOf(UnitCode unit, DateOnly from, DateOnly to) => Posts.Any(post =>
        post.Role is Role.UnitReporter && post.Unit == unit && post.From <= to && from <= (post.To ?? DateOnly.MaxValue));
}

/// <summary>A role for a unit, for dated days.</summary>
/// <param name="From">First day, in Vietnam.</param>
/// <param name="To">Last day; null: until further notice.</param>
/// <param name="InPlaceOf">Whom this person stands in for meanwhile; null: the post is this person's own.</param>
public sealed record Post(Role Role, UnitCode Unit, DateOnly From, DateOnly? To = null, PersonId? InPlaceOf = null)
{
    public bool IsHeldOn(DateOnly day) => From <= day && (To is not { } last || day <= last);
}
