using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VksServerless.Reports;

namespace VksServerless.Web.Door;

/// <summary>What no endpoint foresaw becomes problem details. No stack trace goes out.</summary>
internal sealed partial class Faults(ILogger<Faults> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        await Answer(exception, httpContext).ExecuteAsync(httpContext);
        return true;
    }

    private Reply Answer(Exception fault, HttpContext http)
    {
        switch (fault)
        {
            case BadHttpRequestException broken:
                return Problems.Of(ReportRefusals.Malformed("Yêu cầu bị cắt ngang hoặc không đúng giao thức."), broken.StatusCode);
            case ContinuationUnknownException:
                return Problems.Of(Paging.Wrong);
            default:
                Failed(fault, http.Request.Method, http.Request.Path);
                return Problems.Of(Problems.Unexpected(), StatusCodes.Status500InternalServerError);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void Failed(Exception fault, string method, string path);
}
