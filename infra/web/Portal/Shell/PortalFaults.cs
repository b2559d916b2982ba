using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VksServerless.Application.People;
using VksServerless.Reports;
using VksServerless.Web.Door;

namespace VksServerless.Web.Portal.Shell;

/// <summary>What no page foresaw: a page that says so, and by which number the operators find it.</summary>
internal sealed partial class PortalFaults(ILogger<PortalFaults> log) : IExceptionHandler
{
    private static readonly Refusal Unknown = new(
        RefusalKind.NotFound, "page-unknown", "Không có trang này",
        "Địa chỉ sai, hoặc trang đã chuyển đi. Nếu bạn mở từ một bức thư, hãy sao chép lại cả đường dẫn.");

    private static readonly Refusal Unreadable = new(
        RefusalKind.Malformed, "form-unreadable", "Không đọc được những gì vừa gửi",
        "Trang gửi lên bị cắt ngang hoặc quá lớn. Chưa có gì được ghi; hãy quay lại và gửi lại.");

    private static readonly Refusal TooLarge = new(
        RefusalKind.TooLarge, "form-too-large", "Gửi lên quá nhiều một lần",
        $"Chưa có gì được ghi. Hãy quay lại: mỗi tệp tối đa {AttachmentRules.MostMegabytes} MB; nhiều tệp lớn thì lưu từng tệp một.");

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!PortalWeb.IsPortal(httpContext) || httpContext.RequestAborted.IsCancellationRequested)
        {
            return false;
        }

        // What asks for the form's token reads the whole form, and wraps what it meets.
        var met = exception is AntiforgeryValidationException { InnerException: { } inner } ? inner : exception;
        if (met is BadHttpRequestException or InvalidDataException)
        {
            var status = (met as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
            await Show(httpContext, status == StatusCodes.Status413PayloadTooLarge ? TooLarge : Unreadable, status);
            return true;
        }

        Failed(exception, httpContext.Request.Method, httpContext.Request.Path);
        await (LacksSessionKeys(exception)
            ? Show(httpContext, NoSessions(), StatusCodes.Status503ServiceUnavailable)
            : Show(httpContext, Problems.Unexpected(), StatusCodes.Status500InternalServerError));
        return true;
    }

    /// <summary>What the framework refuses before a page is asked.</summary>
    public static Task Fill(HttpContext http) => http.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => Show(http, Unknown, StatusCodes.Status404NotFound),
        StatusCodes.Status429TooManyRequests => Show(http, EmptyAnswers.TooMany, StatusCodes.Status429TooManyRequests),
        >= 500 and var status => Show(http, Problems.Unexpected(), status),
        var status => Show(http, Unreadable, status),
    };

    /// <summary>The framework wraps what the keys' protection says.</summary>
    private static bool LacksSessionKeys(Exception? fault) => fault switch
    {
        null => false,
        SessionKeysUnavailableException => true,
        AggregateException several => several.InnerExceptions.Any(LacksSessionKeys),
        _ => LacksSessionKeys(fault.InnerException),
    };

    private static Refusal NoSessions() => new(
        RefusalKind.Conflict, "sign-in-unavailable", "Tạm thời chưa đăng nhập được",
        "Hệ thống chưa mở được khóa bảo vệ phiên làm việc, nên chưa ai đăng nhập được qua máy chủ này. Chưa có gì được ghi. "
        + "Hãy thử lại sau vài phút; nếu vẫn lỗi xin báo bộ phận vận hành."
        + Problems.TraceNote);

    private static Task Show(HttpContext http, Refusal refusal, int status) =>
        PageResult.Of<RefusedPage>(new { Refusal = refusal }, status).ExecuteAsync(http);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void Failed(Exception fault, string method, string path);
}
