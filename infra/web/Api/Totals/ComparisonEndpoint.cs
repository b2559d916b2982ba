using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Totals;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Totals;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Totals;

/// <summary>So sánh: each numeric indicator of a node now and in an earlier cycle.</summary>
public sealed class ComparisonEndpoint(TotalAccess access, ICycles cycles, CompareTotals compare) : IEndpoints
{
    public void Map(IEndpointRouteBuilder api) => api.MapGet("cycles/{cycle}/totals/{unit}/comparison", ReadComparison);

    [Operation("So sánh số liệu tổng hợp với kỳ trước, hoặc với kỳ nêu ở ?with=", typeof(ComparisonView), Query = ["with"])]
    public async Task<IResult> ReadComparison(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var found = await access.Read(request.Caller(), cycle, unit, cancellation);
        if (found.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (of, roster, node) = found.Value;
        var asked = request.Query["with"].ToString();
        var preceding = asked.Length == 0 ? await cycles.Preceding(of, cancellation) : null;
        if (asked.Length == 0 && preceding is null)
        {
            return Reply.Problem(TotalRefusals.NothingToCompare);
        }

        var earlier = preceding ?? (CycleId.TryParse(asked, out var named) ? (await cycles.Read(named, cancellation))?.Value : null);
        if (earlier is null or { Phase: CyclePhase.Cancelled } || !Permission.ReadsCycle(request.Caller(), earlier.IsDraft))
        {
            return Reply.Problem(CycleRefusals.Unknown(asked.Length > 40 ? asked[..40] : asked));
        }

        var compared = await compare.Execute(of, roster, node, earlier, cancellation);
        return Reply.Ok(new ComparisonView(
            node,
            roster.NameOf(node),
            new ComparedCycle(of.Id, of.Terms.Title, of.Terms.Period, compared.Now),
            new ComparedCycle(earlier.Id, earlier.Terms.Title, earlier.Terms.Period, compared.Then),
            compared.Notes.Count > 0,
            compared.Exact,
            compared.Notes,
            compared.Figures));
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
