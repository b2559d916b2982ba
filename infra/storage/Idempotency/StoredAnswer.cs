namespace VksServerless.Storage.Idempotency;

/// <summary>What a person was answered to a request that may be sent again.</summary>
/// <param name="RequestHash">Tells the same request from another one under the same key.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Location">The header, if it was sent.</param>
/// <param name="ETag">The header, if it was sent.</param>
/// <param name="Body">As it was sent; may be empty. Up to 600 KiB.</param>
public sealed record StoredAnswer(string RequestHash, int Status, string? Location, string? ETag, ReadOnlyMemory<byte> Body);
