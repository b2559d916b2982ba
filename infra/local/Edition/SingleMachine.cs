using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.IdentityModel.Tokens;
using VksServerless.Documents.Units;
using VksServerless.Events;
using VksServerless.Local.Access;
using VksServerless.Local.Bus;
using VksServerless.Local.Host;
using VksServerless.Local.Notifications;
using VksServerless.Notifications;
using VksServerless.Units;

namespace VksServerless.Local.Edition;

/// <summary>The whole of the single-machine edition: the host with its sample people, its directory, its mail and its pages.</summary>
public static class SingleMachine
{
    /// <summary>Starts it; on an empty data folder the shipped directory is loaded.</summary>
    public static async Task<LocalHost> Start(SingleMachineOptions options, CancellationToken cancellation)
    {
        var host = await LocalHost.Start(Host(options), cancellation);
        var directories = host.Services.GetRequiredService<IDirectoryStore>();
        if (await directories.Read(cancellation) is { ETag: "" })
        {
            await directories.Replace(options.Directory, "", cancellation);
        }

        return host;
    }

    private static LocalHostOptions Host(SingleMachineOptions options)
    {
        PrivateFolder.Make(options.DataFolder);
        System.IO.Directory.CreateDirectory(options.Mail.Folder);
        return new LocalHostOptions
        {
            DataFolder = options.DataFolder,
            App = options.App,
            Port = options.Port,
            Clock = options.Clock,
            Bus = options.Bus,
            Subscriptions = [.. Subscriptions.All.Select(subscription => new Subscription(Subscriptions.Topic, subscription.Key, [.. subscription.Value]))],
            Settings = new Dictionary<string, string?> { ["Identity:Issuer"] = SampleIssuer.Issuer, ["Identity:Audience"] = SampleIssuer.Audience },
            ConfigureServices = services =>
            {
                services.AddSingleton(_ => new SampleIssuer(options.DataFolder, options.Clock));
                services.AddSingleton<BaseConfigurationManager>(provider => provider.GetRequiredService<SampleIssuer>().Keys);
                services.AddSingleton<BrowserSession>();
                services.AddSingleton<FirstPage>();
                services.AddSingleton(Portal);
                services.AddSingleton(options.Mail);
                services.AddSingleton<IMailer, SmtpMailer>();
                options.ConfigureServices(services);
            },
            MapEndpoints = Pages.Map,
            Enter = BrowserSession.Enter,
            ConfigureLogging = options.ConfigureLogging,
        };
    }

    /// <summary>Mails name this host's own address unless a public one is set; a host that has not started has none yet.</summary>
    private static Portal Portal(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        return new Portal(
            () => configuration["Portal:Address"] ?? services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(),
            configuration["Portal:Contact"] ?? VksServerless.Notifications.Portal.UsualContact);
    }
}

/// <summary>What a single-machine edition is started with.</summary>
public sealed record SingleMachineOptions(string DataFolder, Assembly App)
{
    /// <summary>On the loopback address; 0: any that is free.</summary>
    public int Port { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public BusOptions Bus { get; init; } = new();

    /// <summary>Loaded when there is none yet.</summary>
    public UnitDirectory Directory { get; init; } = DirectoryFile.Shipped;

    public SmtpSettings Mail { get; init; } = new("bao-cao@vks.example", Path.Combine(DataFolder, "mails"), null, 25);

    /// <summary>For tests: registered last.</summary>
    public Action<IServiceCollection> ConfigureServices { get; init; } = _ => { };

    /// <summary>Null: the console.</summary>
    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }
}
