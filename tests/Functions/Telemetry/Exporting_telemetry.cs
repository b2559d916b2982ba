using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;
using VksServerless.Application;
using VksServerless.Functions.Telemetry;

namespace VksServerless.Functions.Tests.Telemetry;

public class Exporting_telemetry
{
    private const string Connection = "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=https://127.0.0.1:1/";

    [Fact]
    public async Task The_host_is_told_to_export_nothing_for_the_worker()
    {
        AzureApp.Read("host.json").GetProperty("telemetryMode").GetString().ShouldBe("OpenTelemetry");
        await using var services = Services();

        services.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities
            .ShouldContainKeyAndValue("WorkerOpenTelemetryEnabled", bool.TrueString);
    }

    [Fact]
    public async Task Without_a_connection_string_spans_are_made_and_nothing_is_exported()
    {
        await using var services = Services();
        services.GetRequiredService<TracerProvider>().ShouldNotBeNull();

        using var span = Tracing.Begin("something");

        span.Source.Name.ShouldBe(Tracing.SourceName, "made for a listener");
        services.GetServices<ILoggerProvider>().OfType<OpenTelemetryLoggerProvider>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Everything_is_exported_under_the_identity_of_the_app()
    {
        await using var services = Services(
            (TelemetryRegistration.ConnectionKey, Connection),
            (TelemetryRegistration.AuthenticationKey, "ClientId=1;Authorization=AAD"));

        var exporter = services.GetRequiredService<IOptions<AzureMonitorExporterOptions>>().Value;

        exporter.ConnectionString.ShouldBe(Connection);
        exporter.Credential.ShouldBeSameAs(services.GetRequiredService<TokenCredential>());
        (exporter.SamplingRatio, exporter.TracesPerSecond, exporter.EnableTraceBasedLogsSampler).ShouldBe((1f, null, false));
        services.GetServices<ILoggerProvider>().OfType<OpenTelemetryLoggerProvider>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Where_the_key_is_in_the_connection_string_no_identity_is_asked_for()
    {
        await using var services = Services((TelemetryRegistration.ConnectionKey, Connection));

        services.GetRequiredService<IOptions<AzureMonitorExporterOptions>>().Value.Credential.ShouldBeNull();
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddConfiguration(AzureApp.Configuration)
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value))).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging()
            .AddAzureDoor(configuration).AddTelemetry(configuration).BuildServiceProvider();
    }
}
