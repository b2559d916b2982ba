using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace VksServerless.Azure.Events;

/// <summary>Whether the bus lets us in as a sender.</summary>
internal sealed class BusHealth(ServiceBusSender topic) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var opened = await topic.CreateMessageBatchAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
