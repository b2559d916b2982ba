using VksServerless.Emulation.Storage;

namespace VksServerless.Azure.Tests.Stage;

/// <summary>What a caller of storage must be allowed, by what it asks for ("Authorize with Microsoft Entra ID", Azure Storage REST).</summary>
internal static class Permissions
{
    /// <exception cref="ArgumentException">Nobody has said yet what that takes.</exception>
    public static string For(StorageOperation operation) => (operation.Service, operation.Name) switch
    {
        ("blob", "GET container" or "HEAD container") => "containers/read",
        ("blob", "GET container list") => "blobs/read",
        ("blob", "PUT container" or "PUT container lease") => "containers/write",
        ("blob", "GET blob" or "HEAD blob") => "blobs/read",
        ("blob", "PUT blob" or "PUT blob block" or "PUT blob blocklist" or "PUT blob lease" or "PUT blob metadata") => "blobs/write",
        ("blob", "DELETE blob") => "blobs/delete",
        ("queue", "GET queue" or "HEAD queue") => "queues/read",
        ("queue", "PUT queue") => "queues/write",
        ("queue", "GET messages (peek)") => "messages/read",
        ("queue", "GET messages" or "DELETE messages") => "messages/process",
        ("queue", "POST messages") => "messages/add",
        ("queue", "PUT messages") => "messages/write",
        ("table", "GET table") => "tables/read",
        ("table", "POST table") => "tables/write",
        ("table", "GET entity" or "GET query") => "entities/read",
        ("table", "POST entity" or "PUT entity" or "PATCH entity" or "POST $batch") => "entities/write",
        ("table", "DELETE entity") => "entities/delete",
        _ => throw new ArgumentException($"What does {operation} take?"),
    };
}
