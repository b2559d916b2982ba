using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;
using VksServerless.Application;

namespace VksServerless.Functions.Telemetry;

/// <summary>Spans and logs of the worker, which it exports itself; the host then exports none for it.</summary>
public static class TelemetryRegistration
{
    public const string ConnectionKey = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>The host's setting, of the form <c>ClientId=…;Authorization=AAD</c>.</summary>
    public const string AuthenticationKey = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>Without a connection string nothing is exported.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var telemetry = services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
            .WithTracing(tracing => tracing.AddSource(Tracing.SourceName));
        if (configuration[ConnectionKey] is { Length: > 0 } connection)
        {
            telemetry.UseAzureMonitorExporter(exporter => Apply(exporter, connection));
            if (configuration[AuthenticationKey]?.Contains("Authorization=AAD", StringComparison.OrdinalIgnoreCase) == true)
            {
                services.AddOptions<AzureMonitorExporterOptions>()
                    .Configure<TokenCredential>((exporter, credential) => exporter.Credential = credential);
            }

            // The span of a request says the same.
            services.AddLogging(logging => logging.AddFilter<OpenTelemetryLoggerProvider>("Microsoft.AspNetCore", LogLevel.Warning));
        }

        return services;
    }

    private static void Apply(AzureMonitorExporterOptions exporter, string connection)
    {
        exporter.ConnectionString = connection;

        // The id that a person reads out must find its trace. The exporter's own choice would be five traces a second.
        exporter.SamplingRatio = 1;
        exporter.TracesPerSecond = null;
        exporter.EnableTraceBasedLogsSampler = false;

        // The host has it already.
        exporter.EnableLiveMetrics = false;
    }
}
