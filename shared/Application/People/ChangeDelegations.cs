using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Application.People;

/// <summary>Ủy quyền, thu hồi: what a unit's head decides about who signs for him.</summary>
public sealed class ChangeDelegations(IDelegations delegations, IPeople people, TimeProvider clock) : IUseCase
{
    private const int MostTries = 20;

    public async Task<Outcome<Delegation>> Give(
        UnitCode unit, DelegationAsked asked, IdempotencyKey key, Caller head, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var known = PersonId.TryParse(asked.Person, out var person) ? await people.Find(person, cancellation) : null;
        return await Change(
            unit,
            there =>
                there.FirstOrDefault(one => one.Id == key.Name) is { } made
                    ? made.Matches(asked.Person, asked.Name, asked.From, asked.To, asked.Reason)
                    ? made
                    : Refusal.KeyReused
                : there.Count(one => one.Lives(now)) >= Delegation.MostAtOnce ? DelegationRefusals.TooMany
                : Delegation.Give(key.Name, head, asked.Person, known, asked.Name, asked.From, asked.To, asked.Reason, now),
            cancellation);
    }

    public Task<Outcome<Delegation>> Revoke(
        UnitCode unit, string id, DateOnly from, string reason, Caller head, CancellationToken cancellation) => Change(
        unit,
        there =>
            there.FirstOrDefault(one => one.Id == id) is { } found
                ? found.Revoke(from, reason, head, clock.GetUtcNow())
                : DelegationRefusals.Unknown,
        cancellation);

    private async Task<Outcome<Delegation>> Change(
        UnitCode unit, Func<IReadOnlyList<Delegation>, Outcome<Delegation>> decide, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var read = await delegations.Of(unit, cancellation);
            var decided = decide(read.Value);
            if (decided.Refused || read.Value.Contains(decided.Value) || await delegations.Enter(decided.Value, read.ETag, cancellation))
            {
                return decided;
            }
        }

        return DelegationRefusals.Stale;
    }
}

/// <param name="Person">The delegate's subject (sub) in the tokens.</param>
/// <param name="From">First day, in Vietnam.</param>
/// <param name="To">Last day.</param>
public sealed record DelegationAsked(string Person, string Name, DateOnly From, DateOnly To, string Reason);
