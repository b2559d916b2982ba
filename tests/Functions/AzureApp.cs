using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace VksServerless.Functions.Tests;

/// <summary>The app as it is built and configured.</summary>
internal static class AzureApp
{
    public static string Repository { get; } = typeof(AzureApp).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "Repository").Value!;

    public static IConfiguration Configuration { get; } = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["AzureWebJobsStorage:tableServiceUri"] = "https://vks.table.core.windows.net",
        ["AzureWebJobsStorage:blobServiceUri"] = "https://vks.blob.core.windows.net",
        ["Evidence:blobServiceUri"] = "https://vksev.blob.core.windows.net",
        ["ServiceBus:fullyQualifiedNamespace"] = "vks.servicebus.windows.net",
        ["Mail:Endpoint"] = "https://vks.communication.azure.com",
        ["Mail:Sender"] = "bao-cao@vks.example",
        ["Identity:Issuer"] = "https://issuer.example",
        ["Identity:Audience"] = "vks",
        ["Identity:Metadata"] = "https://issuer.example/.well-known/openid-configuration",
        ["Portal:Address"] = "https://bao-cao.vks.example",
    }).Build();

    /// <summary>The classes that hold triggers.</summary>
    public static IReadOnlyList<Type> Holders { get; } =
    [
        .. typeof(AzureDoor).Assembly.GetTypes()
            .Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(FunctionAttribute), false))),
    ];

    /// <summary>What the SDK has written for the host: name and trigger of each function.</summary>
    public static IReadOnlyList<(string Name, JsonElement Trigger)> Functions { get; } =
    [
        .. from function in Read("functions.metadata").EnumerateArray()
           select (
               function.GetProperty("name").GetString()!,
               function.GetProperty("bindings").EnumerateArray()
                   .Single(binding => Type(binding).EndsWith("Trigger", StringComparison.Ordinal))),
    ];

    public static IEnumerable<(string Name, JsonElement Trigger)> Triggers(string type) =>
        Functions.Where(function => Type(function.Trigger) == type);

    public static JsonElement Read(string file) =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, file)));

    private static string Type(JsonElement binding) => binding.GetProperty("type").GetString()!;
}
