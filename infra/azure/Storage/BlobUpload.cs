using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using VksServerless.Storage;
using BlobETag = Azure.ETag;

namespace VksServerless.Azure.Storage;

/// <summary>
/// The content on its way: staged block after block while it is hashed, so that no more than one block is in memory;
/// content that fits into one block goes up in a single request instead, once it is known to be wanted.
/// </summary>
internal sealed class BlobUpload(BlockBlobClient blob)
{
    private const int BlockSize = 1024 * 1024;
    private const int HeadSize = 4096;
    private const string Sha256 = "sha256";
    private const string Length = "length";
    private const string Upload = "upload";

    // Sets our blocks apart from those that another writer stages under the same name at the same time.
    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly List<string> _blocks = [];
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(BlockSize);
    private int _filled;
    private RequestFailedException? _taken;

    public static bool IsSame(IDictionary<string, string> metadata, BlobFacts facts) =>
        metadata.TryGetValue(Sha256, out var hash) && hash == facts.Sha256
        && metadata.TryGetValue(Length, out var length) && length == Text(facts.Length);

    public bool IsOwn(IDictionary<string, string> metadata) => metadata.TryGetValue(Upload, out var id) && id == _id;

    public async Task<BlobFacts> Receive(Stream content, CancellationToken cancellation)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[]? head = null;
        var length = 0L;
        while (await content.ReadAtLeastAsync(_buffer.AsMemory(0, BlockSize), BlockSize, throwOnEndOfStream: false, cancellation)
            is > 0 and var read)
        {
            _filled = read;
            length += read;
            sha256.AppendData(_buffer.AsSpan(0, read));
            head ??= _buffer.AsSpan(0, Math.Min(read, HeadSize)).ToArray();
            if (_taken is null && (read == BlockSize || _blocks.Count > 0))
            {
                await Stage(cancellation);
            }
        }

        return new BlobFacts(length, Convert.ToHexStringLower(sha256.GetHashAndReset()), head ?? []);
    }

    /// <exception cref="RequestFailedException">The name is taken.</exception>
    public async Task Commit(BlobFacts facts, CancellationToken cancellation)
    {
        if (_taken is not null)
        {
            throw _taken;
        }

        var metadata = new Dictionary<string, string> { [Sha256] = facts.Sha256, [Length] = Text(facts.Length), [Upload] = _id };
        var onlyNew = new BlobRequestConditions { IfNoneMatch = BlobETag.All };
        if (_blocks.Count > 0)
        {
            var options = new CommitBlockListOptions { Metadata = metadata, Conditions = onlyNew };
            await blob.CommitBlockListAsync(_blocks, options, cancellation);
        }
        else
        {
            using var whole = new MemoryStream(_buffer, 0, _filled, writable: false);
            await blob.UploadAsync(whole, new BlobUploadOptions { Metadata = metadata, Conditions = onlyNew }, cancellation);
        }
    }

    /// <summary>
    /// Gives the memory back. Not after a failure: a request that was given up may still be reading from it, and must
    /// never send what the next upload has written there.
    /// </summary>
    public void Release() => ArrayPool<byte>.Shared.Return(_buffer);

    private async Task Stage(CancellationToken cancellation)
    {
        var block = Convert.ToBase64String(Encoding.ASCII.GetBytes($"{_id}{_blocks.Count.ToString("D6", CultureInfo.InvariantCulture)}"));
        using var content = new MemoryStream(_buffer, 0, _filled, writable: false);
        try
        {
            await blob.StageBlockAsync(block, content, new BlockBlobStageBlockOptions(), cancellation);
            _blocks.Add(block);
        }
        catch (RequestFailedException refused) when (refused.Status == 409)
        {
            // Under an immutability policy a blob that is there takes no blocks; the content is hashed to its end all the same.
            _taken = refused;
        }
    }

    private static string Text(long length) => length.ToString(CultureInfo.InvariantCulture);
}
