using System.Security.Cryptography;
using VksServerless.Storage;

namespace VksServerless.Contracts.Blobs;

/// <summary>What <see cref="IBlobStore"/> promises, in every implementation. Each test has a store of its own.</summary>
public abstract partial class BlobStoreContract : IAsyncLifetime
{
    private const int Mebibyte = 1024 * 1024;

    protected static CancellationToken None => CancellationToken.None;

    protected IBlobStore Blobs { get; private set; } = null!;

    public async Task InitializeAsync() => Blobs = await NewStore();

    public virtual Task DisposeAsync() => Task.CompletedTask;

    /// <summary>An empty store.</summary>
    protected abstract Task<IBlobStore> NewStore();

    protected static byte[] Bytes(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    protected static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    protected Task<BlobWritten> Write(string name, byte[] content) => Blobs.Write(name, new MemoryStream(content), _ => true, None);

    protected async Task<byte[]?> Read(string name)
    {
        await using var stream = await Blobs.Open(name, None);
        if (stream is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }
}
