namespace VksServerless.Emulation.FunctionsHost.Functions;

/// <summary>The app's host.json, and settings that go before it (<c>AzureFunctionsJobHost__…</c>), as far as this host goes by it.</summary>
internal sealed class HostJson
{
    private readonly IConfiguration _settings;

    private HostJson(IConfiguration settings) => _settings = settings;

    public static HostJson Of(string app) => new(new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(app, "host.json"))
        .AddEnvironmentVariables("AzureFunctionsJobHost__")
        .Build());

    /// <summary>Before every route, without slashes.</summary>
    public string RoutePrefix => _settings["extensions:http:routePrefix"] ?? "api";

    public IConfigurationSection DurableTask => _settings.GetSection("extensions:durableTask");

    public int MaxConcurrentCalls => _settings.GetValue("extensions:serviceBus:maxConcurrentCalls", 16);

    public int MaxMessageBatchSize => _settings.GetValue("extensions:serviceBus:maxMessageBatchSize", 1000);
}
