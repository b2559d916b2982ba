namespace VksServerless.Kernel;

/// <summary>A value as it was read, with the ETag that a write must present to prove that it still is so.</summary>
public sealed record Versioned<T>(T Value, ETag ETag);

/// <param name="Continuation">Hands on to the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Continuation);
