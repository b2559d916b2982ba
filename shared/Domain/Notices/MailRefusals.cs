namespace VksServerless.Notices;

public static class MailRefusals
{
    public static Refusal Unknown { get; } = new(
        RefusalKind.NotFound, "mail-unknown", "Không có thư này", "Không tìm thấy thư này. Hãy mở lại danh sách thư.");

    public static Refusal NotFailed { get; } = new(
        RefusalKind.Conflict, "mail-not-failed", "Thư này không cần gửi lại",
        "Chỉ gửi lại thư đã không gửi được. Thư này đã gửi, hoặc đang chờ gửi.");

    public static Refusal PageUnknown { get; } = new(
        RefusalKind.Malformed, "mail-page", "Danh sách đã thay đổi",
        "Danh sách đã thay đổi từ khi bạn mở trang trước. Hãy lọc lại từ đầu.");
}
