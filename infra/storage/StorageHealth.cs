using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace VksServerless.Storage;

/// <summary>Whether rows can be read.</summary>
internal sealed class RowsHealth(IRowStore rows) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await rows.Find("health", "none", cancellationToken);
        return HealthCheckResult.Healthy();
    }
}

/// <summary>Whether blobs can be read: those that stay for good, and files of drafts, which may lie elsewhere.</summary>
internal sealed class BlobsHealth(IBlobStore blobs) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var received = await blobs.Open("health/none", cancellationToken);
        using var file = await blobs.Open($"{BlobNames.Files}health/none", cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
