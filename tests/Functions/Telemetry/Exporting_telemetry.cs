using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;
using VksServerless.Application;
using VksServerless.Application.Jobs;
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

    /// <summary>What the alerts and the operators look for: bicep/modules/alerts.bicep, docs/operations.md.</summary>
    [Fact]
    public async Task A_fault_arrives_once_with_its_trace_and_a_run_of_the_jobs_as_a_request()
    {
        using var service = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/";
        service.Prefixes.Add(address);
        service.Start();
        var received = Receive(service);
        var trace = "";
        await using (var services = Services(
            (TelemetryRegistration.ConnectionKey, $"InstrumentationKey={Guid.Empty};IngestionEndpoint={address}")))
        {
            foreach (var starting in services.GetServices<IHostedService>().Where(IsOfTelemetry))
            {
                await starting.StartAsync(CancellationToken.None);
            }

            var tracer = services.GetRequiredService<TracerProvider>();
            var log = services.GetRequiredService<ILoggerFactory>();
            using (Tracing.Begin("request"))
            {
                trace = Tracing.Id!;
                log.CreateLogger("VksServerless").LogError(new TimeoutException("busy"), "{Message} is set aside: {Reason}", "m", "why");
                log.CreateLogger("Microsoft.AspNetCore.Hosting").LogInformation("Request starting");
            }

            await new RunJobs([]).Execute(Cadence.EveryMinute, CancellationToken.None);
            tracer.ForceFlush();
        }

        service.Stop();
        var items = await received;
        var fault = Of(items, "ExceptionData").ShouldHaveSingleItem();
        fault.GetProperty("tags").GetProperty("ai.operation.id").GetString().ShouldBe(trace);
        fault.GetProperty("data").GetProperty("baseData").GetProperty("properties").GetProperty("OriginalFormat").GetString()
            .ShouldBe("{Message} is set aside: {Reason}");
        Of(items, "MessageData").ShouldBeEmpty();
        var run = Of(items, "RequestData").Single(request => Name(request) == "EveryMinute");
        run.GetProperty("tags").GetProperty("ai.operation.name").GetString().ShouldBe("EveryMinute");
        run.GetProperty("data").GetProperty("baseData").GetProperty("success").GetBoolean().ShouldBeTrue();
        Of(items, "RemoteDependencyData").ShouldContain(span => Name(span) == "request");
    }

    private static bool IsOfTelemetry(IHostedService service) =>
        service.GetType().Assembly.GetName().Name!.Contains("OpenTelemetry", StringComparison.Ordinal);

    private static List<JsonElement> Of(IEnumerable<JsonElement> items, string type) =>
        [.. items.Where(item => item.GetProperty("data").GetProperty("baseType").GetString() == type)];

    private static string? Name(JsonElement item) =>
        item.GetProperty("data").GetProperty("baseData").GetProperty("name").GetString();

    private static int FreePort()
    {
        using var free = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    /// <summary>Takes what is exported until it is stopped.</summary>
    private static async Task<IReadOnlyList<JsonElement>> Receive(HttpListener service)
    {
        var items = new List<JsonElement>();
        while (true)
        {
            HttpListenerContext call;
            try
            {
                call = await service.GetContextAsync();
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
            {
                return items;
            }

            var body = call.Request.Headers["Content-Encoding"] == "gzip"
                ? new GZipStream(call.Request.InputStream, CompressionMode.Decompress)
                : call.Request.InputStream;
            using var reader = new StreamReader(body);
            var lines = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            items.AddRange(lines.Select(line => JsonSerializer.Deserialize<JsonElement>(line)));
            call.Response.ContentType = "application/json";
            call.Response.Close(
                Encoding.UTF8.GetBytes($$"""{"itemsReceived":{{lines.Length}},"itemsAccepted":{{lines.Length}},"errors":[]}"""), false);
        }
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddConfiguration(AzureApp.Configuration)
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value))).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging()
            .AddAzureDoor(configuration).AddTelemetry(configuration).BuildServiceProvider();
    }
}
