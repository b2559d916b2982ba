namespace VksServerless.Forms;

public static class FormRefusals
{
    public static Refusal Unknown { get; } = new(
        RefusalKind.NotFound, "form-unknown", "Không có biểu mẫu này", "Không có biểu mẫu mang mã và phiên bản này.");

    public static Refusal FieldUnknown(FormRef form) => new(
        RefusalKind.NotFound, "field-unknown", "Không có chỉ tiêu này", $"Biểu mẫu {form} không có chỉ tiêu này.");

    public static Refusal Invalid(IReadOnlyList<FieldError> errors) => new(
        RefusalKind.Invalid, "form-invalid", "Biểu mẫu chưa dùng được", $"Có {errors.Count} chỗ cần sửa; mỗi chỗ được nêu dưới đây.")
    {
        Errors = errors,
    };

    public static Refusal TooLarge(int mostKilobytes) => new(
        RefusalKind.TooLarge, "form-too-large", "Biểu mẫu quá lớn",
        $"Biểu mẫu dài tối đa {mostKilobytes} KB; hãy rút gọn phần hướng dẫn và danh sách lựa chọn, hoặc tách thành nhiều biểu mẫu.");

    public static Refusal OtherName(FormRef form) => new(
        RefusalKind.Invalid, "form-name", "Mã hoặc phiên bản không khớp",
        $"Tệp biểu mẫu phải mang mã và phiên bản như trên đường dẫn: {form}.");

    public static Refusal NotNext(FormRef form, int next) => new(
        RefusalKind.Conflict, "form-version", "Không phải phiên bản kế tiếp",
        $"Phiên bản kế tiếp của {form.Code} là {next}; các phiên bản đã ban hành không thay đổi được.");
}
