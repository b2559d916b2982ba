namespace VksServerless.People;

public static class AccessRefusals
{
    public static Refusal NotSignedIn { get; } = new(
        RefusalKind.Unauthenticated, "not-signed-in", "Chưa đăng nhập",
        "Yêu cầu này cần mã truy cập (Bearer token) còn hiệu lực do hệ thống định danh của Ngành cấp.");

    public static Refusal NotPermitted { get; } = new(
        RefusalKind.Forbidden, "not-permitted", "Không có quyền", "Vai trò hoặc đơn vị của bạn không được làm việc này.");
}
