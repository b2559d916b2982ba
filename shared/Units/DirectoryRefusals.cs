namespace VksServerless.Units;

public static class DirectoryRefusals
{
    private const string Title = "Danh bạ đơn vị không hợp lệ";

    public static Refusal Invalid(IReadOnlyList<FieldError> errors) =>
        new(RefusalKind.Invalid, "directory-invalid", Title, $"Có {errors.Count} lỗi; không dòng nào được ghi. Sửa các dòng nêu dưới đây rồi gửi lại.")
        {
            Errors = errors,
        };

    public static Refusal Stale { get; } =
        new(RefusalKind.Stale, "directory-stale", "Danh bạ đã thay đổi", "Danh bạ đã được người khác sửa. Tải lại rồi sửa tiếp.");

    public static Refusal UnitUnknown(string code) =>
        new(RefusalKind.NotFound, "unit-unknown", "Không có đơn vị này", $"Không có đơn vị mang mã \"{code}\" hoặc đơn vị nằm ngoài phạm vi của bạn.");
}
