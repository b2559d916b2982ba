using VksServerless.Cycles;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Totals;

namespace VksServerless.Documents.Welcome;

/// <summary>A cycle in the table of the first page.</summary>
/// <param name="Number">Of its plan, e.g. 72/KH-VKSTC.</param>
/// <param name="Deadlines">In words, one a line.</param>
/// <param name="Progress">In words, one a line: of all units, or of the reader's own.</param>
/// <param name="Href">What the API says of it.</param>
public sealed record CycleLine(
    string Number, string Title, string Phase, IReadOnlyList<string> Deadlines, IReadOnlyList<string> Progress, string Href)
{
    /// <param name="own">The reader's own obligation, if he answers for one.</param>
    /// <param name="below">How far the units that the reader looks after have come; null: he looks after none.</param>
    public static CycleLine Of(Cycle cycle, Obligation? own, Completeness? below) => new(
        cycle.Terms.Plan.Number,
        cycle.Terms.Title,
        PhaseOf(cycle),
        own is null ? Due(cycle.Terms.Deadlines) : [Written.Instant(own.DueAt)],
        [.. Standing(own, below)],
        $"/api/cycles/{cycle.Id}");

    private static string PhaseOf(Cycle cycle) => cycle.Phase switch
    {
        CyclePhase.Draft => "Dự thảo",
        CyclePhase.Starting => cycle.Terms.OpensAt is { } opens ? $"Chờ mở, {Written.Instant(opens)}" : "Đang mở",
        CyclePhase.Open when cycle.IsImported => "Kỳ đã qua, đang nhập",
        CyclePhase.Open => "Đang thu báo cáo",
        CyclePhase.Closed => "Đã khóa, đang tổng hợp",
        CyclePhase.AwaitingApproval => $"Chờ duyệt ({cycle.ValidApprovals.Count}/{cycle.Terms.ApprovalsNeeded})",
        CyclePhase.Published when cycle.Correcting is not null => "Đang đính chính",
        CyclePhase.Published published => $"Đã công bố số {published.Number}",
        _ => "Đã hủy",
    };

    private static IReadOnlyList<string> Due(Deadlines due) => due.All.Distinct().Count() == 1
        ? [Written.Instant(due.Supreme)]
        : [
            $"Cấp huyện, khu vực: {Written.Instant(due.District)}", $"Cấp tỉnh: {Written.Instant(due.Province)}",
            $"Trung ương: {Written.Instant(due.Supreme)}"];

    private static IEnumerable<string> Standing(Obligation? own, Completeness? below)
    {
        if (own is not null)
        {
            yield return Labels.OfState(own.State.Name);
        }

        if (below is { Expected: > 0 })
        {
            yield return (own is null ? "" : "Cấp dưới: ") + $"{Written.Count(below.Received)}/{Written.Count(below.Expected)} đơn vị";
        }

        if (own is null && below is not { Expected: > 0 })
        {
            yield return Written.Nothing;
        }
    }
}

/// <summary>A publication in the table of the first page.</summary>
/// <param name="Corrects">Number of the one that it corrects; empty: none.</param>
/// <param name="Page">A path of this site, as is <paramref name="Data"/>.</param>
public sealed record PublicationLine(string Number, string Day, string Title, string Corrects, string Page, string Data)
{
    public static PublicationLine Of(PublicationEntry entry, Cycle cycle) => new(
        entry.Number.ToString(),
        Vietnamese.Day(VietnamTime.DayOf(entry.At)),
        cycle.Terms.Title,
        entry.Correction?.Of.ToString() ?? "",
        $"/api/cycles/{cycle.Id}/publications/{entry.Sequence}/page",
        $"/api/cycles/{cycle.Id}/publications/{entry.Sequence}");
}
