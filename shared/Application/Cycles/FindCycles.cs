using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.People;

namespace VksServerless.Application.Cycles;

/// <summary>The cycles that somebody may see, the newest first.</summary>
public sealed class FindCycles(ICycles cycles) : IUseCase
{
    private const int PageSize = 200;

    /// <param name="search">Part of a title or of the plan's number, in any case and without accents; empty: every cycle.</param>
    /// <param name="phase">The name of a phase; empty: any.</param>
    public async Task<IReadOnlyList<Cycle>> Execute(Caller caller, string search, string phase, CancellationToken cancellation)
    {
        var (found, wanted) = (new List<Cycle>(), Search.Plain(search));
        string? continuation = null;
        do
        {
            var page = await cycles.List(PageSize, continuation, cancellation);
            found.AddRange(page.Items.Where(cycle => Permission.ReadsCycle(caller, cycle.IsDraft)
                && (phase.Length == 0 || cycle.Phase.Name == phase)
                && (wanted.Length == 0 || Search.Plain(cycle.Terms.Title).Contains(wanted, StringComparison.Ordinal)
                    || Search.Plain(cycle.Terms.Plan.Number).Contains(wanted, StringComparison.Ordinal))));
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return [.. found.OrderByDescending(cycle => cycle.CreatedAt).ThenBy(cycle => cycle.Id.ToString(), StringComparer.Ordinal)];
    }
}
