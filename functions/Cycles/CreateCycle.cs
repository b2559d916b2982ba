using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Functions.Http;
using VksServerless.Units;

namespace VksServerless.Functions.Cycles;

/// <summary>Lập: the cycle is named after the request's key, so that asking again finds what was made, whatever it has become.</summary>
public sealed class CreateCycle(ICycles cycles, IDirectoryStore directories, IForms forms, TimeProvider clock) : IOperation
{
    public async Task<Outcome<Cycle>> Execute(IdempotencyKey key, CycleTerms terms, Caller by, CancellationToken cancellation)
    {
        var id = CycleId.From(key.Person, key.Text);
        if (await cycles.Read(id, cancellation) is { } made)
        {
            return made.Value.CreateAgain(terms);
        }

        var directory = (await directories.Read(cancellation)).Value;
        var check = CycleTermsCheck.Of(terms, await forms.Find(terms.Form, cancellation), directory);
        if (check.Refusal is { } wrong)
        {
            return wrong;
        }

        var cycle = Cycle.Create(id, terms, by, clock.GetUtcNow());
        return await cycles.Create(cycle, cancellation) ? cycle : (await cycles.Read(id, cancellation))!.Value.CreateAgain(terms);
    }
}
