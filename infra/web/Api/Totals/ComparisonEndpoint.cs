using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Totals;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Totals;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Totals;

/// <summary>So sánh: each numeric indicator of a node now and in an earlier cycle.</summary>
public sealed class ComparisonEndpoint(CompareWithEarlier compare) : IEndpoints
{
    public void Map(IEndpointRouteBuilder api) => api.MapGet("cycles/{cycle}/totals/{unit}/comparison", ReadComparison);

    [Operation("So sánh số liệu tổng hợp với kỳ trước, hoặc với kỳ nêu ở ?with=", typeof(ComparisonView), Query = ["with"])]
    public async Task<IResult> ReadComparison(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var found = await compare.Execute(request.Caller(), cycle, unit, request.Query["with"].ToString(), cancellation);
        return found.ToReply(node => Reply.Ok(new ComparisonView(
            node.Node,
            node.Roster.NameOf(node.Node),
            new ComparedCycle(node.Cycle.Id, node.Cycle.Terms.Title, node.Cycle.Terms.Period, node.Compared.Now),
            new ComparedCycle(node.Earlier.Id, node.Earlier.Terms.Title, node.Earlier.Terms.Period, node.Compared.Then),
            node.Compared.Notes.Count > 0,
            node.Compared.Exact,
            node.Compared.Notes,
            node.Compared.Figures)));
    }
}

/// <param name="Restated">Whether units that have changed since were taken into account; the notes say how.</param>
/// <param name="Exact">False when part of the earlier figures belongs to this unit and others together: it stands with their common
/// superior.</param>
/// <param name="Figures">Every numeric indicator; change and percent are left out where one of the two is not there, percent where the
/// earlier is 0.</param>
public sealed record ComparisonView(
    UnitCode Unit, string Name, ComparedCycle Now, ComparedCycle Then, bool Restated, bool Exact, IReadOnlyList<string> Notes,
    IReadOnlyList<Comparison> Figures);

/// <param name="Completeness">Of the unit and everything below it in that cycle; null when it had no part in it.</param>
public sealed record ComparedCycle(CycleId Cycle, string Title, Period Period, Completeness? Completeness);
