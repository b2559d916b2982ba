using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.IdentityModel.Tokens;

namespace VksServerless.Azure.Access;

/// <summary>Whether the issuer's keys are known.</summary>
internal sealed class IssuerHealth(BaseConfigurationManager keys) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await keys.GetBaseConfigurationAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
