using VksServerless.Access;
using VksServerless.Functions.Http;
using VksServerless.Units;

namespace VksServerless.Functions.Access;

/// <summary>Ủy quyền, thu hồi: what a unit's head decides about who signs for him.</summary>
public sealed class ChangeDelegations(IDelegations delegations, TimeProvider clock) : IOperation
{
    private const int MostTries = 20;

    public Task<Outcome<Delegation>> Give(UnitCode unit, DelegationBody body, IdempotencyKey key, Caller head, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return Change(
            unit,
            there => there.FirstOrDefault(one => one.Id == key.Name) is { } made ? made.Says(body.Person, body.Name, body.From, body.To, body.Reason) ? made : Refusal.KeyReused
                : there.Count(one => one.Lives(now)) >= Delegation.MostAtOnce ? DelegationRefusals.TooMany
                : Delegation.Give(key.Name, head, body.Person, body.Name, body.From, body.To, body.Reason, now),
            cancellation);
    }

    public Task<Outcome<Delegation>> Revoke(UnitCode unit, string id, RevocationBody body, Caller head, CancellationToken cancellation) => Change(
        unit,
        there => there.FirstOrDefault(one => one.Id == id) is { } found ? found.Revoke(body.From, body.Reason, head, clock.GetUtcNow()) : DelegationRefusals.Unknown,
        cancellation);

    private async Task<Outcome<Delegation>> Change(UnitCode unit, Func<IReadOnlyList<Delegation>, Outcome<Delegation>> decide, CancellationToken cancellation)
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
