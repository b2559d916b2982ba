using Azure.Core;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Events;
using VksServerless.Application.Jobs;

namespace VksServerless.Azure.Events;

internal static class ServiceBusRegistration
{
    /// <summary>The same setting by which the Functions host finds the bus for its triggers.</summary>
    public const string NamespaceKey = "ServiceBus:fullyQualifiedNamespace";

    /// <summary>A connection string, for the emulator on one's own machine.</summary>
    public const string EmulatorKey = "ServiceBus";

    /// <summary>A bus that hangs is given up before it holds up everything else: the sweep finds what was not sent.</summary>
    private static ServiceBusClientOptions Options => new() { RetryOptions = { TryTimeout = TimeSpan.FromSeconds(15), MaxRetries = 2 } };

    public static IServiceCollection AddServiceBus(this IServiceCollection services, IConfiguration configuration)
    {
        var make = Client(configuration);
        return services
            .AddSingleton(make)
            .AddSingleton(provider => provider.GetRequiredService<ServiceBusClient>().CreateSender(Subscriptions.Topic))
            .AddSingleton<DeliverFromBus>()
            .AddSingleton<IDeliveryQueues, BusQueues>()
            .AddSingleton<OutboxRelay>()
            .AddHostedService(provider => provider.GetRequiredService<OutboxRelay>())
            .AddSingleton<IJob, SweepOutbox>()
            .AddHealthChecks().AddCheck<BusHealth>("bus").Services;
    }

    private static Func<IServiceProvider, ServiceBusClient> Client(IConfiguration configuration) =>
        configuration[EmulatorKey] is { Length: > 0 } emulator && emulator.Contains("UseDevelopmentEmulator=true", StringComparison.Ordinal)
            ? _ => new ServiceBusClient(emulator, Options)
        : configuration[NamespaceKey] is { Length: > 0 } bus
            ? provider => new ServiceBusClient(bus, provider.GetRequiredService<TokenCredential>(), Options)
        : throw new InvalidOperationException($"Set {NamespaceKey}.");
}
