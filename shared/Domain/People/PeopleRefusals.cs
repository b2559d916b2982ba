using VksServerless.Units;

namespace VksServerless.People;

public static class PeopleRefusals
{
    public static Refusal Invalid(LineErrors errors) => new(
        RefusalKind.Invalid, "people-invalid", "Danh sách cán bộ không hợp lệ",
        $"Có {errors.Count} lỗi; không dòng nào được ghi. Sửa các dòng nêu dưới đây rồi gửi lại.")
    {
        Errors = errors.InOrder,
    };

    /// <summary>The file is no CSV that can be taken apart into lines and columns.</summary>
    public static Refusal Unreadable(LineErrors errors) => new(
        RefusalKind.Malformed, "people-unreadable", "Không đọc được danh sách cán bộ",
        $"Có {errors.Count} lỗi; không dòng nào được ghi. Tệp phải là CSV mã hóa UTF-8, mỗi vai trò của một người một dòng. Sửa các " +
        $"dòng nêu dưới đây rồi gửi lại.")
    {
        Errors = errors.InOrder,
    };

    public static Refusal TooLarge(int maxBytes) => new(
        RefusalKind.TooLarge, "people-too-large", "Danh sách cán bộ quá lớn",
        $"Tệp danh sách cán bộ dài tối đa {maxBytes / (1024 * 1024)} MB. Kiểm tra lại xem có gửi nhầm tệp không.");

    public static Refusal Stale { get; } = new(
        RefusalKind.Stale, "people-stale", "Danh sách cán bộ đã thay đổi",
        "Danh sách cán bộ đã được người khác sửa. Tải lại, xem các thay đổi rồi gửi lại.");

    public static Refusal DryRunInvalid { get; } = new(
        RefusalKind.Malformed, "dry-run-invalid", "Không rõ chỉ thử hay ghi", "dryRun phải là true (chỉ xem thay đổi) hoặc false (ghi).");

    /// <summary>Signed in, and nobody has given this person anything to do.</summary>
    /// <param name="contact">Whom to ask.</param>
    public static Refusal NothingAssigned(string contact) => new(
        RefusalKind.Forbidden, "person-unknown-here", "Chưa được giao vai trò nào",
        $"Bạn đã đăng nhập nhưng hôm nay chưa được giao vai trò nào trong hệ thống. Liên hệ: {contact}.");

    /// <summary>Several posts today, and it is not said which.</summary>
    public static Refusal PostNeeded(IReadOnlyList<Caller> posts) => new(
        RefusalKind.Forbidden, "post-needed", "Cần chọn vai trò",
        $"Bạn có nhiều vai trò hôm nay; chọn một bằng tiêu đề Vks-Post: {Listed(posts)}.");

    public static Refusal PostNotHeld(IReadOnlyList<Caller> posts) => new(
        RefusalKind.Forbidden, "post-not-held", "Không giữ vai trò này",
        $"Hôm nay bạn không giữ vai trò đã chọn (Vks-Post). Các vai trò của bạn: {Listed(posts)}.");

    private static string Listed(IEnumerable<Caller> posts) => string.Join(
        "; ", posts.Select(post => $"{post.Post} ({RoleText.InWords(post.Role)}, {post.Unit})"));
}
