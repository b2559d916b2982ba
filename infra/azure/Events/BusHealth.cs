using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VksServerless.Application.Events;

namespace VksServerless.Azure.Events;

/// <summary>Whether the bus lets us in as a sender, now: the sender that is used asks it only once.</summary>
internal sealed class BusHealth(ServiceBusClient bus) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var topic = bus.CreateSender(Subscriptions.Topic);
        using var opened = await topic.CreateMessageBatchAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
