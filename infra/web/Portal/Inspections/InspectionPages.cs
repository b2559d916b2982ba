using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Notices;
using VksServerless.Reports;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Cycles;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Inspections;

/// <summary>Which accepted reports of a cycle were checked, and what was found.</summary>
internal sealed class InspectionPages(CycleAccess access, SurveyInspections survey, ICycles cycles) : IPages
{
    private const int PageSize = 100;

    public void Map(IEndpointRouteBuilder portal) => portal.MapGet("cycles/{cycle}/inspections", Show);

    public static string AddressOf(CycleId cycle) => $"{PortalPath.Cycle(cycle)}/inspections";

    private async Task<IResult> Show(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.For(request.Caller(), cycle, Permission.ReadsPublications, cancellation);
        if (found.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal, PortalPath.Cycles);
        }

        var roster = await cycles.Roster(found.Value, cancellation) ?? new Roster([], []);
        var surveyed = await survey.Execute(found.Value, cancellation);
        var (state, search) = (request.Query["state"].ToString(), request.Query["search"].ToString());
        var rows = SurveyRow.Of(surveyed).Where(row => row.Is(state) && Matches(roster, row.Unit, Search.Plain(search))).ToList();
        var count = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        var number = Math.Clamp(CycleListPages.NumberOf(request.Query["page"]), 1, count);
        return PageResult.Of<InspectionSurveyPage>(new
        {
            Cycle = found.Value,
            Roster = roster,
            Survey = surveyed,
            Rows = (IReadOnlyList<SurveyRow>)[.. rows.Skip((number - 1) * PageSize).Take(PageSize)],
            Total = rows.Count,
            Number = number,
            Count = count,
            State = state,
            SearchedFor = search,
        });
    }

    private static bool Matches(Roster roster, UnitCode unit, string plain) => plain.Length == 0
        || Search.Plain(roster.NameOf(unit)).Contains(plain, StringComparison.Ordinal) || Search.Plain(unit.ToString()) == plain;
}

/// <summary>A unit in the survey.</summary>
/// <param name="Newest">Null: none of its versions was checked.</param>
/// <param name="Unchecked">The accepted version, where it was not checked; null: it was, or none is accepted.</param>
public sealed record SurveyRow(UnitCode Unit, Inspection? Newest, int? Unchecked)
{
    internal static IReadOnlyList<(string State, string Name)> States { get; } =
    [
        ("", "Tất cả"), ("unchecked", "Chưa kiểm tra"), ("lacking", "Hồ sơ chưa đầy đủ"), ("in-order", "Hồ sơ đầy đủ"),
    ];

    /// <summary>What is to be checked first, then what was found lacking.</summary>
    internal static IReadOnlyList<SurveyRow> Of(InspectionSurvey survey)
    {
        var newest = survey.Newest.ToDictionary(made => made.Unit);
        var notYet = survey.NotInspected.ToDictionary(report => report.Unit, report => report.Version);
        return
        [
            .. newest.Keys.Union(notYet.Keys)
                .Select(unit => new SurveyRow(
                    unit, newest.GetValueOrDefault(unit), notYet.TryGetValue(unit, out var version) ? version : null))
                .OrderBy(row => row.Unchecked is null).ThenBy(row => row.Newest?.Finding is not InspectionFinding.Lacking)
                .ThenBy(row => row.Unit),
        ];
    }

    internal bool Is(string state) => state switch
    {
        "unchecked" => Unchecked is not null,
        "lacking" => Newest?.Finding is InspectionFinding.Lacking,
        "in-order" => Newest?.Finding is InspectionFinding.InOrder,
        _ => true,
    };
}
