using VksServerless.Cycles;
using VksServerless.Notices;
using VksServerless.Reports;
using VksServerless.Totals;

namespace VksServerless.Documents.Notices;

/// <summary>The mails that were written, as a page to look through, newest first.</summary>
public static class MailboxPage
{
    private static readonly Func<object, ReadOnlyMemory<byte>> Page = Templates.Compile(nameof(MailboxPage));

    /// <summary>What the mails of a kind are called.</summary>
    public static string NameOf(string kind) => kind switch
    {
        nameof(UnitObliged) => "Mở kỳ",
        nameof(ReportPresented) => "Chờ ký",
        nameof(ReportSentBack) => "Chưa ký",
        nameof(ReportSubmitted) => "Biên nhận",
        EventNotices.ReportWaiting => "Chờ duyệt",
        EventNotices.UnitsOverdue => "Quá hạn",
        nameof(ReportWithdrawn) => "Đã rút",
        nameof(ReportReturned) => "Trả lại",
        nameof(ReportAccepted) => "Đã duyệt",
        nameof(ReportInspected) => "Kiểm tra hồ sơ",
        nameof(ReturnTakenBack) or EventNotices.OthersReturnTakenBack => "Thu hồi trả lại",
        nameof(UnitExempted) => "Miễn báo cáo",
        nameof(AdjustmentsFallen) => "Điều chỉnh hết hiệu lực",
        nameof(DeadlineExtended) => "Gia hạn",
        nameof(ReminderDue) => "Đôn đốc",
        nameof(ReportLaidBefore) => "Trình duyệt",
        nameof(CycleCancelled) => "Hủy kỳ",
        nameof(CyclePublished) => "Công bố",
        nameof(MilestoneDue) => "Nhắc việc",
        nameof(UnitsTakenOver) => "Kế thừa",
        EventNotices.JudgedInstead => "Duyệt thay",
        nameof(SectorReportRefused) => "Không duyệt",
        _ => kind,
    };

    /// <param name="mails">Those that are shown.</param>
    /// <param name="total">How many there are.</param>
    public static ReadOnlyMemory<byte> Render(IReadOnlyList<LoggedMail> mails, int total) => Page(new MailboxView(
        Written.Count(total),
        mails.Count == total ? "" : Written.Count(mails.Count),
        [.. mails.OrderByDescending(mail => mail.RecordedAt).ThenBy(mail => mail.Mail.Key, StringComparer.Ordinal).Select(MailView.Of)]));
}

/// <param name="Shown">Empty: all of them.</param>
internal sealed record MailboxView(string Total, string Shown, IReadOnlyList<MailView> Mails);

internal sealed record MailView(string To, string Subject, string Kind, string At, bool Waiting, string? Refused, string Text)
{
    public static MailView Of(LoggedMail logged) => new(
        logged.Mail.To,
        logged.Mail.Subject,
        MailboxPage.NameOf(logged.Mail.Kind),
        Written.Instant(logged.SentAt ?? logged.Refused?.At ?? logged.RecordedAt),
        logged is { SentAt: null, Refused: null },
        logged.Refused?.Why,
        logged.Mail.Text);
}
