namespace VksServerless.Storage;

/// <summary>Content that is written once and never changed. Implemented by a folder of files and by Azure Blob Storage.</summary>
public interface IBlobStore
{
    /// <summary>
    /// Streams the content to the store while hashing it, then asks <paramref name="keep"/>: only if it says yes
    /// does the blob come to be, durably. When the stream breaks off or the answer is no, nothing is left behind.
    /// A blob of that name that is there already is kept as it is, and <see cref="BlobWritten.Existed"/> says so.
    /// </summary>
    /// <param name="name">Segments of letters, digits and - _ . parted by /, up to 500 characters.</param>
    Task<BlobWritten> Write(string name, Stream content, Func<BlobFacts, bool> keep, CancellationToken cancellation);

    /// <summary>The content, seekable or not, or null. The caller disposes it.</summary>
    Task<Stream?> Open(string name, CancellationToken cancellation);

    /// <summary>Removes the blob if it is there. Only what was never accepted is ever removed.</summary>
    Task Delete(string name, CancellationToken cancellation);
}

/// <param name="Length">Bytes.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Head">The first bytes of the content, up to 4096, from which its kind is told.</param>
public sealed record BlobFacts(long Length, string Sha256, ReadOnlyMemory<byte> Head);

/// <param name="Kept">
/// The content is in the store under its name: the answer of the caller's question, and where that is yes but the blob
/// existed, whether it has the same facts.
/// </param>
/// <param name="Existed">The name was taken before; the content just sent was discarded.</param>
public sealed record BlobWritten(BlobFacts Facts, bool Kept, bool Existed);
