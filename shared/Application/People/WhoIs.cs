using VksServerless.People;

namespace VksServerless.Application.People;

/// <summary>Whom somebody who has signed in may act as today, by the register.</summary>
public sealed class WhoIs(IPeople people, TimeProvider clock) : IUseCase
{
    /// <returns>A caller for each post held today, in the register's order; empty: nobody has given this person anything to do.</returns>
    public async Task<IReadOnlyList<Caller>> Execute(PersonId person, CancellationToken cancellation) =>
        await people.Find(person, cancellation) is { } known ? known.ActsAs(VietnamTime.DayOf(clock.GetUtcNow())) : [];
}
