using VksServerless.Web.Door;

namespace VksServerless.Server.Hosting;

/// <summary>
/// Answers to the names of this machine and to that of <c>Portal:Address</c> alone, so that no foreign name can be bound to the server.
/// </summary>
internal sealed class HostNames(IConfiguration configuration)
{
    private static readonly Refusal Foreign = new(
        RefusalKind.Malformed, "address-foreign", "Sai tên máy", "Hệ thống chỉ trả lời tại tên máy đã được cấu hình.");

    private readonly string? _public = Uri.TryCreate(configuration["Portal:Address"], UriKind.Absolute, out var address) ? address.Host : null;

    public Task Check(HttpContext http, RequestDelegate next) =>
        http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
            || (_public is not null && http.Request.Host.Host.Equals(_public, StringComparison.OrdinalIgnoreCase))
            ? next(http)
            : Problems.Of(Foreign, StatusCodes.Status421MisdirectedRequest).ExecuteAsync(http);
}
