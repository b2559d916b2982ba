using System.Globalization;
using VksServerless.Units;

namespace VksServerless.Cycles;

public static class CycleRefusals
{
    public static Refusal Unknown(string id) => new(
        RefusalKind.NotFound, "cycle-unknown", "Không có kỳ báo cáo này", $"Không tìm thấy kỳ báo cáo \"{id}\".");

    public static Refusal Invalid(IReadOnlyList<FieldError> errors) => new(
        RefusalKind.Invalid, "cycle-invalid", "Kỳ báo cáo chưa hợp lệ", $"Có {errors.Count} lỗi cần sửa.")
    {
        Errors = errors,
    };

    public static Refusal NotAccepted(UnitCode unit) => new(
        RefusalKind.Conflict, "not-accepted", "Đơn vị không có báo cáo đã duyệt",
        $"Báo cáo của đơn vị {unit} không nằm trong báo cáo tổng hợp, nên không thể yêu cầu báo cáo lại.");

    public static Refusal NothingRefused { get; } = new(
        RefusalKind.Conflict, "nothing-refused", "Báo cáo tổng hợp không bị trả lại",
        "Chỉ trình lại báo cáo tổng hợp mà lãnh đạo đã trả lại.");

    public static Refusal Stale { get; } = new(
        RefusalKind.Stale, "cycle-stale", "Kỳ báo cáo đã thay đổi", "Kỳ báo cáo đã được sửa sau khi bạn đọc. Tải lại rồi làm tiếp.");

    public static Refusal NotDraft(Cycle cycle) => new(
        RefusalKind.Conflict, "cycle-not-draft", "Kỳ báo cáo không còn là dự thảo",
        $"Kỳ báo cáo {Now(cycle)}; chỉ dự thảo mới sửa hoặc bắt đầu được.");

    public static Refusal NotOpen(Cycle cycle) => new(
        RefusalKind.Conflict, "cycle-not-open", "Kỳ báo cáo không mở",
        $"Kỳ báo cáo {Now(cycle)}; việc này chỉ làm được khi kỳ đang mở.{WayOn(cycle)}");

    public static Refusal Opening(Cycle cycle) => new(
        RefusalKind.Conflict, "cycle-opening", "Kỳ báo cáo đang được mở",
        (cycle.Terms.OpensAt is { } at
            ? $"Kỳ báo cáo mở lúc {Text(at)}, khi nghĩa vụ của các đơn vị được lập"
            : "Nghĩa vụ của các đơn vị đang được lập") + "; xin thử lại sau giây lát.");

    public static Refusal Ended(Cycle cycle) => new(
        RefusalKind.Conflict, "cycle-ended", "Kỳ báo cáo đã kết thúc", $"Kỳ báo cáo {Now(cycle)}, không hủy được nữa.");

    public static Refusal SectorReportWritten(Cycle cycle) => new(
        RefusalKind.Conflict, "cycle-ended", "Báo cáo tổng hợp đã xong",
        $"Kỳ báo cáo {Now(cycle)}, không thêm gì vào báo cáo tổng hợp được nữa.{WayOn(cycle)}");

    public static Refusal Imported(Cycle cycle) => new(
        RefusalKind.Conflict, "cycle-imported", "Kỳ báo cáo đã qua, được nhập lại",
        $"Kỳ báo cáo này được nhập theo {cycle.Terms.Imported}. Chỉ Cục 2 nhập hoặc nhập lại báo cáo của từng đơn vị và "
        + "miễn báo cáo; đơn vị không nộp, không ai duyệt hay trả lại báo cáo, không gia hạn và không thay đổi đơn vị.");

    public static Refusal NotImported { get; } = new(
        RefusalKind.Conflict, "cycle-not-imported", "Không phải kỳ báo cáo nhập lại",
        "Chỉ nhập thay báo cáo của đơn vị vào kỳ đã qua, có nêu báo cáo đã ban hành (imported). Ở kỳ báo cáo này đơn vị tự nộp.");

    public static Refusal AlreadyOver(DateTimeOffset closesAt) => new(
        RefusalKind.Conflict, "cycle-already-over", "Thời điểm khóa đã qua",
        $"Thời điểm khóa {Text(closesAt)} đã qua; sửa dự thảo rồi bắt đầu lại.");

    public static Refusal DeadlinesPassed(DateTimeOffset last) => new(
        RefusalKind.Conflict, "cycle-deadlines-passed", "Mọi hạn nộp đã qua",
        $"Hạn nộp cuối cùng, {Text(last)}, đã qua nên đơn vị nào cũng sẽ nộp muộn; sửa hạn nộp trong dự thảo rồi bắt đầu lại.");

    public static Refusal ExtensionBackwards { get; } = new(
        RefusalKind.Invalid, "extension-backwards", "Gia hạn không hợp lệ",
        "Hạn mới phải ở tương lai, không sau năm 2100, và sau hạn đang có; thời điểm khóa không được trước hạn mới, cũng không sớm hơn " +
        "thời điểm khóa đang có.");

    public static Refusal ReopenedTooLong { get; } = new(
        RefusalKind.Invalid, "reopened-too-long", "Hạn nộp quá xa",
        $"Báo cáo tổng hợp phải chờ đơn vị được gia hạn hoặc bị thu hồi việc miễn, nên hạn nộp riêng của đơn vị không được quá " +
        $"{Extension.LongestReopening.Days} ngày kể từ bây giờ (khi kỳ chưa đến thời điểm khóa: không quá thời điểm khóa). Hãy kiểm tra " +
        "lại năm, tháng, ngày; nếu cần, có thể gia hạn tiếp sau.");

    public static Refusal TooManyExtensions { get; } = new(
        RefusalKind.Conflict, "extensions-too-many", "Quá nhiều lần gia hạn",
        "Danh sách gia hạn của kỳ báo cáo đã đầy. Gộp các đơn vị có cùng hạn vào một lần và viết lý do ngắn hơn.");

    public static Refusal UnitChangeDay(Cycle cycle) => new(
        RefusalKind.Invalid, "unit-change-day", "Ngày áp dụng không hợp lệ",
        $"Ngày áp dụng thay đổi đơn vị phải từ ngày kỳ báo cáo mở ({Vietnamese.Day(VietnamTime.DayOf(cycle.OpenedAt!.Value))}) đến hôm " +
        $"nay.");

    public static Refusal TakesNoUnitChanges(Cycle cycle) => new(
        RefusalKind.Conflict, "cycle-not-open", "Kỳ báo cáo không mở",
        $"Kỳ báo cáo {Now(cycle)}; thay đổi đơn vị được áp dụng từ khi kỳ mở đến khi báo cáo tổng hợp được duyệt, và khi đang đính chính."
        + WayOn(cycle));

    public static Refusal ChangingUnits { get; } = new(
        RefusalKind.Conflict, "cycle-changing-units", "Đang áp dụng thay đổi đơn vị",
        "Một lần thay đổi đơn vị đang được áp dụng vào kỳ báo cáo; xin thử lại sau giây lát.");

    public static Refusal TooManyUnitChanges { get; } = new(
        RefusalKind.Conflict, "unit-changes-too-many", "Quá nhiều lần thay đổi đơn vị",
        "Danh sách thay đổi đơn vị của kỳ báo cáo đã đầy; các đơn vị còn lại xin miễn báo cáo và lập kỳ báo cáo khác.");

    public static Refusal ListOfUnits(int most) => new(
        RefusalKind.Invalid, "unit-list-length", "Danh sách đơn vị không hợp lệ", $"Nêu từ 1 đến {most} đơn vị trong một lần.");

    public static Refusal NothingToApprove(Cycle cycle) => new(
        RefusalKind.Conflict, "nothing-to-approve", "Chưa có báo cáo chờ duyệt",
        $"Kỳ báo cáo {Now(cycle)}; chưa có báo cáo tổng hợp chờ duyệt.");

    public static Refusal TooManyRefusals { get; } = new(
        RefusalKind.Conflict, "refusals-too-many", "Đã trả lại quá nhiều lần",
        $"Báo cáo tổng hợp của kỳ này đã bị trả lại {RefusedReport.Most} lần. Duyệt báo cáo rồi yêu cầu Cục 2 mở đính chính.");

    public static Refusal ReportChanged { get; } = new(
        RefusalKind.Stale, "report-changed", "Báo cáo tổng hợp đã thay đổi",
        "Số liệu đã thay đổi sau bản bạn xem. Tải lại bản mới rồi duyệt.");

    public static Refusal ApprovedBefore { get; } = new(
        RefusalKind.Conflict, "approved-before", "Bạn đã duyệt", "Mỗi người chỉ duyệt một lần cho một bản báo cáo.");

    public static Refusal NotPublished(Cycle cycle) => new(
        RefusalKind.Conflict, "not-published", "Chưa đính chính được",
        cycle.Phase is CyclePhase.Published && cycle.Correcting is null
            ? "Chưa mở đính chính bản đã công bố; mở đính chính kèm lý do trước."
            : $"Kỳ báo cáo {Now(cycle)}; chỉ bản đã công bố mới đính chính được.");

    public static Refusal CorrectingAlready { get; } = new(
        RefusalKind.Conflict, "correcting-already", "Đang đính chính", "Một lần đính chính đang được thực hiện.");

    /// <summary>dd/MM/yyyy HH:mm in Vietnam.</summary>
    public static string Text(DateTimeOffset instant) =>
        instant.ToOffset(VietnamTime.Offset).ToString("HH:mm 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string WayOn(Cycle cycle) => cycle.Phase switch
    {
        CyclePhase.AwaitingApproval when cycle.IsApproved =>
            " Báo cáo tổng hợp đã được duyệt và đang được công bố; sau đó đề nghị Cục 2 mở đính chính.",
        CyclePhase.Closed or CyclePhase.AwaitingApproval =>
            " Để riêng một đơn vị được nộp: cấp trên trả lại báo cáo kèm hạn nộp lại, hoặc Cục 2 gia hạn cho đơn vị.",
        CyclePhase.Published when cycle.Correcting is null => " Đề nghị Cục 2 mở đính chính bản đã công bố.",
        _ => "",
    };

    private static string Now(Cycle cycle) => cycle.Phase switch
    {
        CyclePhase.Draft => "đang là dự thảo",
        CyclePhase.Starting => "đang được mở",
        CyclePhase.Open => "đang mở",
        CyclePhase.Closed => "đã khóa",
        CyclePhase.AwaitingApproval => "đang chờ duyệt",
        CyclePhase.Published published => $"đã công bố số {published.Number}",
        _ => "đã hủy",
    };
}
