using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Notices;

/// <summary>Tells a unit what it has taken over in a running cycle: for whom it reports, answers and judges.</summary>
internal static class SuccessionNotices
{
    private const int MostNamed = 100;

    /// <summary>
    /// Those among whose units some may now be the unit's to judge. After the closing also the sector: what is owed there waits for heirs.
    /// </summary>
    public static IReadOnlyList<UnitCode> Superiors(UnitsTakenOver taken, Cycle cycle, Roster roster) =>
        [.. Change(taken, cycle).AllEnded.SelectMany(ended => new[] { ended.Unit, roster.SuperiorOf(ended.Unit) ?? UnitCode.Sector })
            .Where(superior => superior != UnitCode.Sector || !cycle.IsJoinable).Distinct()];

    /// <summary>The event of the whole change, once for each who goes on for somebody, and for the centre.</summary>
    public static IEnumerable<UnitsTakenOver> Each(UnitsTakenOver taken, Cycle cycle) => taken.Unit != UnitCode.Sector ? [taken]
        : Change(taken, cycle).AllEnded.SelectMany(ended => ended.Successors).Append(UnitCode.Sector).Distinct().Order()
            .Select(unit => taken with { Unit = unit });

    /// <summary>Null: it has nothing more to do than before.</summary>
    public static Letter? Of(UnitsTakenOver taken, Surroundings around)
    {
        var (cycle, roster, change) = (around.Cycle, around.Roster, Change(taken, around.Cycle));
        var takingPart = roster.Participants.Select(participant => participant.Unit).ToHashSet();
        var reports = change.Ended.Where(ended => ended.Successors.Contains(taken.Unit) && takingPart.Contains(taken.Unit)).ToList();
        var answers = change.Kept.Where(ended => ended.Successors.Contains(taken.Unit) && takingPart.Contains(ended.Unit)).ToList();
        var below = around.Siblings
            .Where(sibling => sibling.Superior != UnitCode.Sector && IsJudgedBy(taken.Unit, sibling, cycle)).ToList();
        var owed = around.Siblings.Where(sibling => sibling.Owes && answers.Exists(ended => ended.Unit == sibling.Unit)).ToList();
        var waiting = below.Where(sibling => sibling.State is ReportState.Submitted).ToList();
        return reports.Count + answers.Count + below.Count == 0 ? null : Letter.To(
            roster.NameOf(taken.Unit),
            $"[Kế thừa] Tiếp nhận công việc báo cáo: {cycle.Terms.Title}",
            $"Theo thay đổi đơn vị từ ngày {Vietnamese.Day(change.Day)}, trong kỳ báo cáo \"{cycle.Terms.Title}\" quý đơn vị:",
            Line(
                "báo cáo thay cho", reports.Select(ended => ended.Unit), roster,
                "số liệu của các đơn vị này thuộc báo cáo của quý đơn vị; nếu báo cáo đã nộp chưa gồm, đề nghị rút lại, hoặc đề nghị cấp "
                + "duyệt trả lại để bổ sung"),
            Line(
                "trả lời về báo cáo đã nộp của", answers.Select(ended => ended.Unit).Except(owed.Select(report => report.Unit)), roster,
                "số liệu vẫn tính theo báo cáo đó, không đưa vào báo cáo của quý đơn vị"),
            Line(
                "nộp báo cáo của", owed.Select(report => report.Unit), roster,
                "quý đơn vị nộp tại trang báo cáo của đơn vị đó, không đưa vào báo cáo của quý đơn vị"),
            Asked(owed, roster),
            below.Count == 0 ? null : $"- duyệt, trả lại báo cáo của {below.Count} đơn vị mà cấp trên trực tiếp đã kết thúc.",
            waiting.Count == 0 ? null : $"Đang chờ duyệt:\n{Named(waiting.Select(sibling => sibling.Unit), roster, "\n- ", "- ")}",
            $"Lý do: {change.Reason}");
    }

    /// <summary>Those of what the unit has to hand in that were asked for by an instant: returned, or given more time.</summary>
    private static string? Asked(IEnumerable<Obligation> owed, Roster roster)
    {
        var asked = owed.Where(report => report.ReopenedUntil is not null).Take(MostNamed)
            .Select(report => $"- {roster.NameOf(report.Unit)} ({report.Unit}): {CycleRefusals.Text(report.ReopenedUntil!.Value)}")
            .ToList();
        return asked.Count == 0 ? null : $"Hạn nộp:\n{string.Join('\n', asked)}";
    }

    private static UnitChange Change(UnitsTakenOver taken, Cycle cycle) => cycle.UnitChanges[taken.Step - 1];

    private static bool IsJudgedBy(UnitCode unit, Obligation report, Cycle cycle) =>
        cycle.JudgesOf(report.Unit, report.Superior) is { Count: > 0 } judges ? judges.Contains(unit) : unit == UnitCode.Sector;

    private static string? Line(string what, IEnumerable<UnitCode> units, Roster roster, string rest) =>
        Named(units, roster, "; ", "") is { Length: > 0 } named ? $"- {what}: {named}; {rest}." : null;

    private static string Named(IEnumerable<UnitCode> units, Roster roster, string between, string first)
    {
        var all = units.Select(unit => $"{roster.NameOf(unit)} ({unit})").ToList();
        var more = all.Count > MostNamed ? $"{between}và {all.Count - MostNamed} đơn vị khác" : "";
        return all.Count == 0 ? "" : first + string.Join(between, all.Take(MostNamed)) + more;
    }
}
