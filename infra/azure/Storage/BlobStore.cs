using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using VksServerless.Storage;

namespace VksServerless.Azure.Storage;

/// <summary>
/// Blobs in the containers of Blob Storage. What was staged and never committed is no blob; the service sweeps it away
/// within a week.
/// </summary>
public sealed class BlobStore(BlobContainers containers) : IBlobStore
{
    public async Task<BlobWritten> Write(string name, Stream content, Func<BlobFacts, bool> keep, CancellationToken cancellation)
    {
        BlobNames.Check(name);
        var blob = containers.Of(name).GetBlockBlobClient(name);
        var upload = new BlobUpload(blob);
        var facts = await upload.Receive(content, cancellation);
        if (!keep(facts))
        {
            upload.Release();
            return new BlobWritten(facts, Kept: false, Existed: await blob.ExistsAsync(cancellation));
        }

        try
        {
            await upload.Commit(facts, cancellation);
            upload.Release();
            return new BlobWritten(facts, Kept: true, Existed: false);
        }
        catch (RequestFailedException refused) when (NameIsTaken(refused))
        {
            // Taken by an earlier try of ours, whose reply was lost, or by another writer.
            if (await Metadata(blob, cancellation) is not { } there)
            {
                throw;
            }

            return upload.IsOwn(there)
                ? new BlobWritten(facts, Kept: true, Existed: false)
                : new BlobWritten(facts, BlobUpload.IsSame(there, facts), Existed: true);
        }
    }

    public async Task<Stream?> Open(string name, CancellationToken cancellation)
    {
        BlobNames.Check(name);
        try
        {
            var found = await containers.Of(name).GetBlockBlobClient(name).DownloadStreamingAsync(new BlobDownloadOptions(), cancellation);
            return found.Value.Content;
        }
        catch (RequestFailedException missing) when (missing.ErrorCode is { } code && code == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public async Task Delete(string name, CancellationToken cancellation)
    {
        BlobNames.Check(name);
        await containers.Of(name).GetBlockBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    /// <summary>Another writer's commit also drops what we have staged under the name: then the list of blocks is not valid.</summary>
    private static bool NameIsTaken(RequestFailedException refused) =>
        refused.Status is 409 or 412 || (refused.ErrorCode is { } code && code == BlobErrorCode.InvalidBlockList);

    private static async Task<IDictionary<string, string>?> Metadata(BlockBlobClient blob, CancellationToken cancellation)
    {
        try
        {
            var properties = await blob.GetPropertiesAsync(cancellationToken: cancellation);
            return properties.Value.Metadata;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }
}
