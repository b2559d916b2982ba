using System.Text.Json;
using Microsoft.AspNetCore.Http;
using VksServerless.Application;

namespace VksServerless.Web.Door;

/// <summary>Refusals as RFC 9457 problem details; the type is a stable relative reference.</summary>
public static class Problems
{
    internal const int MostErrorsShown = 500;

    private sealed record Problem(string Type, string Title, int Status, string Detail, IReadOnlyList<FieldError>? Errors, string? TraceId);

    /// <summary>Its text names the trace, by which the operators find what has happened.</summary>
    public static Refusal Unexpected() => new(
        RefusalKind.Conflict, "unexpected", "Lỗi hệ thống",
        "Hệ thống gặp lỗi ngoài dự kiến; việc bạn yêu cầu có thể chưa được thực hiện. Hãy thử lại, nếu vẫn lỗi xin báo bộ phận vận hành."
        + TraceNote);

    /// <summary>A sentence; empty without a trace.</summary>
    internal static string TraceNote => Tracing.Id is { } trace ? $" Mã để tra cứu: {trace}." : "";

    public static Reply Of(Refusal refusal, int? status = null)
    {
        var problem = new Problem(
            $"/problems/{refusal.Type}",
            refusal.Title,
            status ?? StatusOf(refusal.Kind),
            refusal.Detail,
            refusal.Errors.Count == 0 ? null : [.. refusal.Errors.Take(MostErrorsShown)],
            Tracing.Id);
        return new Reply(
            problem.Status, "application/problem+json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(problem, DomainJson.Options));
    }

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Malformed => StatusCodes.Status400BadRequest,
        RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.UnsupportedKind => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.ConditionMissing => StatusCodes.Status428PreconditionRequired,
        _ => StatusCodes.Status500InternalServerError,
    };
}
