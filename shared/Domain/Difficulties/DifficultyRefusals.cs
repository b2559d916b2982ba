namespace VksServerless.Difficulties;

public static class DifficultyRefusals
{
    public static Refusal Unknown(string id) => new(
        RefusalKind.NotFound, "difficulty-unknown", "Không có khó khăn, vướng mắc này",
        $"Không tìm thấy khó khăn, vướng mắc \"{id}\" hoặc nội dung nằm ngoài phạm vi của bạn.");

    public static Refusal Invalid(IReadOnlyList<FieldError> errors) => new(
        RefusalKind.Invalid, "difficulty-invalid", "Nội dung chưa hợp lệ", $"Có {errors.Count} chỗ cần sửa; mỗi chỗ được nêu dưới đây.")
    {
        Errors = errors,
    };

    public static Refusal Stale { get; } = new(
        RefusalKind.Stale, "difficulty-stale", "Khó khăn, vướng mắc đã thay đổi",
        "Nội dung đã được người khác xử lý sau khi bạn đọc. Tải lại rồi làm tiếp; việc vừa yêu cầu chưa được ghi.");

    public static Refusal NotWaiting(Difficulty difficulty) => new(
        RefusalKind.Conflict, "difficulty-not-waiting", "Không còn chờ hướng dẫn",
        $"Khó khăn, vướng mắc {(difficulty.State is DifficultyState.Closed ? "đã đóng" : "đã được hướng dẫn")}; "
        + "nếu chưa giải quyết được, đơn vị nêu ra mở lại kèm lý do.");

    public static Refusal NotAnswered { get; } = new(
        RefusalKind.Conflict, "difficulty-not-answered", "Chưa được hướng dẫn",
        "Đơn vị chỉ đóng khó khăn, vướng mắc đã được hướng dẫn; trước đó chỉ Cục 2 đóng được, kèm lý do.");

    public static Refusal ClosedAlready { get; } = new(
        RefusalKind.Conflict, "difficulty-closed", "Đã đóng", "Khó khăn, vướng mắc này đã được đóng.");

    public static Refusal StillOpen { get; } = new(
        RefusalKind.Conflict, "difficulty-still-open", "Đang chờ hướng dẫn",
        "Khó khăn, vướng mắc này chưa được hướng dẫn nên chưa có gì để mở lại.");

    public static Refusal Full { get; } = new(
        RefusalKind.Conflict, "difficulty-full", "Đã xử lý quá nhiều lần",
        "Lịch sử xử lý đã đầy. Hãy đóng lại và nêu một khó khăn, vướng mắc mới.");

    public static Refusal TooManyToday { get; } = new(
        RefusalKind.Conflict, "difficulties-too-many", "Đã nêu quá nhiều trong ngày",
        $"Mỗi đơn vị nêu tối đa {Difficulty.MostRaisedADay} khó khăn, vướng mắc một ngày. Hãy gộp các nội dung liên quan, hoặc nêu tiếp "
        + "vào ngày mai.");

    public static Refusal LimitImpossible { get; } = new(
        RefusalKind.Invalid, "difficulty-limit", "Thời hạn không hợp lệ", "Thời hạn hướng dẫn phải ở tương lai và không sau năm 2100.");

    public static Refusal AssigneeUnknown(string unit) => new(
        RefusalKind.Invalid, "difficulty-assignee", "Không phân công được cho đơn vị này",
        $"Không có đơn vị đang hoạt động mang mã \"{unit}\" trong danh bạ.");

    public static Refusal PageUnknown { get; } = new(
        RefusalKind.Malformed, "difficulty-page", "Danh sách đã thay đổi",
        "Danh sách đã thay đổi từ khi bạn mở trang trước. Hãy lọc lại từ đầu.");

    public static Refusal QueryWrong { get; } = new(
        RefusalKind.Malformed, "difficulty-query", "Điều kiện lọc không hợp lệ",
        "state là một trong raised, reopened, assigned, answered, closed; overdue=true không đi cùng state; unit và assignee là mã đơn " +
        "vị, chỉ nêu một trong hai.");
}
