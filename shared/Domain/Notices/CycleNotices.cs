using VksServerless.Cycles;

namespace VksServerless.Notices;

/// <summary>Notices about the cycle as a whole.</summary>
internal static class CycleNotices
{
    public static Letter AwaitingApproval(ReportLaidBefore laid, Cycle cycle, string recipient) => Letter.To(
        recipient,
        $"[Trình duyệt] Báo cáo tổng hợp: {cycle.Terms.Title}",
        $"Báo cáo tổng hợp toàn Ngành \"{cycle.Terms.Title}\" theo Kế hoạch số {cycle.Terms.Plan.Number} đã được lập và đang chờ lãnh " +
        $"đạo duyệt trên Hệ thống báo cáo (cần {cycle.Terms.ApprovalsNeeded} người duyệt).",
        cycle.Correcting is { } correcting ? $"Đây là báo cáo đính chính Báo cáo số {correcting.Of}. Lý do: {correcting.Reason}" : null,
        cycle.Refused is [.., { AnsweredAt: not null } refused]
            ? $"Báo cáo được trình lại sau khi đồng chí {refused.By} trả lại với lý do: {refused.Reason}"
            : null,
        $"- Mã kiểm chứng (SHA-256): {laid.Digest}",
        "Nếu báo cáo được lập lại do có thay đổi, mã kiểm chứng sẽ khác; các lượt duyệt trước không còn giá trị và hệ thống thông báo lại.",
        Closing(recipient, null));

    public static Letter Cancelled(CycleCancelled cancelled, Cycle cycle, string unit) => Letter.To(
        unit,
        $"[Hủy kỳ báo cáo] {cycle.Terms.Title}",
        $"Kỳ báo cáo \"{cycle.Terms.Title}\" theo Kế hoạch số {cycle.Terms.Plan.Number} đã được hủy; đơn vị không phải nộp báo cáo của " +
        $"kỳ này.",
        $"Lý do: {cancelled.Reason}");

    public static Letter Refused(SectorReportRefused refused, Cycle cycle, Roster roster, string centre) => Letter.To(
        centre,
        $"[Không duyệt] Báo cáo tổng hợp: {cycle.Terms.Title}",
        $"Đồng chí {refused.RefusedBy} không duyệt báo cáo tổng hợp toàn Ngành \"{cycle.Terms.Title}\" theo Kế hoạch số " +
        $"{cycle.Terms.Plan.Number}. Đề nghị xử lý theo ý kiến dưới đây rồi trình lại trên Hệ thống báo cáo.",
        $"Lý do: {refused.Reason}",
        cycle.Refused is [.., { Units.Count: > 0 } last]
            ? $"Báo cáo của các đơn vị sau đã được trả lại để báo cáo lại: "
                + string.Join(", ", last.Units.Select(roster.NameOf)) + "."
            : null);

    public static Letter Published(Issued issued, Cycle cycle, string recipient)
    {
        var (entry, units) = issued;
        return Letter.To(
            recipient,
            $"[{(entry.Correction is null ? "Công bố" : "Đính chính")}] Báo cáo số {entry.Number}: {cycle.Terms.Title}",
            $"Báo cáo tổng hợp toàn Ngành \"{cycle.Terms.Title}\" theo Kế hoạch số {cycle.Terms.Plan.Number} đã được duyệt và công bố " +
            $"trên Hệ thống báo cáo.",
            entry.Correction is { } correction
                ? $"Báo cáo này đính chính và thay thế báo cáo số {correction.Of}. Lý do: {correction.Reason}"
                : null,
            $"- Số: {entry.Number}\n- "
                + (entry.ImportedAt is null
                    ? $"Công bố lúc: {CycleRefusals.Text(entry.At)}\n"
                    : $"Ngày: {Vietnamese.Day(VietnamTime.DayOf(entry.At))} (báo cáo đã ban hành, được nhập vào Hệ thống)\n")
                + $"- Tình hình nộp: {units.Received}/{units.Expected} đơn vị đã nộp; đúng hạn {units.OnTime}, muộn {units.Late}, chưa " +
                    $"nộp {units.Missing}\n"
                + $"- Mã kiểm chứng (SHA-256): {entry.Digest}",
            Closing(recipient, "Trân trọng gửi để biết và sử dụng."));
    }

    /// <summary>Leaders are asked for a judgement; others are told.</summary>
    private static string? Closing(string recipient, string? others) =>
        recipient.Contains("Phó Viện trưởng", StringComparison.Ordinal) ? "Kính trình đồng chí Phó Viện trưởng xem xét, cho ý kiến."
        : recipient.Contains("Viện trưởng", StringComparison.Ordinal) ? "Kính trình đồng chí Viện trưởng xem xét, cho ý kiến."
        : recipient.Contains("Lãnh đạo", StringComparison.OrdinalIgnoreCase) ? "Kính trình lãnh đạo xem xét, cho ý kiến."
        : others;
}
