using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace VksServerless.Emulation.FunctionsHost.Timers;

/// <summary>Which of several hosts runs the timers: a lease in storage, taken over when its holder no longer renews it.</summary>
/// <param name="storage">Connection string.</param>
internal sealed class SingleHost(string storage) : IAsyncDisposable
{
    private const string Container = "azure-webjobs-hosts";
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly BlobClient _blob = new BlobContainerClient(storage, Container).GetBlobClient("locks/timers");
    private BlobLeaseClient? _lease;
    private bool _isHeld;
    private DateTime _lookAgain;

    public async Task<bool> IsThisOne(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            if (DateTime.UtcNow >= _lookAgain)
            {
                _isHeld = await HoldOrTake(cancellation);
                _lookAgain = DateTime.UtcNow + Renewal;
            }

            return _isHeld;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_isHeld)
        {
            await _lease!.ReleaseAsync();
        }

        _oneAtATime.Dispose();
    }

    private async Task<bool> HoldOrTake(CancellationToken cancellation)
    {
        try
        {
            _lease ??= await Prepare(cancellation);
            await (_isHeld
                ? _lease.RenewAsync(cancellationToken: cancellation)
                : _lease.AcquireAsync(Lease, cancellationToken: cancellation));
            return true;
        }
        catch (RequestFailedException)
        {
            // Another host holds it, or storage does not answer; the lease is asked for again.
            return false;
        }
    }

    private async Task<BlobLeaseClient> Prepare(CancellationToken cancellation)
    {
        await _blob.GetParentBlobContainerClient().CreateIfNotExistsAsync(cancellationToken: cancellation);
        if (!await _blob.ExistsAsync(cancellation))
        {
            await _blob.UploadAsync(BinaryData.FromString(""), overwrite: true, cancellation);
        }

        return _blob.GetBlobLeaseClient();
    }
}
