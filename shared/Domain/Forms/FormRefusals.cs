namespace VksServerless.Forms;

public static class FormRefusals
{
    public static Refusal Unknown { get; } = new(
        RefusalKind.NotFound, "form-unknown", "Không có biểu mẫu này", "Không có biểu mẫu mang mã và phiên bản này.");

    public static Refusal FieldUnknown(FormRef form) => new(
        RefusalKind.NotFound, "field-unknown", "Không có chỉ tiêu này", $"Biểu mẫu {form} không có chỉ tiêu này.");

    public static Refusal Invalid(IReadOnlyList<FieldError> errors) => new(
        RefusalKind.Invalid, "form-invalid", "Biểu mẫu chưa dùng được", $"Có {errors.Count} chỗ cần sửa; mỗi chỗ được nêu dưới đây.")
    {
        Errors = errors,
    };

    public static Refusal TooLarge(int mostKilobytes) => new(
        RefusalKind.TooLarge, "form-too-large", "Biểu mẫu quá lớn",
        $"Biểu mẫu dài tối đa {mostKilobytes} KB; hãy rút gọn phần hướng dẫn và danh sách lựa chọn, hoặc tách thành nhiều biểu mẫu.");

    public static Refusal OtherName(FormRef form) => new(
        RefusalKind.Invalid, "form-name", "Mã hoặc phiên bản không khớp",
        $"Tệp biểu mẫu phải mang mã và phiên bản như trên đường dẫn: {form}.");

    public static Refusal NotNext(FormRef form, int next) => new(
        RefusalKind.Conflict, "form-version", "Không phải phiên bản kế tiếp",
        $"Phiên bản kế tiếp của {form.Code} là {next}; các phiên bản đã ban hành không thay đổi được.");

    public static Refusal DraftUnknown { get; } = new(
        RefusalKind.NotFound, "form-draft-unknown", "Không có dự thảo này",
        "Dự thảo biểu mẫu này đã được ban hành hoặc đã bị bỏ. Hãy mở lại danh sách biểu mẫu.");

    public static Refusal DraftExists(string code) => new(
        RefusalKind.Conflict, "form-draft-exists", "Đã có dự thảo",
        $"Biểu mẫu mang mã {code} đã có một dự thảo đang soạn. Hãy soạn tiếp dự thảo đó, hoặc bỏ nó rồi lập lại.");

    /// <param name="now">As somebody else has left it.</param>
    public static Refusal DraftStale(FormDraft now) => new(
        RefusalKind.Stale, "form-draft-stale", "Dự thảo đã được sửa sau khi bạn mở trang này",
        $"{now.By} đã sửa dự thảo lúc {InWords(now.At)}. Những gì bạn vừa nhập chưa được ghi và còn nguyên trên trang này. Hãy xem "
        + "bản đang lưu; nếu nội dung của bạn vẫn đúng thì bấm lưu lần nữa.");

    public static Refusal PartUnknown { get; } = new(
        RefusalKind.NotFound, "form-part-unknown", "Không còn nội dung này trong dự thảo",
        "Phần, chỉ tiêu hoặc quy tắc này đã được xóa hoặc đổi mã. Hãy mở lại dự thảo.");

    public static Refusal FieldCodeTaken(string code) => Wrong(
        "/code", "duplicate", $"Mã {code} đã dùng cho một chỉ tiêu khác của biểu mẫu. Hãy chọn mã khác.");

    public static Refusal FormCodeTaken(string code) => Wrong(
        "/code", "duplicate", $"Mã {code} đã dùng cho một biểu mẫu khác. Hãy chọn mã khác, hoặc lập phiên bản kế tiếp của biểu mẫu đó.");

    public static Refusal TitleMissing { get; } = Wrong("/title", "required", "Nhập tên biểu mẫu, từ 1 đến 300 ký tự.");

    private static string InWords(DateTimeOffset at) =>
        at.ToOffset(VietnamTime.Offset).ToString("HH':'mm' ngày 'dd'/'MM'/'yyyy", Vietnamese.Culture);

    private static Refusal Wrong(string place, string rule, string message) =>
        new(RefusalKind.Invalid, "form-draft-invalid", "Chưa ghi được", message) { Errors = [new FieldError(place, rule, message)] };
}
