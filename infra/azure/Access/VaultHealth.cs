using System.Security.Cryptography;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace VksServerless.Azure.Access;

/// <summary>Whether the vault wraps and unwraps for us, now: a host that has its keys asks it once a day.</summary>
internal sealed class VaultHealth(VaultKey vault) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var key = RandomNumberGenerator.GetBytes(SealedXml.KeySize);
        var back = await vault.Unwrap(await vault.Wrap(key, cancellationToken), cancellationToken);
        return CryptographicOperations.FixedTimeEquals(key, back)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The vault unwraps something else than it has wrapped.");
    }
}
