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
        var accepted = new Dictionary<UnitCode, Sha256>();
        await foreach (var read in reports.All(cycle.Id, cancellation))
        {
            if (read.Value.State is ReportState.Accepted state)
            {
                accepted[read.Value.Unit] = state.Sha256;
            }
        }

        return new InspectionSurvey(
            [.. newest.Values.OrderBy(made => made.Unit)],
            accepted.Count,
            [
                .. accepted.Where(report => newest.GetValueOrDefault(report.Key)?.Sha256 != report.Value)
                    .Select(report => report.Key).Order(),
            ]);
    }
}

/// <param name="Newest">The newest check of each unit that has one.</param>
/// <param name="Accepted">How many reports are accepted.</param>
/// <param name="NotInspected">Those of them of whose accepted version there is no check, or only an older one.</param>
public sealed record InspectionSurvey(IReadOnlyList<Inspection> Newest, int Accepted, IReadOnlyList<UnitCode> NotInspected);
