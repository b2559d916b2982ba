using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Totals;

namespace VksServerless.Notices;

/// <summary>Notices to a unit about its own report.</summary>
internal static class UnitNotices
{
    public static Letter? Of(ObligationEvent happened, Cycle cycle, Form form, Participant unit) => happened switch
    {
        UnitObliged => Obliged(cycle, form, unit),
        ReportPresented presented => Presented(presented, cycle, unit),
        ReportSentBack back => SentBack(back, cycle, unit),
        ReportSubmitted submitted => Submitted(submitted, cycle, unit),
        ReportWithdrawn withdrawn => Withdrawn(withdrawn, cycle, unit),
        ReportReturned returned => Returned(returned, cycle, form, unit),
        ReturnTakenBack back => ReturnTakenBack(back, cycle, unit),
        ReportAccepted accepted => Accepted(accepted, cycle, unit),
        ReportInspected { Finding: InspectionFinding.Lacking } inspected => Lacking(inspected, cycle, unit),
        UnitExempted exempted => Exempted(exempted, cycle, unit),
        ExemptionRevoked revoked => Revoked(revoked, cycle, unit),
        DeadlineExtended extended => Extended(extended, cycle, unit),
        ReminderDue reminder => Reminder(reminder, cycle, unit),
        _ => null,
    };

    private static Letter Obliged(Cycle cycle, Form form, Participant unit) => Letter.To(
        unit.Name,
        $"[Mở kỳ báo cáo] {cycle.Terms.Title}",
        $"Thực hiện Kế hoạch số {cycle.Terms.Plan.Number} ngày {Vietnamese.Day(cycle.Terms.Plan.Date)}, đề nghị đơn vị báo cáo " +
        $"\"{cycle.Terms.Title}\", kỳ từ {Vietnamese.Day(cycle.Terms.Period.FirstDay)} đến " +
        $"{Vietnamese.Day(cycle.Terms.Period.LastDay)}, theo {(form.IsOutline ? "đề cương" : "biểu mẫu")} \"{form.Title}\" trên Hệ thống " +
        $"báo cáo.",
        $"- Hạn nộp: {CycleRefusals.Text(cycle.FirstDueOf(unit))}\n{Closing(cycle, unit)}",
        "Báo cáo nộp sau hạn nhưng trước thời điểm khóa vẫn được nhận và được ghi là nộp muộn.");

    /// <summary>Everything that the receipt itself says.</summary>
    public static string Lines(Receipt receipt) => string.Join(
        '\n',
        $"- Số biên nhận: {receipt.Number}",
        $"- Thời điểm nhận: {InVietnam(receipt.At)} (giờ Việt Nam)",
        $"- Bản số: {receipt.Version}",
        $"- Tình trạng nộp: {(receipt.OnTime ? "đúng hạn" : "nộp muộn")}"
        + (receipt.FirstReceivedAt is { } first ? $" (bản đầu tiên nhận lúc {InVietnam(first)}, đã bị trả lại)" : ""),
        $"- Mã SHA-256 của nội dung: {receipt.Sha256}",
        $"- {(receipt.BySoftware ? "Phần mềm nộp" : "Người nộp")}: {receipt.SubmittedBy}"
        + (receipt.SignedBy is { } signed ? $"\n- Người ký duyệt: {signed}" : ""));

    private static Letter Presented(ReportPresented presented, Cycle cycle, Participant unit) => Letter.To(
        unit.Name,
        $"[Chờ ký] Báo cáo trình Thủ trưởng ký duyệt: {cycle.Terms.Title}",
        $"Báo cáo \"{cycle.Terms.Title}\" của đơn vị đã được trình ký. Báo cáo chỉ được nộp khi Thủ trưởng, hoặc người được ủy quyền, " +
        $"ký duyệt; thời hạn vẫn tính đến lúc ký.",
        $"- Lần trình: {presented.Presentation.Number}\n"
        + $"- {(presented.Presentation.BySoftware ? "Phần mềm trình" : "Người trình")}: {presented.Presentation.ByName}\n"
        + $"- Mã SHA-256 của nội dung: {presented.Presentation.Sha256}\n"
        + $"- Hạn nộp: {CycleRefusals.Text(presented.DueAt)}\n{Closing(cycle, unit)}");

    private static Letter SentBack(ReportSentBack back, Cycle cycle, Participant unit) => Letter.To(
        unit.Name,
        $"[Chưa ký] Thủ trưởng yêu cầu hoàn thiện báo cáo: {cycle.Terms.Title}",
        $"Bản trình ký báo cáo \"{cycle.Terms.Title}\" của đơn vị được {back.HeadName} trả lại để hoàn thiện; báo cáo chưa được nộp.",
        $"Lý do: {back.Reason}",
        $"Đề nghị hoàn thiện và trình ký lại trước khi kỳ báo cáo khóa:\n{Closing(cycle, unit)}");

    private static Letter Submitted(ReportSubmitted submitted, Cycle cycle, Participant unit) => Letter.To(
        unit.Name,
        $"[Biên nhận] Đã nhận báo cáo bản {submitted.Submitted.Number}: {cycle.Terms.Title}",
        $"Hệ thống đã nhận và lưu báo cáo \"{cycle.Terms.Title}\" của đơn vị.",
        Lines(Receipt.For(cycle.Id, unit.Unit, submitted.Submitted)),
        "Báo cáo đang chờ cấp trên duyệt.");

    private static Letter Returned(ReportReturned returned, Cycle cycle, Form form, Participant unit) => Letter.To(
        unit.Name,
        $"[Trả lại] Báo cáo bản {returned.Version} cần hoàn thiện: {cycle.Terms.Title}",
        $"Báo cáo \"{cycle.Terms.Title}\" của đơn vị, bản số {returned.Version}, được trả lại để hoàn thiện.",
        $"Lý do: {returned.Reason}",
        returned.Fields.Count == 0
            ? null
            : $"Nội dung cần sửa:\n{string.Join('\n', returned.Fields.Select(field => $"- {form.Find(field)?.Label ?? $"{field}"}"))}",
        returned.AnswerBy is { } limit
            ? $"Đề nghị đơn vị sửa và nộp lại chậm nhất lúc {CycleRefusals.Text(limit)}. Nếu bản trước đã nộp đúng hạn, bản nộp " +
                $"lại trong thời hạn này vẫn được ghi là đúng hạn."
            : $"Đề nghị đơn vị sửa và nộp lại trước khi kỳ báo cáo khóa:\n{Closing(cycle, unit)}");

    private static Letter ReturnTakenBack(ReturnTakenBack back, Cycle cycle, Participant unit) => Letter.To(
        unit.Name,
        $"[Thu hồi trả lại] Báo cáo bản {back.Version}: {cycle.Terms.Title}",
        $"Việc trả lại báo cáo \"{cycle.Terms.Title}\" của đơn vị, bản số {back.Version}, đã được thu hồi; đơn vị không phải nộp lại.",
        back.IsAccepted
            ? "Báo cáo đã được duyệt như trước và được tính vào số liệu tổng hợp."
            : "Báo cáo tiếp tục chờ cấp trên duyệt.",
        back.ByName.Length == 0 ? null : $"Người thu hồi: {back.ByName}");

    private static Letter Withdrawn(ReportWithdrawn withdrawn, Cycle cycle, Participant unit) => Letter.To(
        unit.Name,
        $"[Đã rút] Báo cáo bản {withdrawn.Version}: {cycle.Terms.Title}",
        $"Báo cáo \"{cycle.Terms.Title}\" của đơn vị, bản số {withdrawn.Version}, đã được rút lại và coi như chưa nộp.",
        WithdrawnBy(withdrawn),
        $"Đề nghị đơn vị nộp lại.\n{Closing(cycle, unit)}");

    public static string? WithdrawnBy(ReportWithdrawn withdrawn) => withdrawn switch
    {
        { ByName: "" } => null,
        { Reason: "" } => $"Người rút: {withdrawn.ByName}",
        _ => $"Người rút: {withdrawn.ByName}\nLý do: {withdrawn.Reason}",
    };

    private static Letter Accepted(ReportAccepted accepted, Cycle cycle, Participant unit) => Letter.To(
        unit.Name,
        $"[Đã duyệt] Báo cáo bản {accepted.Version}: {cycle.Terms.Title}",
        $"Báo cáo \"{cycle.Terms.Title}\" của đơn vị, bản số {accepted.Version}, đã được duyệt và được tính vào số liệu tổng hợp.",
        $"Số biên nhận của bản được duyệt: {Receipt.NumberOf(cycle.Id, unit.Unit, accepted.Version)}",
        accepted.InsteadBecause is { } reason ? $"Cục 2 duyệt thay cấp trên trực tiếp. Lý do: {reason}" : null);

    private static Letter Lacking(ReportInspected inspected, Cycle cycle, Participant unit) => Letter.To(
        unit.Name,
        $"[Kiểm tra hồ sơ] Báo cáo bản {inspected.Version}, hồ sơ chưa đầy đủ: {cycle.Terms.Title}",
        $"Qua kiểm tra, hồ sơ của báo cáo \"{cycle.Terms.Title}\" của đơn vị, bản số {inspected.Version}, chưa đầy đủ.",
        FindingOf(inspected),
        "Đề nghị đơn vị bổ sung hồ sơ. Kết quả kiểm tra không làm thay đổi báo cáo đã nộp; nếu phải sửa báo cáo, cấp trên sẽ trả lại.");

    public static string FindingOf(ReportInspected inspected) =>
        $"Nội dung kiểm tra: {inspected.Text}\nNgười kiểm tra: {inspected.ByName}";

    public static Letter Fallen(AdjustmentsFallen fallen, Cycle cycle, Participant unit) => Letter.To(
        unit.Name,
        $"[Điều chỉnh hết hiệu lực] Báo cáo bản {fallen.Version}: {cycle.Terms.Title}",
        $"Số liệu của đơn vị cấp dưới đã thay đổi sau khi đơn vị điều chỉnh khi tổng hợp trong báo cáo \"{cycle.Terms.Title}\", bản số "
        + $"{fallen.Version}. Các điều chỉnh của bản này không còn được tính vào số liệu; số của đơn vị cấp dưới được giữ nguyên.",
        "Nếu vẫn cần điều chỉnh, đề nghị cấp trên trả lại báo cáo rồi nộp bản mới, điều chỉnh trên số liệu hiện nay. Nếu số liệu cấp dưới "
        + "trở lại như lúc điều chỉnh, các điều chỉnh lại được tính.");

    private static Letter Exempted(UnitExempted exempted, Cycle cycle, Participant unit) => Letter.To(
        unit.Name,
        $"[Miễn báo cáo] {cycle.Terms.Title}",
        $"Đơn vị được miễn báo cáo \"{cycle.Terms.Title}\" theo Kế hoạch số {cycle.Terms.Plan.Number}.",
        $"Lý do: {exempted.Reason}",
        exempted.Left is { } version
            ? $"Bản số {version} đã được trả lại hoặc rút lại nên không được tính vào số liệu tổng hợp; đơn vị không phải nộp lại."
            : null);

    private static Letter Revoked(ExemptionRevoked revoked, Cycle cycle, Participant unit) => Letter.To(
        unit.Name,
        $"[Thu hồi miễn báo cáo] {cycle.Terms.Title}",
        $"Việc miễn báo cáo \"{cycle.Terms.Title}\" theo Kế hoạch số {cycle.Terms.Plan.Number} cho đơn vị đã được thu hồi; " +
        $"đề nghị đơn vị báo cáo.",
        $"- Hạn nộp: {CycleRefusals.Text(revoked.DueAt)}",
        revoked.GivesTimeOnly
            ? "Đơn vị được miễn sau khi hạn nộp đã qua, nên báo cáo chưa nộp đúng hạn vẫn được ghi là nộp muộn."
            : null,
        $"Lý do: {revoked.Reason}");

    private static Letter Extended(DeadlineExtended extended, Cycle cycle, Participant unit) => Letter.To(
        unit.Name,
        $"[Gia hạn] {cycle.Terms.Title}: hạn mới {CycleRefusals.Text(extended.DueAt)}",
        extended.GivesTimeOnly
            ? $"Đơn vị được thêm thời gian nộp báo cáo \"{cycle.Terms.Title}\". Gia hạn được quyết định sau khi hạn nộp của đơn vị đã " +
                $"qua, nên báo cáo chưa nộp đúng hạn vẫn được ghi là nộp muộn."
            : $"Hạn nộp báo cáo \"{cycle.Terms.Title}\" của đơn vị được gia hạn.",
        $"- Hạn nộp mới: {CycleRefusals.Text(extended.DueAt)}\n{Closing(cycle, unit)}",
        $"Lý do: {extended.Reason}");

    private static Letter Reminder(ReminderDue reminder, Cycle cycle, Participant unit)
    {
        var standing = TimeLeft.Text(reminder);
        return Letter.To(
            unit.Name,
            $"[Đôn đốc] {cycle.Terms.Title}: {standing}",
            $"Đơn vị chưa hoàn thành báo cáo \"{cycle.Terms.Title}\" theo Kế hoạch số {cycle.Terms.Plan.Number} ({standing}).",
            $"- Hạn nộp: {CycleRefusals.Text(reminder.DueAt)}\n{Closing(cycle, unit)}",
            reminder.AwaitsSignature
                ? "Báo cáo đã được trình nhưng Thủ trưởng chưa ký duyệt, nên chưa được nộp. Đề nghị Thủ trưởng, hoặc người được ủy " +
                    "quyền, xem và ký."
                : null,
            TimeLeft.IsOver(reminder)
                ? "Đề nghị đơn vị khẩn trương nộp báo cáo trước thời điểm khóa."
                : "Đề nghị đơn vị hoàn thành và nộp báo cáo đúng hạn.");
    }

    private static string Closing(Cycle cycle, Participant unit) =>
        $"- Thời điểm khóa: {CycleRefusals.Text(ClosingOf(cycle, unit))}";

    private static DateTimeOffset ClosingOf(Cycle cycle, Participant unit) =>
        cycle.Extensions.LastOrDefault(extension => extension.Units.Contains(unit.Unit))?.ClosesAt ?? cycle.FirstClosingOf(unit.Unit);

    private static string InVietnam(DateTimeOffset instant) =>
        instant.ToOffset(VietnamTime.Offset).ToString("HH:mm:ss 'ngày' dd'/'MM'/'yyyy", Vietnamese.Culture);
}
