using System.Runtime.CompilerServices;
using VksServerless.Cycles;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

internal static class AllReports
{
    private const int PageSize = 1000;

    /// <summary>All obligations of a cycle, read page by page.</summary>
    public static async IAsyncEnumerable<Versioned<Obligation>> All(
        this IReports reports, CycleId cycle, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await reports.List(cycle, PageSize, continuation, cancellation);
            foreach (var read in page.Items)
            {
                yield return read;
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }
}
