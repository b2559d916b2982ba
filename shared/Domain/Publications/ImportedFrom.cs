using VksServerless.Cycles;
using VksServerless.Reports;

namespace VksServerless.Publications;

/// <summary>Nhập từ: where the reports of a cycle of the past were taken from.</summary>
/// <param name="By">Who entered reports, in reading order.</param>
/// <param name="On">The day, in Vietnam, on which the last one was entered.</param>
public sealed record ImportedFrom(PublicationNumber Number, DateOnly Date, IReadOnlyList<string> By, DateOnly On)
{
    internal static ImportedFrom Of(ImportedReport document, Cycle cycle, IEnumerable<Standing> standings)
    {
        var entered = standings.Select(standing => standing.Obligation.State).OfType<ReportState.Accepted>()
            .Where(accepted => accepted.ImportedAt is not null).ToList();
        return entered.Count == 0
            ? new ImportedFrom(document.Number, document.Date, [cycle.CreatedBy], VietnamTime.DayOf(cycle.CreatedAt))
            : new ImportedFrom(
                document.Number, document.Date, [.. entered.Select(accepted => accepted.By).Distinct()],
                VietnamTime.DayOf(entered.Max(accepted => accepted.ImportedAt!.Value)));
    }
}
