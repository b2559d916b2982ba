using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Publications;

namespace VksServerless.Application.Publications;

/// <summary>Finds one publication of a cycle, for those who may read what has been published of it.</summary>
public sealed class ReadPublication(CycleAccess access, IPublications publications) : IUseCase
{
    /// <param name="sequence">Null: the newest.</param>
    public async Task<Outcome<PublicationFound>> Execute(Caller caller, string cycle, int? sequence, CancellationToken cancellation)
    {
        var found = await access.ReadPublished(caller, cycle, cancellation);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var all = await publications.Of(found.Value.Id, cancellation);
        return all.LastOrDefault(entry => sequence is null || entry.Sequence == sequence) is { } named
            ? new PublicationFound(found.Value, named, all)
            : PublicationRefusals.Unknown;
    }
}

/// <param name="All">The cycle's publications, first to last.</param>
public sealed record PublicationFound(Cycle Cycle, PublicationEntry Entry, IReadOnlyList<PublicationEntry> All)
{
    public PublicationEntry Newest => All[^1];

    /// <summary>The publication that this one corrects; null: the first.</summary>
    public PublicationEntry? Before => All.LastOrDefault(entry => entry.Sequence < Entry.Sequence);

    public bool IsReplaced => Newest != Entry;
}
