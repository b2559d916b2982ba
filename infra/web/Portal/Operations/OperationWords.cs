using VksServerless.Application.Events;

namespace VksServerless.Web.Portal.Operations;

/// <summary>What parts of the system, queues and reasons are called on the page.</summary>
internal static class OperationWords
{
    public const string Address = "/portal/operations";

    public static string OfPart(string check) => check switch
    {
        "rows" => "Kho dữ liệu",
        "blobs" => "Kho tệp",
        "bus" => "Hàng đợi sự kiện",
        "issuer" => "Hệ thống đăng nhập",
        _ => "Thành phần khác",
    };

    /// <summary>What to do when it does not answer.</summary>
    public static string HelpWith(string check) => check switch
    {
        "rows" => "Không ai đọc hay ghi được. Kiểm tra ổ đĩa hoặc dịch vụ lưu trữ, dung lượng còn trống, quyền truy cập.",
        "blobs" => "Không mở được tệp đính kèm và bản công bố. Kiểm tra ổ đĩa hoặc dịch vụ lưu trữ tệp.",
        "bus" => "Thư, số liệu cộng và các mốc của kỳ bị chậm; tự làm bù khi hàng đợi trả lời lại. Kiểm tra dịch vụ hàng đợi và mạng.",
        "issuer" => "Người dùng không đăng nhập được. Kiểm tra hệ thống đăng nhập của Ngành và mạng.",
        _ => "Xem nhật ký của máy chủ.",
    };

    public static string OfQueue(string subscription) => subscription switch
    {
        Subscriptions.Totals => "Cộng số liệu",
        Subscriptions.Notices => "Soạn thư báo",
        Subscriptions.Cycles => "Điều khiển kỳ báo cáo",
        Subscriptions.Difficulties => "Chuyển khó khăn từ báo cáo",
        _ => "Việc khác",
    };

    public static string OfReason(string reason) => reason switch
    {
        "Unreadable" => "Không đọc được nội dung",
        "Failed for a day" => "Làm không được suốt một ngày",
        "The process ended during every delivery" => "Máy chủ dừng mỗi lần làm",
        "Given up by the bus" => "Hàng đợi bỏ sau nhiều lần giao",
        _ => "Không rõ",
    };

    /// <summary>What the fault says, without what only a programmer needs: its first line, after the name of its type.</summary>
    public static string Said(string fault)
    {
        var line = fault.Split('\n')[0].Trim();
        return line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var at && !line[..at].Contains(' ') ? line[(at + 2)..] : line;
    }
}
