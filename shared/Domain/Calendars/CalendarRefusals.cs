namespace VksServerless.Calendars;

public static class CalendarRefusals
{
    /// <summary>Working days of a year whose list nobody has given are not guessed.</summary>
    public static Refusal YearMissing(int year) => new(
        RefusalKind.Invalid, "calendar-missing", "Chưa có lịch nghỉ lễ",
        $"Chưa có danh sách ngày nghỉ lễ năm {year} nên không tính được ngày làm việc. Nhập danh sách năm {year} rồi làm lại.");

    public static Refusal Unknown(string year) => new(
        RefusalKind.NotFound, "calendar-unknown", "Không có lịch của năm này", $"Không có danh sách ngày nghỉ lễ của năm \"{year}\".");

    public static Refusal Invalid(IReadOnlyList<FieldError> errors) => new(
        RefusalKind.Invalid, "calendar-invalid", "Danh sách ngày nghỉ lễ không hợp lệ", $"Có {errors.Count} lỗi cần sửa.")
    {
        Errors = errors,
    };

    public static Refusal Stale { get; } = new(
        RefusalKind.Stale, "calendar-stale", "Danh sách ngày nghỉ lễ đã thay đổi",
        "Danh sách đã được người khác sửa. Tải lại rồi sửa tiếp.");
}
