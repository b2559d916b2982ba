using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>Which accepted reports of a cycle were checked, and what was found.</summary>
public sealed class SurveyInspections(IInspections inspections, IReports reports) : IUseCase
{
    public async Task<InspectionSurvey> Execute(Cycle cycle, CancellationToken cancellation)
    {
        var newest = (await inspections.All(cycle.Id, cancellation)).GroupBy(made => made.Unit)
            .ToDictionary(made => made.Key, made => made.MaxBy(one => one.Number)!);
        var accepted = new Dictionary<UnitCode, ReportState.Accepted>();
        await foreach (var read in reports.All(cycle.Id, cancellation))
        {
            if (read.Value.State is ReportState.Accepted state)
            {
                accepted[read.Value.Unit] = state;
            }
        }

        return new InspectionSurvey(
            [.. newest.Values.OrderBy(made => made.Unit)],
            accepted.Count,
            [
                .. accepted.Where(report => newest.GetValueOrDefault(report.Key)?.Sha256 != report.Value.Sha256)
                    .OrderBy(report => report.Key).Select(report => new UninspectedReport(report.Key, report.Value.Version)),
            ]);
    }
}

/// <param name="Newest">The newest check of each unit that has one.</param>
/// <param name="Accepted">How many reports are accepted.</param>
/// <param name="NotInspected">Those of them of whose accepted version there is no check, or only an older one.</param>
public sealed record InspectionSurvey(IReadOnlyList<Inspection> Newest, int Accepted, IReadOnlyList<UninspectedReport> NotInspected);

/// <param name="Version">That is accepted.</param>
public sealed record UninspectedReport(UnitCode Unit, int Version);
