using System.Globalization;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Notices;

/// <summary>Notices to a superior about the units below it: a report awaits its judgement; units are overdue.</summary>
internal static class SuperiorNotices
{
    private const int MostNamed = 100;

    public static IEnumerable<Addressed> Of(ObligationEvent happened, Surroundings around)
    {
        IReadOnlyList<UnitCode> judges = around.Cycle.JudgesOf(happened.Unit, happened.Superior) is { Count: > 0 } living
            ? living
            : [UnitCode.Sector];
        return judges.SelectMany(judge => To(judge, happened, around)).Concat(
            happened is ReturnTakenBack { OfLeader: true } back
                ? around.Cycle.Terms.Recipients.Select(to => To(to.Name, [to.Mail], back, around))
                : []);
    }

    private static Addressed To(string name, IEnumerable<string> mails, ReturnTakenBack back, Surroundings around) =>
        new(IdOf(back, EventNotices.OthersReturnTakenBack), EventNotices.OthersReturnTakenBack, TakenBack(back, around, name), mails,
            PortalPath.Report(back.Cycle, back.Unit), around.Portal.Contact);

    private static IEnumerable<Addressed> To(UnitCode judge, ObligationEvent happened, Surroundings around)
    {
        var (name, mails) = around.JudgeOf(judge);
        var report = PortalPath.Report(happened.Cycle, happened.Unit);
        return happened switch
        {
            ReportSubmitted submitted =>
                [new Addressed(IdOf(submitted, EventNotices.ReportWaiting),
                    EventNotices.ReportWaiting, Waiting(submitted, around, name), mails,
                    PortalPath.Review(submitted.Cycle, submitted.Unit), around.Portal.Contact)],
            ReportWithdrawn withdrawn =>
                [new Addressed(withdrawn.Id, withdrawn.Subject, Withdrawn(withdrawn, around, name), mails, report, around.Portal.Contact)],
            ReportInspected { Finding: InspectionFinding.Lacking } inspected =>
                [new Addressed(inspected.Id, inspected.Subject, Lacking(inspected, around, name), mails, report, around.Portal.Contact)],
            ReminderDue { Stage: > 0 } late =>
                [new Addressed(IdOf(late), EventNotices.UnitsOverdue, Overdue(late, around, name), mails,
                    PortalPath.Below(late.Cycle), around.Portal.Contact)],
            ReportAccepted { InsteadBecause: { } reason } accepted =>
                [new Addressed(IdOf(accepted, EventNotices.JudgedInstead),
                    EventNotices.JudgedInstead, Instead(accepted, "Cục 2", "duyệt", reason, around, name), mails, report,
                    around.Portal.Contact)],
            ReportReturned { Instead: true } returned =>
                [new Addressed(IdOf(returned, EventNotices.JudgedInstead),
                    EventNotices.JudgedInstead, Instead(returned, WhoReturned(returned), "trả lại", returned.Reason, around, name),
                    mails, report, around.Portal.Contact)],
            ReturnTakenBack { OfAnother: true } back => [To(name, mails, back, around)],
            _ => [],
        };
    }

    private static string IdOf(ObligationEvent happened, string about) => $"{happened.Cycle}.{happened.Unit}.{happened.Revision}.{about}";

    /// <summary>One letter a deadline and stage, whichever unit's reminder brings it.</summary>
    private static string IdOf(ReminderDue late) => string.Create(
        CultureInfo.InvariantCulture,
        $"{late.Cycle}.{late.Superior}.{late.DueAt.ToUniversalTime():yyyyMMddHHmmss}.{late.Stage}.{EventNotices.UnitsOverdue}");

    private static Letter Waiting(ReportSubmitted submitted, Surroundings around, string superior) => Letter.To(
        superior,
        $"[Chờ duyệt] {around.Roster.NameOf(submitted.Unit)}, bản {submitted.Submitted.Number}: {around.Cycle.Terms.Title}",
        $"{around.Roster.NameOf(submitted.Unit)} đã nộp báo cáo \"{around.Cycle.Terms.Title}\" theo Kế hoạch số " +
        $"{around.Cycle.Terms.Plan.Number}; báo cáo đang chờ duyệt hoặc trả lại.",
        UnitNotices.Lines(Receipt.For(submitted.Cycle, submitted.Unit, submitted.Submitted)));

    private static Letter Withdrawn(ReportWithdrawn withdrawn, Surroundings around, string superior) => Letter.To(
        superior,
        $"[Đã rút] {around.Roster.NameOf(withdrawn.Unit)}, bản {withdrawn.Version}: {around.Cycle.Terms.Title}",
        $"{around.Roster.NameOf(withdrawn.Unit)} đã rút báo cáo \"{around.Cycle.Terms.Title}\", bản số {withdrawn.Version}; bản này không "
        + "còn chờ duyệt. Khi đơn vị nộp bản mới, hệ thống sẽ thông báo.",
        UnitNotices.WithdrawnBy(withdrawn));

    private static Letter TakenBack(ReturnTakenBack back, Surroundings around, string reader) => Letter.To(
        reader,
        $"[Thu hồi trả lại] {around.Roster.NameOf(back.Unit)}, bản {back.Version}: {around.Cycle.Terms.Title}",
        $"Việc trả lại báo cáo \"{around.Cycle.Terms.Title}\" của {around.Roster.NameOf(back.Unit)}, bản số {back.Version}, "
        + "đã được thu hồi. "
        + (back.IsAccepted ? "Báo cáo được duyệt như trước và được tính vào số liệu tổng hợp." : "Báo cáo lại chờ duyệt."),
        $"Người thu hồi: {back.ByName}");

    private static Letter Lacking(ReportInspected inspected, Surroundings around, string superior) => Letter.To(
        superior,
        $"[Kiểm tra hồ sơ] {around.Roster.NameOf(inspected.Unit)}, bản {inspected.Version}, hồ sơ chưa đầy đủ: {around.Cycle.Terms.Title}",
        $"Qua kiểm tra, hồ sơ của báo cáo \"{around.Cycle.Terms.Title}\" của {around.Roster.NameOf(inspected.Unit)}, bản số "
        + $"{inspected.Version}, chưa đầy đủ.",
        UnitNotices.FindingOf(inspected),
        "Kết quả kiểm tra không làm thay đổi báo cáo; nếu đơn vị phải sửa, đề nghị trả lại báo cáo.");

    private static string WhoReturned(ReportReturned returned) =>
        returned.ByLeadership ? "Lãnh đạo Viện kiểm sát nhân dân tối cao" : "Cục 2";

    private static Letter Instead(
        ObligationEvent happened, string who, string done, string reason, Surroundings around, string superior) => Letter.To(
        superior,
        $"[{char.ToUpperInvariant(done[0])}{done[1..]} thay] {who} đã {done} báo cáo của "
            + $"{around.Roster.NameOf(happened.Unit)}: {around.Cycle.Terms.Title}",
        $"{who} đã {done} thay quý Viện báo cáo \"{around.Cycle.Terms.Title}\" của {around.Roster.NameOf(happened.Unit)}.",
        $"Lý do: {reason}");

    private static Letter? Overdue(ReminderDue late, Surroundings around, string superior)
    {
        // Of all who were reminded with it, the first unit's reminder speaks for them.
        if (around.Siblings.Where(sibling => sibling.Reminded == new ReminderMark(late.DueAt, late.Stage))
            .Min(sibling => (UnitCode?)sibling.Unit) != late.Unit)
        {
            return null;
        }

        var overdue = around.Siblings.Where(sibling => sibling.Owes && sibling.AskedBy == late.DueAt).ToList();
        var named = overdue.Take(MostNamed).Select(
            sibling => $"- {around.Roster.NameOf(sibling.Unit)}{(sibling.Presented is null ? "" : " (đã trình, Thủ trưởng chưa ký)")}");
        var more = overdue.Count > MostNamed ? $"\n- và {overdue.Count - MostNamed} đơn vị khác" : "";
        return overdue.Count == 0 ? null : Letter.To(
            superior,
            $"[Quá hạn] {overdue.Count} đơn vị cấp dưới chưa nộp: {around.Cycle.Terms.Title}",
            $"Đã quá hạn {-TimeLeft.Days(late)} ngày (hạn nộp {CycleRefusals.Text(late.DueAt)}), "
            + $"{overdue.Count} đơn vị trực thuộc chưa hoàn " +
            $"thành báo cáo \"{around.Cycle.Terms.Title}\" theo Kế hoạch số {around.Cycle.Terms.Plan.Number}:",
            string.Join('\n', named) + more,
            $"Đề nghị {(late.Superior == UnitCode.Sector ? superior : "quý Viện")} đôn đốc các đơn vị nêu trên; "
            + "hệ thống đã gửi thư nhắc từng đơn vị.");
    }
}
