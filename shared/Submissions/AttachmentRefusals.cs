namespace VksServerless.Submissions;

public static class AttachmentRefusals
{
    public static Refusal Exists(string id) => new(
        RefusalKind.Conflict,
        "attachment-exists",
        "Tệp đính kèm đã có",
        $"Mã \"{id}\" đã được dùng cho một tệp khác của báo cáo này. Tệp đã lưu không thay đổi; hãy gửi tệp mới với mã khác.");
}
