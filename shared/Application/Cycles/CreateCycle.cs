using VksServerless.Cycles;
using VksServerless.People;

namespace VksServerless.Application.Cycles;

/// <summary>Lập: the cycle is named after the request's key, so that asking again finds what was made, whatever it has become.</summary>
public sealed class CreateCycle(ICycles cycles, CheckTerms check, TimeProvider clock) : IUseCase
{
    public async Task<Outcome<Cycle>> Execute(IdempotencyKey key, CycleTerms asked, Caller by, CancellationToken cancellation)
    {
        var id = CycleId.From(key.Person, key.Text);
        if (await cycles.Read(id, cancellation) is { } made)
        {
            return made.Value.Recreate(asked);
        }

        var terms = await check.Execute(asked, id, cancellation);
        if (terms.Refusal is { } wrong)
        {
            return wrong;
        }

        var cycle = Cycle.Create(id, terms.Value, by, clock.GetUtcNow());
        return await cycles.Create(cycle, cancellation) ? cycle : (await cycles.Read(id, cancellation))!.Value.Recreate(asked);
    }
}
