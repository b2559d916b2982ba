using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Forms;
using VksServerless.People;

namespace VksServerless.Application.Difficulties;

/// <summary>
/// Nêu: on any day, by the unit that has the difficulty. It is named after the request's key, so that asking again finds it.
/// </summary>
public sealed class RaiseDifficulty(IDifficulties difficulties, ICycles cycles, IForms forms, TimeProvider clock) : IUseCase
{
    public async Task<Outcome<Difficulty>> Execute(
        IdempotencyKey key, DifficultyWords words, DifficultySource? from, Caller by, CancellationToken cancellation)
    {
        var id = DifficultyId.From(key.Person, key.Text);
        if (await difficulties.Find(id, cancellation) is { } made)
        {
            return made.Value.FindRaised(by.Unit, from, words);
        }

        if (from is not null && await CheckSource(from, by, cancellation) is { } wrong)
        {
            return wrong;
        }

        var raised = Difficulty.Raise(id, by.Unit, from, words, by, clock.GetUtcNow());
        var isNew = await difficulties.Raise(raised, [DifficultyEvent.Of(raised)], Difficulty.MostRaisedADay, cancellation);
        return isNew.Refusal is { } tooMany ? tooMany
            : isNew.Value ? raised
            : (await difficulties.Find(id, cancellation))!.Value.FindRaised(by.Unit, from, words);
    }

    private async Task<Refusal?> CheckSource(DifficultySource from, Caller by, CancellationToken cancellation) =>
        await cycles.Read(from.Cycle, cancellation) is not { Value: var cycle } || !Permission.ReadsCycle(by, cycle.IsDraft)
            ? CycleRefusals.Unknown(from.Cycle.ToString())
            : (await forms.Find(cycle.Terms.Form, cancellation))!.Find(from.Field) is null
                ? FormRefusals.FieldUnknown(cycle.Terms.Form)
                : null;
}
