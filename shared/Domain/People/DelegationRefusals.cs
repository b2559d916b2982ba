namespace VksServerless.People;

public static class DelegationRefusals
{
    public static Refusal Invalid(IReadOnlyList<FieldError> errors) => new(
        RefusalKind.Invalid, "delegation-invalid", "Ủy quyền chưa hợp lệ", $"Có {errors.Count} chỗ cần sửa; mỗi chỗ được nêu dưới đây.")
    {
        Errors = errors,
    };

    public static Refusal TooMany { get; } = new(
        RefusalKind.Conflict, "delegations-too-many", "Quá nhiều ủy quyền",
        $"Đơn vị có tối đa {Delegation.MostAtOnce} ủy quyền đang và sắp có hiệu lực; hãy thu hồi bớt.");

    public static Refusal EndsBefore(DateOnly lastDay) => new(
        RefusalKind.Conflict, "delegation-ends-before", "Ủy quyền đã hết hiệu lực trước đó",
        $"Ủy quyền có hiệu lực đến hết ngày {Vietnamese.Day(lastDay)}; chỉ thu hồi được sớm hơn.");

    public static Refusal Unknown { get; } = new(
        RefusalKind.NotFound, "delegation-unknown", "Không có ủy quyền này", "Đơn vị không có ủy quyền mang mã này.");

    public static Refusal Stale { get; } = new(
        RefusalKind.Stale, "delegation-stale", "Ủy quyền đã thay đổi",
        "Ủy quyền của đơn vị vừa được người khác sửa. Tải lại rồi làm tiếp.");
}
