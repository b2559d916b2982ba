using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using VksServerless.Access;
using VksServerless.Functions.Http;
using VksServerless.Storage;
using VksServerless.Submissions;

namespace VksServerless.Functions.Access;

/// <summary>Every request passes here: nobody without a valid token goes in, no stack trace goes out.</summary>
public sealed partial class Door(Authentication authentication, ILogger<Door> log) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var caller = await authentication.Identify(http.Request);
        if (caller.Refusal is { } stranger)
        {
            await Reply.Problem(stranger).ExecuteAsync(http);
            return;
        }

        http.Items[typeof(Caller)] = caller.Value;
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException broken) when (!http.Response.HasStarted)
        {
            await Problems.Of(ReportRefusals.Malformed("Yêu cầu bị cắt ngang hoặc không đúng giao thức."), broken.StatusCode).ExecuteAsync(http);
        }
        catch (ContinuationUnknownException) when (!http.Response.HasStarted)
        {
            await Problems.Of(Paging.Wrong).ExecuteAsync(http);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !http.Response.HasStarted)
        {
            Failed(fault, context.FunctionDefinition.Name, context.InvocationId);
            await Problems.Of(Problems.Unexpected, StatusCodes.Status500InternalServerError).ExecuteAsync(http);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Function} failed in invocation {Invocation}")]
    private partial void Failed(Exception fault, string function, string invocation);
}

public static class CallerOfRequest
{
    /// <summary>Whoever passed the door.</summary>
    public static Caller Caller(this HttpRequest request) => (Caller)request.HttpContext.Items[typeof(Caller)]!;
}
