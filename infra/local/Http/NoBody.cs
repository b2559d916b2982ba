using System.Text.Json;

namespace VksServerless.Local.Http;

/// <summary>What the server itself refuses, before any function is asked, is said in problem details too (RFC 9457).</summary>
internal static class NoBody
{
    public static Task Answer(HttpContext http)
    {
        var status = http.Response.StatusCode;
        var (type, title, detail) = status switch
        {
            StatusCodes.Status404NotFound => ("address-unknown", "Không có địa chỉ này", "Hệ thống không có địa chỉ này; các địa chỉ được nêu tại /api/openapi.json."),
            StatusCodes.Status403Forbidden => ("foreign-page", "Trang khác không được gửi yêu cầu", "Trình duyệt cho biết yêu cầu này do một trang khác gửi. Hãy mở trang của hệ thống rồi làm tại đó."),
            StatusCodes.Status421MisdirectedRequest => ("address-foreign", "Sai tên máy", "Hệ thống chỉ trả lời tại localhost và 127.0.0.1."),
            StatusCodes.Status405MethodNotAllowed => ("method-not-allowed", "Phương thức không được nhận", "Địa chỉ này không nhận phương thức HTTP vừa dùng; xem /api/openapi.json."),
            >= 500 => ("unexpected", "Lỗi hệ thống", "Hệ thống gặp lỗi ngoài dự kiến. Hãy thử lại, nếu vẫn lỗi xin báo bộ phận vận hành."),
            _ => ("request-refused", "Yêu cầu không được nhận", "Yêu cầu không đúng giao thức HTTP hoặc vượt giới hạn của máy chủ."),
        };
        http.Response.ContentType = "application/problem+json; charset=utf-8";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(
            new { type = $"/problems/{type}", title, status, detail }, DomainJson.Options), http.RequestAborted).AsTask();
    }
}
