namespace VksServerless.Forms;

public static class FormRefusals
{
    public static Refusal Unknown { get; } = new(
        RefusalKind.NotFound, "form-unknown", "Không có biểu mẫu này", "Không có biểu mẫu mang mã và phiên bản này.");

    public static Refusal FieldUnknown(FormRef form) => new(
        RefusalKind.NotFound, "field-unknown", "Không có chỉ tiêu này", $"Biểu mẫu {form} không có chỉ tiêu này.");
}
