using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.People;

namespace VksServerless.Application.Publications;

/// <summary>Everything that has been published and that somebody may read.</summary>
public sealed class FindPublications(ICycles cycles, IPublications publications) : IUseCase
{
    private const int AtOnce = 200;

    /// <param name="search">Words of the title, the number or the plan's number; empty: everything.</param>
    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<PublicationFound>> Execute(Caller caller, string search, CancellationToken cancellation)
    {
        var found = await Read(caller, cycle => cycle.Phase is CyclePhase.Published || cycle.Correcting is not null, cancellation);
        var words = Search.Plain(search);
        return [.. found.Where(one => words.Length == 0 || Says(one, words)).OrderByDescending(one => one.Entry.At)];
    }

    /// <summary>Of the cycles that were published last, since that instant.</summary>
    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<PublicationFound>> Since(Caller caller, DateTimeOffset since, CancellationToken cancellation) =>
    [
        .. (await Read(caller, cycle => cycle.Phase is CyclePhase.Published { At: var at } && at >= since, cancellation))
            .OrderByDescending(one => one.Entry.At),
    ];

    private async Task<List<PublicationFound>> Read(Caller caller, Func<Cycle, bool> wanted, CancellationToken cancellation)
    {
        var found = new List<PublicationFound>();
        string? next = null;
        do
        {
            var page = await cycles.List(AtOnce, next, cancellation);
            foreach (var cycle in page.Items.Where(wanted))
            {
                if (await IsReadBy(caller, cycle, cancellation))
                {
                    var all = await publications.Of(cycle.Id, cancellation);
                    found.AddRange(all.Select(entry => new PublicationFound(cycle, entry, all)));
                }
            }

            next = page.Continuation;
        }
        while (next is not null);

        return found;
    }

    private async Task<bool> IsReadBy(Caller caller, Cycle cycle, CancellationToken cancellation) =>
        Permission.ReadsCycle(caller, cycle.IsDraft) && Permission.ReadsPublished(
            caller, cycle,
            cycle.Terms.SentToUnits && !Permission.ReadsPublications(caller) ? await cycles.Roster(cycle, cancellation) : null);

    private static bool Says(PublicationFound one, string words) =>
        Search.Plain($"{one.Cycle.Terms.Title} {one.Entry.Number} {one.Cycle.Terms.Plan.Number}").Contains(words, StringComparison.Ordinal);
}
