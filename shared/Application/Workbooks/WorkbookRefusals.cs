using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Application.Workbooks;

/// <summary>Why a whole workbook is not taken.</summary>
public static class WorkbookRefusals
{
    public static Refusal TooLarge { get; } = new(
        RefusalKind.TooLarge, "workbook-too-large", "Tệp quá lớn",
        $"Tệp Excel tối đa {IReportWorkbooks.MaxBytes / 1024 / 1024} MB. Hãy bỏ hình ảnh và các trang không thuộc mẫu rồi tải lên lại.");

    public static Refusal TooMuchInside { get; } = new(
        RefusalKind.TooLarge, "workbook-too-much-inside", "Tệp chứa quá nhiều dữ liệu",
        "Tệp chứa nhiều ô hơn mẫu rất nhiều, thường do định dạng cả cột hoặc dán bảng lớn. "
        + "Hãy xóa các dòng trống bên dưới, lưu lại rồi tải lên.");

    public static Refusal NotAWorkbook { get; } = new(
        RefusalKind.UnsupportedKind, "workbook-not-xlsx", "Không phải tệp Excel .xlsx",
        "Hãy mở tệp bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As) dạng Excel Workbook (.xlsx) rồi tải lên lại.");

    public static Refusal OldExcel { get; } = new(
        RefusalKind.UnsupportedKind, "workbook-xls", "Tệp Excel dạng cũ (.xls)",
        "Đây là tệp Excel 97-2003, dù tên có thể là .xlsx. "
        + "Hãy mở tệp, chọn Lưu thành (Save As) dạng Excel Workbook (.xlsx) rồi tải lên lại.");

    public static Refusal BinaryExcel { get; } = new(
        RefusalKind.UnsupportedKind, "workbook-xlsb", "Tệp Excel nhị phân (.xlsb)",
        "Hãy mở tệp bằng Excel, chọn Lưu thành (Save As) dạng Excel Workbook (.xlsx) rồi tải lên lại.");

    public static Refusal OpenDocument { get; } = new(
        RefusalKind.UnsupportedKind, "workbook-ods", "Tệp bảng tính OpenDocument (.ods)",
        "Hãy mở tệp bằng LibreOffice, chọn Lưu thành (Save As) dạng Excel 2007-365 (.xlsx) rồi tải lên lại.");

    public static Refusal Numbers { get; } = new(
        RefusalKind.UnsupportedKind, "workbook-numbers", "Tệp Apple Numbers",
        "Hãy mở tệp bằng Numbers, chọn Xuất ra (Export To) dạng Excel (.xlsx) rồi tải lên lại.");

    public static Refusal Protected { get; } = new(
        RefusalKind.UnsupportedKind, "workbook-password", "Tệp có mật khẩu hoặc nhãn bảo mật",
        "Tệp được mã hóa nên không đọc được. Hãy mở tệp, bỏ mật khẩu hoặc nhãn mã hóa "
        + "(Tệp > Thông tin > Bảo vệ sổ làm việc), lưu lại rồi tải lên.");

    public static Refusal Damaged { get; } = new(
        RefusalKind.Invalid, "workbook-damaged", "Tệp Excel bị hỏng",
        "Không đọc được nội dung tệp. Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx thường rồi tải lên lại.");

    public static Refusal Unsafe { get; } = new(
        RefusalKind.Invalid, "workbook-unsafe", "Tệp có cấu trúc bất thường",
        "Tệp có phần nén hoặc tên mục bất thường nên không được đọc. Hãy tải lại mẫu, chép số liệu sang rồi tải lên.");

    /// <param name="lost">The answers of the draft that the workbook would replace.</param>
    public static Refusal DraftChanged(IReadOnlyList<FieldError> lost) => new(
        RefusalKind.Stale, "workbook-draft-changed", "Dự thảo đã thay đổi sau khi tải mẫu",
        $"Dự thảo trên hệ thống đã được sửa sau khi tải mẫu này (kể cả bởi lần tải lên trước), khác tệp ở {lost.Count} chỉ tiêu. "
        + "Chưa có gì được lưu. Tải mẫu mới để nhập tiếp, hoặc tải tệp lên lại và chọn thay dự thảo bằng số liệu trong tệp.")
    {
        Errors = lost,
    };

    /// <param name="what">What was found, in Vietnamese.</param>
    public static Refusal Active(string what) => new(
        RefusalKind.Invalid, "workbook-active", "Tệp chứa nội dung chạy được",
        $"Tệp chứa {what}. Hãy lưu lại dạng Excel Workbook (.xlsx) không có các nội dung này rồi tải lên.");

    public static Refusal NotOurs { get; } = new(
        RefusalKind.Invalid, "workbook-not-ours", "Không phải mẫu của hệ thống",
        "Tệp không mang dấu nhận biết của mẫu báo cáo. Hãy tải mẫu của kỳ này từ trang báo cáo, chép số liệu sang rồi tải lên.");

    public static Refusal NewerFormat { get; } = new(
        RefusalKind.Invalid, "workbook-format", "Mẫu của một phiên bản khác của hệ thống",
        "Hãy tải lại mẫu từ trang báo cáo, chép số liệu sang rồi tải lên.");

    public static Refusal OtherUnit(UnitCode of, UnitCode wanted) => new(
        RefusalKind.Conflict, "workbook-other-unit", "Mẫu của đơn vị khác",
        $"Mẫu này lập cho đơn vị {of}, không phải {wanted}. Hãy tải mẫu của đơn vị mình từ trang báo cáo rồi nhập vào đó.");

    public static Refusal OtherCycle { get; } = new(
        RefusalKind.Conflict, "workbook-other-cycle", "Mẫu của kỳ báo cáo khác",
        "Mẫu này lập cho một kỳ báo cáo khác. Hãy tải mẫu của kỳ này từ trang báo cáo rồi chép số liệu sang.");

    public static Refusal OtherVersion(FormRef of, FormRef wanted) => new(
        RefusalKind.Conflict, "workbook-old-version", "Mẫu của phiên bản biểu mẫu khác",
        $"Mẫu theo phiên bản {of.Version} của biểu mẫu, kỳ này dùng phiên bản {wanted.Version}. "
        + "Hãy tải mẫu mới, trong đó các số liệu còn dùng được đã chép sang.");
}
