namespace VksServerless.Local.Durable;

/// <summary>An orchestration begins anew with this input, under the same id.</summary>
internal sealed record NextExecution(string? Input, bool KeepEvents, string? Version);
