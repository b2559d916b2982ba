using VksServerless.Access;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>Kiểm tra hồ sơ: an inspector puts on record what he found of a version that was handed in.</summary>
public sealed class InspectReport(IInspections inspections, IReports reports, TimeProvider clock) : IUseCase
{
    private const int MostTries = 20;

    public async Task<Outcome<Inspection>> Execute(
        OpenReport open, int version, InspectionFinding finding, string? text, IdempotencyKey key, Caller by,
        CancellationToken cancellation)
    {
        var report = open.Obligation;
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var before = await inspections.Of(report, cancellation);
            if (before.FirstOrDefault(one => one.Key == key.Name) is { } made)
            {
                return made.Says(version, finding, text) ? made : Refusal.KeyReused;
            }

            var versions = await reports.Versions(report.Cycle, report.Unit, cancellation);
            if (versions.FirstOrDefault(one => one.Number == version) is not { } inspected)
            {
                return ReportRefusals.VersionUnknown(version);
            }

            if (Duties.Inspects(by.Person, Authors.Of(inspected)) is { } apart)
            {
                return apart;
            }

            var found = Inspection.Of(report.Unit, before.Count, inspected, finding, text, key, by, clock.GetUtcNow());
            if (found.Refused || await inspections.Add(report, found.Value, cancellation))
            {
                return found;
            }
        }

        return InspectionRefusals.Busy;
    }
}
