using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using VksServerless.Local.Bus;
using VksServerless.Local.Durable;
using VksServerless.Local.Functions;
using VksServerless.Local.Http;
using VksServerless.Local.Schedules;
using VksServerless.Local.Storage;
using VksServerless.Storage;

namespace VksServerless.Local.Host;

/// <summary>Registers what this edition puts behind the application's ports.</summary>
internal static class LocalServices
{
    public static void Add(
        IServiceCollection services, LocalHostOptions options, SqliteDatabase database, IReadOnlyList<FunctionDescriptor> functions,
        LocalApplicationBuilder application, HostJson hostJson)
    {
        // As the genuine worker: names in JSON are read whatever their case.
        services.Configure<JsonSerializerOptions>(json => json.PropertyNameCaseInsensitive = true);
        services.AddSingleton(options.Clock);
        services.AddSingleton(database);
        services.AddSingleton<Workload>();
        services.AddSingleton(_ => new FunctionPipeline(application.Middleware));
        services.AddSingleton<HttpFunctions>();
        services.AddMvcCore();

        services.AddSingleton<IRowStore, SqliteRowStore>();
        services.AddSingleton(new BlobFolder(Path.Combine(options.DataFolder, "blobs"), database));
        services.AddSingleton<IBlobStore, FileBlobStore>();

        services.AddSingleton(provider => new LocalBus(
            database,
            provider.GetRequiredService<Workload>(),
            options.Clock,
            options.Subscriptions ?? BusFunctions.Subscriptions(functions, provider.GetRequiredService<IConfiguration>()),
            options.Bus));
        services.AddSingleton<ServiceBusClient, LocalServiceBusClient>();
        services.AddSingleton<DeadLetters>();
        services.AddSingleton(provider => new BusPump(
            provider.GetRequiredService<LocalBus>(),
            database,
            provider.GetRequiredService<Workload>(),
            options.Clock,
            options.Bus,
            BusFunctions.Listeners(
                functions,
                provider.GetRequiredService<FunctionPipeline>(),
                provider.GetRequiredService<IServiceScopeFactory>(),
                provider.GetRequiredService<IConfiguration>()),
            provider.GetRequiredService<ILogger<BusPump>>()));

        services.AddSingleton<DataConverter>(provider => new FunctionsDataConverter(
            provider.GetRequiredService<IOptions<JsonSerializerOptions>>().Value));
        services.AddSingleton<IDurableFunctions>(provider => new DurableFunctions(
            functions,
            provider.GetRequiredService<FunctionPipeline>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<DataConverter>()));
        services.AddSingleton(new DurableOptions(hostJson.DefaultVersion, Activities: options.Activities));
        services.AddSingleton<DurableEngine>();
        services.AddSingleton<DurableTaskClient, LocalDurableTaskClient>();
        services.AddSingleton<DurableHistory>();

        services.AddSingleton(provider => new ScheduleRunner(
            functions,
            provider.GetRequiredService<FunctionPipeline>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<IConfiguration>(),
            database,
            provider.GetRequiredService<Workload>(),
            options.Clock,
            provider.GetRequiredService<ILogger<ScheduleRunner>>()));
    }
}
