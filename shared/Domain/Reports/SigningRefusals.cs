namespace VksServerless.Reports;

public static class SigningRefusals
{
    public static Refusal SignatureNeeded { get; } = new(
        RefusalKind.Conflict, "signature-needed", "Báo cáo cần Thủ trưởng ký duyệt",
        "Báo cáo này chỉ được nhận khi Thủ trưởng đơn vị, hoặc người được ủy quyền, không phải người lập, đã ký duyệt. Hãy trình ký " +
        "(present); khi được ký (sign), báo cáo được nộp.");

    public static Refusal NotDemanded { get; } = new(
        RefusalKind.Conflict, "signature-not-needed", "Kỳ này không cần trình ký",
        "Kỳ báo cáo không yêu cầu Thủ trưởng ký duyệt; hãy nộp báo cáo (submit).");

    public static Refusal NotSignatory { get; } = new(
        RefusalKind.Forbidden, "not-signatory", "Không có quyền ký duyệt",
        "Chỉ Thủ trưởng đơn vị, hoặc người được Thủ trưởng ủy quyền còn hiệu lực hôm nay, được ký duyệt hoặc trả lại bản trình.");

    public static Refusal WithdrawalNeedsSignatory { get; } = new(
        RefusalKind.Forbidden, "withdrawal-needs-signatory", "Cần Thủ trưởng rút báo cáo",
        "Báo cáo do Thủ trưởng, hoặc người được ủy quyền, ký nộp; chỉ Thủ trưởng, hoặc người được ủy quyền còn hiệu lực hôm nay, được " +
        "rút lại, có nêu lý do.");

    public static Refusal NothingPresented { get; } = new(
        RefusalKind.Conflict, "nothing-presented", "Chưa có báo cáo chờ ký", "Đơn vị không có bản báo cáo nào đang chờ ký duyệt.");

    public static Refusal Replaced { get; } = new(
        RefusalKind.Stale, "presentation-replaced", "Đã có bản trình khác",
        "Bản trình ký đã được thay sau khi bạn đọc. Tải lại bản đang chờ ký rồi quyết định.");

    public static Refusal TooMany { get; } = new(
        RefusalKind.Conflict, "presentations-too-many", "Quá nhiều lần trình ký",
        $"Đã trình ký {Obligation.MostAttempts} lần mà Thủ trưởng chưa ký hoặc trả lại: chờ Thủ trưởng quyết định về bản trình sau cùng.");
}
