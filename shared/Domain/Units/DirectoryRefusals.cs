namespace VksServerless.Units;

public static class DirectoryRefusals
{
    private const string Title = "Danh bạ đơn vị không hợp lệ";

    public static Refusal Invalid(params LineErrors[] errors) =>
        new(
            RefusalKind.Invalid, "directory-invalid", Title,
            $"Có {errors.Sum(part => part.Count)} lỗi; không dòng nào được ghi. Sửa các dòng nêu dưới đây rồi gửi lại.")
        {
            Errors = [.. errors.SelectMany(part => part.InOrder)],
        };

    /// <summary>What is said of the successions on record would no longer be so.</summary>
    public static Refusal BreaksHistory(LineErrors errors) =>
        new(RefusalKind.Invalid, "directory-breaks-history", "Danh bạ trái với lịch sử kế thừa đơn vị",
            $"Có {errors.Count} lỗi; không dòng nào được ghi. Danh bạ mới phải giữ các đơn vị và ngày hiệu lực mà lịch sử ở trang Thay đổi " +
            "đơn vị đã ghi.")
        {
            Errors = errors.InOrder,
        };

    public static Refusal ChangeUnknown(string name) =>
        new(RefusalKind.NotFound, "unit-change-unknown", "Không có bộ thay đổi này", $"Hệ thống không kèm bộ thay đổi đơn vị \"{name}\".");

    /// <summary>The file is no CSV that can be taken apart into lines and columns.</summary>
    public static Refusal Unreadable(LineErrors errors) =>
        new(RefusalKind.Malformed, "directory-unreadable", "Không đọc được tệp danh bạ",
            $"Có {errors.Count} lỗi; không dòng nào được ghi. Tệp phải là CSV mã hóa UTF-8, mỗi đơn vị một dòng. Sửa các dòng nêu dưới " +
            $"đây rồi gửi lại.")
        {
            Errors = errors.InOrder,
        };

    public static Refusal TooLarge(int maxBytes) =>
        new(
            RefusalKind.TooLarge, "directory-too-large", "Tệp danh bạ quá lớn",
            $"Tệp danh bạ dài tối đa {maxBytes / (1024 * 1024)} MB. Kiểm tra lại xem có gửi nhầm tệp không.");

    public static Refusal Stale { get; } =
        new(RefusalKind.Stale, "directory-stale", "Danh bạ đã thay đổi", "Danh bạ đã được người khác sửa. Tải lại rồi sửa tiếp.");

    public static Refusal UnitUnknown(string code) =>
        new(
            RefusalKind.NotFound, "unit-unknown", "Không có đơn vị này",
            $"Không có đơn vị mang mã \"{code}\" hoặc đơn vị nằm ngoài phạm vi của bạn.");
}
