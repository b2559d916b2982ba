using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using VksServerless.Application;
using VksServerless.Application.Events;
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
using VksServerless.Server.Storage;
using VksServerless.Server.Workflow;
using VksServerless.Storage;
using VksServerless.Web;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Session;
using VksServerless.Workbooks;

namespace VksServerless.Server.Hosting;

/// <summary>Registers the use cases, and what the server puts behind their ports.</summary>
internal static class ServerServices
{
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static void Add(IServiceCollection services, ConfigurationManager configuration, ServerOptions options, DataFolder folder)
    {
        services.AddSingleton(options.Clock).AddSingleton<Workload>();
        AddStorage(services, folder);
        services.AddUseCases().AddReportingStorage().AddDocuments().AddWorkbooks();
        services.AddReportingWeb();
        services.AddReportingSettings(configuration).AddSingleton(PortalHere);
        AddBackgroundWork(services, options);
        if (options.SamplePeople)
        {
            AddSamplePeople(services, configuration, options);
        }
        else
        {
            AddIssuer(services, configuration);
        }

        AddProxies(services, options);
        services.AddSingleton(options.Mail).AddSingleton<IMailer, SmtpMailer>();
        options.ConfigureServices(services);
    }

    private static void AddSamplePeople(IServiceCollection services, ConfigurationManager configuration, ServerOptions options)
    {
        configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Identity:Issuer"] = SampleIssuer.Issuer, ["Identity:Audience"] = SampleIssuer.Audience });
        services.AddSampleRegister().AddSingleton<ISamplePeople, SampleVisitors>();
        services.AddSingleton(_ => new SampleIssuer(options.DataFolder, options.Clock));
        services.AddSingleton<BaseConfigurationManager>(provider => provider.GetRequiredService<SampleIssuer>().Keys);
    }

    /// <summary>Tokens of programs are trusted of the issuer at which people sign in, unless another one is named.</summary>
    private static void AddIssuer(IServiceCollection services, ConfigurationManager configuration)
    {
        var authority = configuration["SignIn:Authority"]!.TrimEnd('/');
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Identity:Issuer"] = configuration["Identity:Issuer"] ?? configuration["SignIn:Authority"],
        });
        var metadata = new Uri(configuration["Identity:Metadata"] ?? $"{authority}/.well-known/openid-configuration");
        services.AddSingleton<BaseConfigurationManager>(_ => new ConfigurationManager<OpenIdConnectConfiguration>(
            metadata.ToString(), new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = !metadata.IsLoopback }));
    }

    private static void AddProxies(IServiceCollection services, ServerOptions options) => services.Configure<ForwardedHeadersOptions>(
        forwarded =>
        {
            forwarded.ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in options.Proxies)
            {
                forwarded.KnownProxies.Add(proxy);
            }
        });

    private static void AddStorage(IServiceCollection services, DataFolder folder) => services
        .AddSingleton(folder.Database)
        .AddSingleton<DeliveryBell>()
        .AddSingleton<IRowStore, SqliteRowStore>()
        .AddSingleton(folder.Blobs)
        .AddSingleton<IBlobStore, FileBlobStore>();

    private static void AddBackgroundWork(IServiceCollection services, ServerOptions options)
    {
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<ShippedDirectory>(provider, options.Directory));
        services.AddSingleton<IDeliveryQueues, DeliveryQueues>();
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
