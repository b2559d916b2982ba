using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace VksServerless.Storage;

/// <summary>Blobs small enough to be held in memory.</summary>
internal static class WholeBlobs
{
    /// <summary>Writes the bytes unless the name is taken.</summary>
    public static Task<BlobWritten> WriteOnce(
        this IBlobStore blobs, string name, ReadOnlyMemory<byte> content, CancellationToken cancellation) =>
        blobs.WriteOnce(name, content, _ => true, cancellation);

    /// <summary>Writes the bytes, if <paramref name="keep"/> finds their facts right, unless the name is taken.</summary>
    public static async Task<BlobWritten> WriteOnce(
        this IBlobStore blobs, string name, ReadOnlyMemory<byte> content, Func<BlobFacts, bool> keep, CancellationToken cancellation)
    {
        using var stream = MemoryMarshal.TryGetArray(content, out var bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
        return await blobs.Write(name, stream, keep, cancellation);
    }

    /// <returns>Null when there is no such blob.</returns>
    public static async Task<ReadOnlyMemory<byte>?> ReadWhole(this IBlobStore blobs, string name, CancellationToken cancellation)
    {
        var stream = await blobs.Open(name, cancellation);
        if (stream is null)
        {
            return null;
        }

        await using (stream)
        {
            using var whole = new MemoryStream();
            await stream.CopyToAsync(whole, cancellation);
            return whole.GetBuffer().AsMemory(0, (int)whole.Length);
        }
    }

    /// <summary>The bytes, which are what they were when they were written.</summary>
    /// <returns>Null when there is no such blob.</returns>
    /// <exception cref="InvalidDataException">They do not have that SHA-256 any more.</exception>
    public static async Task<ReadOnlyMemory<byte>?> ReadProven(
        this IBlobStore blobs, string name, string sha256, CancellationToken cancellation)
    {
        var content = await blobs.ReadWhole(name, cancellation);
        return content is null || HashOf(content.Value) == sha256
            ? content
            : throw new InvalidDataException($"The blob {name} has been changed: it does not have the SHA-256 {sha256}.");
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public static string HashOf(ReadOnlyMemory<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content.Span));
}
