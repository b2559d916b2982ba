using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Totals;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Totals;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>The list of cycles.</summary>
internal sealed class CycleListPages(FindCycles find, ReadProgress progress) : IPages
{
    private const int PageSize = 20;

    public void Map(IEndpointRouteBuilder portal) => portal.MapGet("cycles", List);

    private async Task<IResult> List(HttpRequest request, CancellationToken cancellation)
    {
        var me = request.Caller();
        if (!Permission.ReadsCycle(me, isDraft: false))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var (search, phase) = (request.Query["search"].ToString().Trim(), request.Query["phase"].ToString());
        var found = await find.Execute(me, search, phase, cancellation);
        var count = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var number = Math.Clamp(NumberOf(request.Query["page"]), 1, count);
        var shown = new List<(Cycle Cycle, Completeness? Progress)>();
        foreach (var cycle in found.Skip((number - 1) * PageSize).Take(PageSize))
        {
            shown.Add((cycle, Permission.ReadsPublications(me) && !cycle.IsDraft ? await progress.Whole(cycle.Id, cancellation) : null));
        }

        return PageResult.Of<CyclesPage>(new
        {
            Cycles = (IReadOnlyList<(Cycle, Completeness?)>)shown,
            Total = found.Count,
            Number = number,
            Count = count,
            Search = search,
            Phase = phase,
        });
    }

    /// <summary>The number of a page as an address has it; 1 for anything else.</summary>
    internal static int NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
}
