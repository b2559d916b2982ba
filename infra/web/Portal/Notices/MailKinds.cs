using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Notices;
using VksServerless.Reports;
using VksServerless.Totals;

namespace VksServerless.Web.Portal.Notices;

/// <summary>What the mails of a kind are called.</summary>
internal static class MailKinds
{
    /// <summary>Every kind; several may be called the same.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        [nameof(UnitObliged)] = "Mở kỳ",
        [nameof(ReportPresented)] = "Chờ ký",
        [nameof(ReportSentBack)] = "Chưa ký",
        [nameof(ReportSubmitted)] = "Biên nhận",
        [EventNotices.ReportWaiting] = "Chờ duyệt",
        [EventNotices.UnitsOverdue] = "Quá hạn",
        [nameof(ReportWithdrawn)] = "Đã rút",
        [nameof(ReportReturned)] = "Trả lại",
        [nameof(ReportAccepted)] = "Đã duyệt",
        [nameof(ReportInspected)] = "Kiểm tra hồ sơ",
        [nameof(ReturnTakenBack)] = "Thu hồi trả lại",
        [EventNotices.OthersReturnTakenBack] = "Thu hồi trả lại",
        [nameof(UnitExempted)] = "Miễn báo cáo",
        [nameof(AdjustmentsFallen)] = "Điều chỉnh hết hiệu lực",
        [nameof(DeadlineExtended)] = "Gia hạn",
        [nameof(ReminderDue)] = "Đôn đốc",
        [nameof(ReportLaidBefore)] = "Trình duyệt",
        [nameof(CycleCancelled)] = "Hủy kỳ",
        [nameof(CyclePublished)] = "Công bố",
        [nameof(MilestoneDue)] = "Nhắc việc",
        [nameof(UnitsTakenOver)] = "Kế thừa",
        [EventNotices.JudgedInstead] = "Duyệt thay",
        [nameof(SectorReportRefused)] = "Không duyệt",
        [DeskNotices.DifficultiesInReport] = "Khó khăn trong báo cáo",
        [DeskNotices.DifficultiesOverdue] = "Quá hạn hướng dẫn",
        [nameof(DifficultyRaised)] = "Khó khăn, vướng mắc",
        [nameof(DifficultyAssigned)] = "Phân công hướng dẫn",
        [nameof(DifficultyAnswered)] = "Hướng dẫn",
        [nameof(DifficultyClosed)] = "Đóng vướng mắc",
        [nameof(DifficultyReopened)] = "Mở lại vướng mắc",
    };

    public static string NameOf(string kind) => All.GetValueOrDefault(kind, "Khác");
}
