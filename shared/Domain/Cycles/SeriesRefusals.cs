namespace VksServerless.Cycles;

public static class SeriesRefusals
{
    public static Refusal Unknown(string code) => new(
        RefusalKind.NotFound, "series-unknown", "Không có chuỗi kỳ báo cáo này", $"Không tìm thấy chuỗi kỳ báo cáo \"{code}\".");

    public static Refusal CodeUnfit { get; } = new(
        RefusalKind.Invalid, "series-code-invalid", "Mã chuỗi kỳ báo cáo không hợp lệ",
        "Mã gồm 3 đến 40 ký tự a-z, 0-9 và gạch nối, không bắt đầu bằng gạch nối, ví dụ thong-ke-thang.");

    public static Refusal Invalid(IReadOnlyList<FieldError> errors) => new(
        RefusalKind.Invalid, "series-invalid", "Chuỗi kỳ báo cáo chưa hợp lệ", $"Có {errors.Count} lỗi cần sửa.")
    {
        Errors = errors,
    };

    public static Refusal TitleTaken { get; } = Invalid(
        [new FieldError("/title", "duplicate", "Đã có một chuỗi mang tên này; sửa chuỗi đó hoặc đặt tên khác.")]);

    public static Refusal Stale { get; } = new(
        RefusalKind.Stale, "series-stale", "Chuỗi kỳ báo cáo đã thay đổi",
        "Chuỗi đã được sửa hoặc vừa mở kỳ mới sau khi bạn đọc. Tải lại rồi làm tiếp.");

    public static Refusal TooMany(int most) => new(
        RefusalKind.Conflict, "series-too-many", "Quá nhiều chuỗi kỳ báo cáo",
        $"Hệ thống giữ tối đa {most} chuỗi. Sửa lại một chuỗi đã dừng thay vì lập chuỗi mới.");

    public static Refusal WaitsForParts(SeriesCode parts) => new(
        RefusalKind.Conflict, "series-waits-for-parts", "Đang chờ các kỳ thành phần",
        $"Chuỗi \"{parts}\" chưa mở hết các kỳ thuộc kỳ này; kỳ sẽ mở sau kỳ thành phần cuối cùng.");
}
