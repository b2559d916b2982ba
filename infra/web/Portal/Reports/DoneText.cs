using Microsoft.AspNetCore.Http;

namespace VksServerless.Web.Portal.Reports;

/// <summary>What was done with a report, as the address of the next page has it, in the words of that page.</summary>
internal static class DoneText
{
    /// <param name="name">Of the unit whose report it is.</param>
    public static string Of(IQueryCollection query, string name) => query["done"].ToString() switch
    {
        "saved" => "Đã lưu. Báo cáo chưa được nộp.",
        "workbook" => "Đã lưu số liệu trong tệp Excel vào dự thảo. Kiểm tra rồi nộp.",
        "presented" => "Đã trình Thủ trưởng ký. Báo cáo chỉ được nộp khi Thủ trưởng ký.",
        "sent-back" => "Đã trả lại cho cán bộ tổng hợp, kèm lý do.",
        "withdrawn" => "Đã rút báo cáo. Sửa rồi nộp lại trước hạn.",
        "accepted" => $"Đã duyệt báo cáo của {name}.",
        "returned" => $"Đã trả lại báo cáo cho {name}; đơn vị nhận thư kèm lý do.",
        "taken-back" => $"Đã thu hồi việc trả lại báo cáo của {name}: báo cáo trở lại như trước khi trả.",
        _ => "",
    };
}
