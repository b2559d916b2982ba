using VksServerless.Cycles;

namespace VksServerless.Application.Cycles;

/// <summary>Sửa dự thảo: other terms for a draft, checked like the first ones.</summary>
public sealed class RedraftCycle(CheckTerms check, ChangeCycle change) : IUseCase
{
    /// <param name="readRevision">The revision that the person has read, which must still be the newest.</param>
    public async Task<Outcome<Cycle>> Execute(CycleId id, CycleTerms asked, int readRevision, CancellationToken cancellation)
    {
        var terms = await check.Execute(asked, id, cancellation);
        return terms.Refusal is { } wrong
            ? wrong
            : await change.Execute(id, draft => draft.Redraft(terms.Value), _ => [], cancellation, readRevision);
    }
}
