using Microsoft.AspNetCore.Http;

namespace VksServerless.Web.Door;

/// <summary>What the framework refuses before an endpoint is asked gets problem details too.</summary>
public static class EmptyAnswers
{
    /// <summary>Somebody has sent more than <see cref="RateLimits"/> lets one person send.</summary>
    public static readonly Refusal TooMany = new(
        RefusalKind.Conflict, "too-many-requests", "Quá nhiều yêu cầu",
        "Bạn đã gửi quá nhiều yêu cầu trong thời gian ngắn. Hãy chờ một lát rồi thử lại.");

    public static Task Fill(HttpContext http)
    {
        var status = http.Response.StatusCode;
        return Problems.Of(RefusalOf(status), status).ExecuteAsync(http);
    }

    private static Refusal RefusalOf(int status) => status switch
    {
        StatusCodes.Status404NotFound =>
            Of("address-unknown", "Không có địa chỉ này", "Hệ thống không có địa chỉ này; các địa chỉ được nêu tại /api/openapi.json."),
        StatusCodes.Status405MethodNotAllowed =>
            Of(
                "method-not-allowed", "Phương thức không được nhận",
                "Địa chỉ này không nhận phương thức HTTP vừa dùng; xem /api/openapi.json."),
        StatusCodes.Status429TooManyRequests => TooMany,
        >= 500 => Problems.Unexpected(),
        _ => Of("request-refused", "Yêu cầu không được nhận", "Yêu cầu không đúng giao thức HTTP hoặc vượt giới hạn của máy chủ."),
    };

    private static Refusal Of(string type, string title, string detail) => new(RefusalKind.Malformed, type, title, detail);
}
