namespace VksServerless.Reports;

public static class UploadRefusals
{
    public static Refusal Unknown { get; } = new(
        RefusalKind.NotFound, "upload-unknown", "Không có tệp đang gửi này",
        "Tệp đã gửi xong, đã hủy, hoặc gửi dở quá một ngày. Chọn lại tệp để gửi từ đầu.");

    public static Refusal TooMany { get; } = new(
        RefusalKind.Conflict, "uploads-too-many", "Quá nhiều tệp đang gửi dở",
        $"Báo cáo có {Upload.MostOfReport} tệp đang gửi dở. Gửi xong hoặc hủy bớt; tệp gửi dở quá một ngày tự được bỏ.");

    public static Refusal OtherLength { get; } = new(
        RefusalKind.Invalid, "upload-block", "Phần của tệp không đủ", "Phần vừa gửi không đúng độ dài nên không được giữ. Hãy gửi lại.");

    public static Refusal Incomplete { get; } = new(
        RefusalKind.Conflict, "upload-incomplete", "Tệp chưa gửi xong", "Còn phần chưa đến nơi; hãy gửi tiếp.");
}
