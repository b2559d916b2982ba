namespace VksServerless.Emulation.Storage;

/// <param name="Caller">app or host.</param>
/// <param name="Service">blob, queue or table.</param>
/// <param name="Name">The method and on what, e.g. <c>GET entity</c>, <c>POST $batch</c>, <c>PUT blob block</c>.</param>
/// <param name="Container">Of a blob; otherwise null.</param>
public sealed record StorageOperation(string Caller, string Service, string Name, string? Container)
{
    internal static StorageOperation Of(string caller, string service, HttpRequest request) => service switch
    {
        "table" => new(caller, service, $"{request.Method} {TableTarget(request)}", null),
        "queue" => new(caller, service, $"{request.Method} {QueueTarget(request)}", null),
        _ => new(caller, service, $"{request.Method} {BlobTarget(request)}", request.Path.Value!.Split('/').ElementAtOrDefault(2)),
    };

    /// <summary>Whether something may be changed by it.</summary>
    public bool Writes => !Name.StartsWith("GET ", StringComparison.Ordinal) && !Name.StartsWith("HEAD ", StringComparison.Ordinal);

    private static string TableTarget(HttpRequest request)
    {
        var path = request.Path.Value!;
        return path.EndsWith("/$batch", StringComparison.Ordinal) ? "$batch"
            : path.EndsWith("/Tables", StringComparison.Ordinal) || path.Contains("/Tables(", StringComparison.Ordinal) ? "table"
            : path.Contains("PartitionKey=", StringComparison.Ordinal) ? "entity"
            : request.Method == "GET" ? "query" : "entity";
    }

    private static string QueueTarget(HttpRequest request) =>
        !request.Path.Value!.Contains("/messages", StringComparison.Ordinal) ? "queue"
        : request.Query.ContainsKey("peekonly") ? "messages (peek)"
        : "messages";

    private static string BlobTarget(HttpRequest request)
    {
        var what = request.Query["restype"] == "container" ? "container" : "blob";
        return request.Query["comp"] is [{ Length: > 0 } part] ? $"{what} {part}" : what;
    }
}
