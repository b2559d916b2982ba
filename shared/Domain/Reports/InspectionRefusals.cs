namespace VksServerless.Reports;

public static class InspectionRefusals
{
    public static Refusal Invalid(FieldError fault) => new(
        RefusalKind.Invalid, "inspection-invalid", "Kết quả kiểm tra chưa hợp lệ", fault.Message)
    {
        Errors = [fault],
    };

    public static Refusal TooMany { get; } = new(
        RefusalKind.Conflict, "inspections-too-many", "Quá nhiều lần kiểm tra",
        $"Mỗi báo cáo chỉ ghi tối đa {Inspection.Most} lần kiểm tra trong một kỳ.");

    public static Refusal Busy { get; } = new(
        RefusalKind.Conflict, "inspection-busy", "Có người đang ghi kết quả kiểm tra",
        "Nhiều kết quả kiểm tra của báo cáo này được ghi cùng lúc. Gửi lại yêu cầu.");
}
