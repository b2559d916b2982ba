namespace VksServerless.Reports;

public static class AttachmentRefusals
{
    public static Refusal KindNotTaken(string mediaType) => new(
        RefusalKind.UnsupportedKind, "attachment-kind", "Loại tệp không được nhận",
        $"Không nhận tệp loại \"{(mediaType.Length > 100 ? mediaType[..100] : mediaType)}\"; nhận pdf, docx, xlsx, pptx, zip, png, jpg.");

    public static Refusal NameNotTaken(string extension) => new(
        RefusalKind.Invalid, "attachment-name", "Tên tệp không hợp lệ",
        $"Tên tệp chỉ gồm chữ, số, dấu cách và - _ . ( ) , +, tối đa 150 ký tự, và phải có đuôi {extension}.");

    public static Refusal LengthMissing { get; } = new(
        RefusalKind.Malformed, "attachment-length-missing", "Thiếu độ dài tệp", "Gửi kèm Content-Length lớn hơn 0.");

    public static Refusal HashMissing { get; } = new(
        RefusalKind.Malformed, "attachment-hash-missing", "Thiếu mã băm của tệp", "Gửi kèm Content-Digest: sha-256=:<base64>: (RFC 9530).");

    public static Refusal TooLarge { get; } = new(
        RefusalKind.TooLarge, "attachment-too-large", "Tệp quá lớn", "Mỗi tệp tối đa 100 MB.");

    public static Refusal TooMany(int most) => new(
        RefusalKind.Conflict, "attachment-too-many", "Quá nhiều tệp",
        $"Báo cáo có tối đa {most} tệp đính kèm. Bỏ bớt tệp chưa nộp rồi đính kèm lại; mỗi lần được cấp trên trả lại, báo cáo nhận thêm "
        + $"{AttachmentRules.MostFiles} tệp.");

    public static Refusal TooManyDocuments { get; } = new(
        RefusalKind.Conflict, "attachment-too-many", "Quá nhiều tài liệu",
        $"Mỗi kỳ báo cáo có tối đa {AttachmentRules.MostDocuments} tài liệu; gộp các tệp nhỏ thành một tệp.");

    public static Refusal KindOfDocument { get; } = new(
        RefusalKind.Invalid, "document-kind", "Thiếu loại tài liệu",
        "Ghi ?kind=plan (kế hoạch), draft (dự thảo) hoặc other (tài liệu khác).");

    public static Refusal HandedOut { get; } = new(
        RefusalKind.Conflict, "document-handed-out", "Tài liệu đã phát hành",
        "Kỳ báo cáo đã bắt đầu, các đơn vị có thể đã dùng tài liệu này. Đính kèm thêm bản mới thay cho việc bỏ bản cũ.");

    public static Refusal HandedIn { get; } = new(
        RefusalKind.Conflict, "attachment-handed-in", "Tệp đã nộp", "Tệp thuộc một bản báo cáo đã nộp hoặc đã trình nên được giữ lại.");

    public static Refusal OtherLength(long announced, long received) => new(
        RefusalKind.Invalid, "attachment-length", "Tệp không đủ",
        $"Đã báo {announced} byte nhưng nhận được {received} byte; tệp không được lưu. Hãy gửi lại.");

    public static Refusal OtherHash { get; } = new(
        RefusalKind.Invalid, "attachment-hash", "Tệp bị sai lệch",
        "Mã băm SHA-256 của tệp nhận được khác mã đã báo; tệp không được lưu. Hãy gửi lại.");

    public static Refusal OtherKind(string announced) => new(
        RefusalKind.UnsupportedKind, "attachment-content", "Nội dung tệp không đúng loại",
        $"Nội dung không phải là {announced}; tệp không được lưu.");

    public static Refusal Active(string what) => new(
        RefusalKind.Invalid, "attachment-active", "Tệp chứa nội dung chạy được",
        $"Không nhận tệp này: {what}. Hãy lưu lại dưới dạng không có macro hoặc lệnh rồi gửi lại; tệp không được lưu.");

    public static Refusal ArchiveUnreadable { get; } = new(
        RefusalKind.Invalid, "attachment-archive", "Không đọc được tệp nén",
        $"Tệp nén hỏng, thiếu mục lục, hoặc có quá {ArchiveRules.MostEntries} mục; tệp không được lưu.");

    public static Refusal ArchiveNames { get; } = new(
        RefusalKind.Invalid, "attachment-archive-names", "Tên trong tệp nén không hợp lệ",
        "Tệp nén có mục trùng tên hoặc có tên dẫn ra ngoài thư mục giải nén; tệp không được lưu.");

    public static Refusal ArchiveBomb { get; } = new(
        RefusalKind.Invalid, "attachment-archive-ratio", "Tệp nén bất thường",
        "Tệp nén khai dung lượng giải nén lớn bất thường; tệp không được lưu.");

    public static Refusal Another { get; } = new(
        RefusalKind.Stale, "attachment-stale", "Tệp không phải tệp bạn đã xem",
        "Mã trong If-Match khác mã của tệp này. Tải lại danh sách tệp rồi làm tiếp.");

    public static Refusal Unknown(string id) => new(
        RefusalKind.NotFound, "attachment-unknown", "Không có tệp này", $"Báo cáo không có tệp mang mã \"{id}\".");
}
