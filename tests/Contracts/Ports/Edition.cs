using VksServerless.Storage;

namespace VksServerless.Contracts.Ports;

/// <summary>The stores of one edition, empty, and how to take them away.</summary>
public sealed record Edition(IRowStore Rows, IBlobStore Blobs, Func<ValueTask> Remove);
