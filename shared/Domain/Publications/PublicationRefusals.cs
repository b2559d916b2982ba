using VksServerless.Cycles;

namespace VksServerless.Publications;

public static class PublicationRefusals
{
    public static Refusal Unknown { get; } = new(
        RefusalKind.NotFound, "publication-unknown", "Không có bản công bố này", "Kỳ báo cáo chưa có bản công bố mang thứ tự này.");

    public static Refusal Replaced(PublicationEntry newest) => new(
        RefusalKind.Conflict, "publication-replaced", "Báo cáo đã được thay thế",
        $"Báo cáo này đã được đính chính và thay thế bằng Báo cáo số {newest.Number}. Đọc và xác nhận đã xem báo cáo đó.");

    public static Refusal NumberTaken(ImportedReport imported) => new(
        RefusalKind.Conflict, "publication-number-taken", "Số báo cáo đã có",
        $"Số {imported.Number} của năm {imported.Date.Year} đã cấp cho báo cáo khác trên Hệ thống. Kiểm tra số, ngày trên văn bản rồi sửa "
        + "dự thảo nhập lại và bắt đầu lại; nếu kỳ nhập trước nhầm, hãy hủy kỳ đó trước.");

    public static Refusal TextInvalid(IReadOnlyList<FieldError> errors) => new(
        RefusalKind.Invalid, "sector-text-invalid", "Lời tổng hợp chưa hợp lệ", $"Có {errors.Count} lỗi cần sửa.")
    {
        Errors = errors,
    };

    public static Refusal ReplyInvalid(IReadOnlyList<FieldError> errors) => new(
        RefusalKind.Invalid, "opinion-reply-invalid", "Nội dung trả lời ý kiến chưa hợp lệ",
        $"Có {errors.Count} lỗi cần sửa; chưa ý kiến nào được ghi trả lời.")
    {
        Errors = errors,
    };
}
