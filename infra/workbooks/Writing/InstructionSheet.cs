using System.Xml;
using VksServerless.Workbooks.Layout;

namespace VksServerless.Workbooks.Writing;

/// <summary>The first sheet: whose report it is, until when, and how it is filled in.</summary>
internal sealed class InstructionSheet(BookDraft draft) : ISheet
{
    private static readonly CellStyle Words = new(Look.Label);

    public string Name { get; } = draft.SheetNames.Take("Hướng dẫn");

    public Visibility Visibility => Visibility.Visible;

    public string? PrintTitles => null;

    public void Write(XmlWriter xml)
    {
        var sheet = new SheetWriter(xml, new SheetSetup(Name, [26, 96]), draft.Styles, isFirst: true);
        var report = draft.Report;
        sheet.Add(CellContent.Text(report.Form.Title, new CellStyle(Look.Title)));
        sheet.Add();
        Row(sheet, "Đơn vị", $"{report.Unit} ({report.Identity.Unit})");
        Row(sheet, "Kỳ báo cáo", report.Cycle);
        Row(sheet, "Hạn nộp", report.Deadline);
        Row(sheet, "Biểu mẫu", $"{report.Form.Code}, phiên bản {report.Form.Version}");
        sheet.Add();
        foreach (var (head, words) in Steps())
        {
            Row(sheet, head, words);
        }

        WriteQuestions(sheet);
        sheet.End();
    }

    private static void Row(SheetWriter sheet, string head, string words) =>
        sheet.Add(CellContent.Text(head, new CellStyle(Look.Header)), CellContent.Text(words, Words));

    private IEnumerable<(string Head, string Words)> Steps()
    {
        yield return ("Nhập ở đâu", "Nhập vào các ô nền vàng nhạt của từng phần. Ô nền xám và ô tiêu đề được khóa.");
        if (draft.Report.Editable is not null)
        {
            yield return ("Sửa theo yêu cầu", "Báo cáo được trả lại để sửa một số chỉ tiêu: chỉ các ô nền vàng nhạt được sửa.");
        }

        yield return ("Ô để trống", "Để trống nghĩa là chưa trả lời. Nếu không có thì ghi 0, đừng để trống. Dấu * là bắt buộc.");
        yield return ("Không áp dụng", $"Ở chỉ tiêu cho phép, ghi hoặc chọn \"{CellWords.NotApplicable}\"; khác với 0 và để trống.");
        yield return ("Số", "Ghi chữ số; dấu phẩy trước phần thập phân, ví dụ 1234,5. Nếu máy đặt tiếng Anh thì ghi 1234.5. Số trên 15 chữ "
            + "số: gõ dấu ' trước số để Excel không làm tròn.");
        yield return ("Ngày", "Ghi ngày/tháng/năm, ví dụ 03/04/2026 là ngày 3 tháng 4.");
        yield return ("Bảng kê", "Mỗi dòng một mục, bắt đầu ngay dưới dòng tiêu đề; dòng trống được bỏ qua. "
            + "Được sắp xếp, lọc và chèn dòng.");
        yield return ("Tệp đính kèm", "Đính kèm trên trang báo cáo, không đính kèm trong tệp Excel này.");
        yield return ("Đừng làm", "Đừng xóa cột, đừng gộp ô, đừng dán đè lên dòng tiêu đề. "
            + "Đổi tên trang, giãn cột, thêm ghi chú thì được.");
        yield return ("Xong rồi", "Lưu tệp dạng .xlsx rồi tải lên trang báo cáo. "
            + "Hệ thống kiểm tra và trả lại tệp này với từng chỗ cần sửa.");
    }

    private void WriteQuestions(SheetWriter sheet)
    {
        if (draft.Report.Queries.Count == 0)
        {
            return;
        }

        sheet.Add();
        Row(sheet, "Cần giải trình", "Các số liệu sau bất thường: hãy sửa, hoặc ghi lý do ở cột \"Giải trình\" cùng dòng.");
        foreach (var query in draft.Report.Queries)
        {
            var named = query.Fields.Select(field => draft.Report.Form.Find(field)?.Label ?? field.ToString());
            Row(sheet, string.Join("; ", named), query.Message);
        }
    }
}
