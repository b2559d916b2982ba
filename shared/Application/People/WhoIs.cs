using VksServerless.Notices;
using VksServerless.People;

namespace VksServerless.Application.People;

/// <summary>Whom somebody who has signed in may act as today, by the register.</summary>
public sealed class WhoIs(IPeople people, FirstAdministrator first, Portal portal, TimeProvider clock) : IUseCase
{
    /// <returns>A caller for each post held today, in the register's order; empty: nobody has given this person anything to do.</returns>
    public async Task<IReadOnlyList<Caller>> Execute(PersonId person, CancellationToken cancellation)
    {
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        return person == first.Person
            ? first.Posts(person, (await people.Read(cancellation)).Value, today)
            : await people.Find(person, cancellation) is { } known ? known.ActsAs(today) : [];
    }

    /// <summary>The post that is chosen, or the only one.</summary>
    /// <param name="post">As <see cref="Caller.Post"/> names it; null: none is chosen.</param>
    public Outcome<Caller> Choose(IReadOnlyList<Caller> posts, string? post) => posts switch
    {
        [] => PeopleRefusals.NothingAssigned(portal.Contact),
        [var only] when post is null => only,
        _ when post is null => PeopleRefusals.PostNeeded(posts),
        _ => posts.FirstOrDefault(held => held.Post == post) is { } chosen ? chosen : PeopleRefusals.PostNotHeld(posts),
    };
}
