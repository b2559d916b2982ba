using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.IdentityModel.Tokens;
using VksServerless.Application;
using VksServerless.Application.Notices;
using VksServerless.Application.People;
using VksServerless.Application.Units;
using VksServerless.Application.Workflow;
using VksServerless.Documents;
using VksServerless.Notices;
using VksServerless.Server.Access;
using VksServerless.Server.Events;
using VksServerless.Server.Jobs;
using VksServerless.Server.Notices;
using VksServerless.Server.Pages;
using VksServerless.Server.Storage;
using VksServerless.Server.Workflow;
using VksServerless.Storage;
using VksServerless.Web;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Session;

namespace VksServerless.Server.Hosting;

/// <summary>Registers the use cases, and what the server puts behind their ports.</summary>
internal static class ServerServices
{
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static void Add(IServiceCollection services, ConfigurationManager configuration, ServerOptions options, DataFolder folder)
    {
        configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Identity:Issuer"] = SampleIssuer.Issuer, ["Identity:Audience"] = SampleIssuer.Audience });
        services.AddSingleton(options.Clock).AddSingleton<Workload>();
        AddStorage(services, folder);
        services.AddUseCases().AddReportingStorage().AddDocuments();
        services.AddSampleRegister().AddSingleton<ISamplePeople, SampleVisitors>();
        services.AddReportingWeb();
        services.AddReportingSettings(configuration).AddSingleton(PortalHere);
        AddBackgroundWork(services, options);
        services.AddSingleton(_ => new SampleIssuer(options.DataFolder, options.Clock));
        services.AddSingleton<BaseConfigurationManager>(provider => provider.GetRequiredService<SampleIssuer>().Keys);
        services.AddSingleton<BrowserSession>().AddSingleton<FirstPage>();
        services.AddSingleton(options.Mail).AddSingleton<IMailer, SmtpMailer>();
        options.ConfigureServices(services);
    }

    private static void AddStorage(IServiceCollection services, DataFolder folder) => services
        .AddSingleton(folder.Database)
        .AddSingleton<DeliveryBell>()
        .AddSingleton<IRowStore, SqliteRowStore>()
        .AddSingleton(folder.Blobs)
        .AddSingleton<IBlobStore, FileBlobStore>();

    private static void AddBackgroundWork(IServiceCollection services, ServerOptions options)
    {
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<ShippedDirectory>(provider, options.Directory));
        services.AddSingleton<EventQueue>().AddHostedService(provider => provider.GetRequiredService<EventQueue>());
        services.AddSingleton<CycleClock>().AddHostedService(provider => provider.GetRequiredService<CycleClock>());
        services.AddSingleton<JobRunner>().AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        services.AddSingleton<ICycleClock>(provider => provider.GetRequiredService<CycleClock>());
    }

    /// <summary>Mails name this server's own address unless a public one is set; a server that has not started has none yet.</summary>
    private static Portal PortalHere(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        return new Portal(
            () => configuration["Portal:Address"] is { Length: > 0 } address ? address
                : services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(),
            configuration["Portal:Contact"] ?? Portal.UsualContact);
    }
}

/// <summary>A setting that the server cannot run with; the message says which and how it is to be.</summary>
public sealed class SettingException(string message, Exception? inner = null) : Exception(message, inner);
