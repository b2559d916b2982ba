using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Functions.Cycles;

public sealed class CreateCycle(ICycles cycles, IDirectoryStore directories, FormCatalogue forms, TimeProvider clock) : IOperation
{
    public async Task<Outcome<Cycle>> Execute(string idempotencyKey, CycleTerms terms, Caller by, CancellationToken cancellation)
    {
        var directory = (await directories.Read(cancellation)).Value;
        var check = CycleTermsCheck.Of(terms, forms, directory);
        if (check.Refusal is { } wrong)
        {
            return wrong;
        }

        var cycle = Cycle.Create(CycleId.From(by.Person, idempotencyKey), terms, by, clock.GetUtcNow());
        return await cycles.Create(cycle, cancellation) ? cycle : (await cycles.Read(cycle.Id, cancellation))!.Value;
    }
}
