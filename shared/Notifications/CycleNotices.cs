using VksServerless.Cycles;
using VksServerless.Events;

namespace VksServerless.Notifications;

/// <summary>What is told of the cycle as a whole.</summary>
internal static class CycleNotices
{
    public static Letter LaidBefore(ReportLaidBefore laid, Cycle cycle, string recipient) => Letter.To(
        recipient,
        $"[Trình duyệt] Báo cáo tổng hợp: {cycle.Terms.Title}",
        $"Báo cáo tổng hợp toàn Ngành \"{cycle.Terms.Title}\" theo Kế hoạch số {cycle.Terms.Plan.Number} đã được lập và đang chờ lãnh đạo duyệt trên Hệ thống báo cáo (cần {cycle.Terms.ApprovalsNeeded} người duyệt).",
        $"- Mã kiểm chứng (SHA-256): {laid.Digest}",
        "Nếu báo cáo được lập lại do số liệu thay đổi, mã kiểm chứng sẽ khác và các lượt duyệt trước không còn giá trị.");

    public static Letter Cancelled(CycleCancelled cancelled, Cycle cycle, string unit) => Letter.To(
        unit,
        $"[Hủy kỳ báo cáo] {cycle.Terms.Title}",
        $"Kỳ báo cáo \"{cycle.Terms.Title}\" theo Kế hoạch số {cycle.Terms.Plan.Number} đã được hủy; đơn vị không phải nộp báo cáo của kỳ này.",
        $"Lý do: {cancelled.Reason}");

    public static Letter Published(CyclePublished published, Cycle cycle, string recipient) => Letter.To(
        recipient,
        $"[Công bố] Báo cáo số {published.Number}: {cycle.Terms.Title}",
        $"Báo cáo tổng hợp toàn Ngành \"{cycle.Terms.Title}\" đã được duyệt và công bố trên Hệ thống báo cáo.",
        $"- Số: {published.Number}",
        "Trân trọng gửi để biết và sử dụng.");
}
