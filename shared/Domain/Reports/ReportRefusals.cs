using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Reports;

public static class ReportRefusals
{
    public static Refusal ReceivedAt(Cycle cycle) => Invalid([new FieldError(
        "/receivedAt", "out-of-range",
        $"Thời điểm nhận báo cáo phải từ ngày đầu kỳ ({Vietnamese.Day(cycle.Terms.Period.FirstDay)}) đến nay.")]);

    public static Refusal Malformed(string detail) => new(
        RefusalKind.Malformed, "body-malformed", "Không đọc được nội dung", detail);

    public static Refusal TooLarge(int limitKilobytes) => new(
        RefusalKind.TooLarge, "body-too-large", "Nội dung quá lớn",
        $"Nội dung tối đa {limitKilobytes} KB; hãy đưa tài liệu dài vào tệp đính kèm.");

    public static Refusal Invalid(IReadOnlyList<FieldError> errors) => new(
        RefusalKind.Invalid, "report-invalid", "Báo cáo chưa hợp lệ", $"Có {errors.Count} chỗ cần sửa; mỗi chỗ được nêu dưới đây.")
    {
        Errors = errors,
    };

    public static Refusal RulesBroken(IReadOnlyList<FieldError> errors) => new(
        RefusalKind.Conflict, "report-rules-broken", "Báo cáo không còn đúng quy tắc",
        $"Số liệu mà báo cáo được đối chiếu đã thay đổi sau khi nộp; nay có {errors.Count} chỗ sai quy tắc của biểu mẫu. Hãy trả lại để "
        + "đơn vị sửa.")
    {
        Errors = errors,
    };

    public static Refusal NotObliged(string unit) => new(
        RefusalKind.NotFound, "not-obliged", "Đơn vị không báo cáo trong kỳ này",
        $"Đơn vị {unit} không có nghĩa vụ báo cáo trong kỳ này, hoặc kỳ chưa mở.");

    public static Refusal SumsChanged { get; } = new(
        RefusalKind.Stale, "sums-changed", "Số liệu cấp dưới vừa thay đổi",
        "Báo cáo của cấp dưới được duyệt hoặc trả lại trong lúc bạn điều chỉnh. Xem lại các tổng dưới đây rồi gửi lại.");

    public static Refusal Stale { get; } = new(
        RefusalKind.Stale, "report-stale", "Báo cáo đã thay đổi",
        "Báo cáo đã được người khác sửa sau khi bạn đọc. Tải lại rồi làm tiếp; nội dung vừa gửi chưa được ghi.");

    public static Refusal NoDraft { get; } = new(
        RefusalKind.NotFound, "no-draft", "Chưa có dự thảo", "Đơn vị chưa lưu dự thảo nào; gửi bản đầu tiên với If-None-Match: *.");

    public static Refusal ConditionMissing { get; } = new(
        RefusalKind.ConditionMissing, "if-match-missing", "Thiếu If-Match",
        "Gửi kèm tiêu đề If-Match mang ETag của bản bạn đã đọc (\"*\" không được nhận), hoặc If-None-Match: * cho bản đầu tiên.");

    public static Refusal Closed(DateTimeOffset closesAt) => new(
        RefusalKind.Conflict, "report-closed", "Đã hết thời gian nhận báo cáo",
        $"Thời điểm khóa của đơn vị là {CycleRefusals.Text(closesAt)}. Đề nghị Cục 2 gia hạn nếu cần.");

    public static Refusal SubmittedAlready { get; } = new(
        RefusalKind.Conflict, "report-submitted-already", "Báo cáo đã nộp",
        "Báo cáo đang chờ duyệt. Rút lại trước khi sửa và nộp bản mới.");

    public static Refusal AcceptedAlready { get; } = new(
        RefusalKind.Conflict, "report-accepted-already", "Báo cáo đã được duyệt",
        "Báo cáo đã được cấp trên duyệt; cấp trên phải trả lại trước khi sửa.");

    public static Refusal NothingReturned { get; } = new(
        RefusalKind.Conflict, "nothing-returned", "Không có việc trả lại để thu hồi",
        "Chỉ thu hồi được việc trả lại khi đơn vị chưa nộp bản mới.");

    public static Refusal ReturnIsOld { get; } = new(
        RefusalKind.Conflict, "return-stands", "Không thu hồi được việc trả lại này",
        "Báo cáo được trả lại bằng phiên bản trước của hệ thống. Đề nghị đơn vị nộp lại bản ấy.");

    public static Refusal LimitNeeded { get; } = new(
        RefusalKind.Invalid, "limit-needed", "Cần nêu hạn nộp",
        "Kỳ báo cáo đã khóa hoặc hạn của đơn vị đã qua thì phải nêu đơn vị nộp chậm nhất lúc nào: một thời điểm ở tương lai; khi " +
        $"trả lại, không quá {Obligation.LongestAnswer.Days} ngày. Đến lúc đó riêng đơn vị này được nộp.");

    public static Refusal HeldUpTooLong(DateTimeOffset until) => new(
        RefusalKind.Conflict, "held-up-too-long", "Báo cáo tổng hợp không chờ lâu hơn được",
        $"Sau khi kỳ khóa, việc cấp trên trả lại chỉ giữ báo cáo tổng hợp tối đa {Obligation.LongestAnswer.Days} ngày kể từ lần trả lại "
        + $"đầu tiên, với đơn vị này là đến {CycleRefusals.Text(until)}. Nếu cần thêm thời gian, đề nghị Cục 2 trả lại "
        + "thay, kèm hạn nộp lại.");

    public static Refusal ReturnedFromAbove(string by) => new(
        RefusalKind.Forbidden, "returned-from-above", "Không thu hồi được việc trả lại của cấp trên",
        $"Báo cáo do {by} trả lại; đơn vị cấp dưới không thu hồi được. Nếu trả lại nhầm, đề nghị Cục 2 thu hồi.");

    public static Refusal NotExempt { get; } = new(
        RefusalKind.Conflict, "report-not-exempt", "Đơn vị không được miễn", "Đơn vị không thuộc diện được miễn báo cáo trong kỳ này.");

    public static Refusal ExtensionOfExempt(string unit) => new(
        RefusalKind.Conflict, "report-exempt", "Đơn vị được miễn báo cáo",
        $"Đơn vị {unit} được miễn báo cáo trong kỳ này nên không gia hạn. Nếu miễn nhầm, hãy thu hồi việc miễn.");

    public static Refusal ExtensionOfAccepted(UnitCode unit) => new(
        RefusalKind.Conflict, "report-accepted-already", "Báo cáo đã được duyệt",
        $"Báo cáo của đơn vị {unit} đã được duyệt nên không gia hạn. Nếu cần sửa, hãy trả lại báo cáo trước.");

    public static Refusal NothingSubmitted { get; } = new(
        RefusalKind.Conflict, "nothing-submitted", "Chưa có báo cáo chờ duyệt", "Đơn vị không có bản báo cáo nào đang chờ duyệt.");

    public static Refusal NewerVersion { get; } = new(
        RefusalKind.Stale, "newer-version", "Đã có bản mới hơn", "Đơn vị đã nộp bản mới hơn bản bạn xem. Tải lại rồi quyết định.");

    public static Refusal Exempt { get; } = new(
        RefusalKind.Conflict, "report-exempt", "Đơn vị được miễn báo cáo", "Đơn vị được miễn báo cáo trong kỳ này.");

    public static Refusal UnitEnded(EndedUnit ended) => new(
        RefusalKind.Conflict, "report-unit-ended", "Đơn vị đã kết thúc",
        $"Đơn vị {ended.Unit} đã kết thúc và không nộp báo cáo trong kỳ này nữa; "
        + (ended.Successors.Count == 0 ? "không có đơn vị kế thừa." : $"đơn vị kế thừa: {string.Join(", ", ended.Successors)}."));

    public static Refusal TooLateToExempt { get; } = new(
        RefusalKind.Conflict, "report-begun", "Đơn vị đã nộp báo cáo",
        "Khi kỳ đang mở chỉ miễn báo cáo được cho đơn vị chưa nộp; "
        + "khi đã khóa, cho đơn vị đang được chờ nộp hoặc nộp lại.");

    public static Refusal TooManyVersions { get; } = new(
        RefusalKind.Conflict, "report-too-many-versions", "Quá nhiều bản báo cáo",
        $"Đơn vị đã nộp {SubmittedVersion.Most} bản trong kỳ này, không nộp thêm được; hãy liên hệ Cục 2.");

    public static Refusal TooManyWithdrawals { get; } = new(
        RefusalKind.Conflict, "withdrawals-too-many", "Đã rút quá nhiều lần",
        $"Đơn vị chỉ rút báo cáo tối đa {Obligation.MostWithdrawals} lần giữa hai lần được trả lại. "
        + "Đề nghị cấp trên trả lại báo cáo để sửa.");

    public static Refusal LastVersion { get; } = new(
        RefusalKind.Conflict, "report-last-version", "Không trả lại được bản cuối cùng",
        $"Đây là bản thứ {SubmittedVersion.Most}, bản cuối cùng mà kỳ báo cáo nhận của đơn vị; trả lại thì đơn vị không nộp thêm được. "
        + "Chỉ có thể duyệt bản này.");

    public static Refusal VersionUnknown(int version) => new(
        RefusalKind.NotFound, "version-unknown", "Không có bản báo cáo này", $"Đơn vị chưa nộp bản số {version}.");

    public static Refusal AdjustmentsOutdated { get; } = new(
        RefusalKind.Conflict, "adjustments-outdated", "Điều chỉnh không còn khớp số liệu cấp dưới",
        "Số liệu của đơn vị cấp dưới đã thay đổi sau khi đơn vị điều chỉnh khi tổng hợp. Hãy trả lại báo cáo để đơn vị xem và điều chỉnh "
        + "lại trên số liệu hiện nay.");
}
