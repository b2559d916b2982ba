using System.Net;
using System.Security.Cryptography.X509Certificates;
using VksServerless.Documents.Units;
using VksServerless.Server.Notices;
using VksServerless.Units;

namespace VksServerless.Server.Hosting;

/// <summary>What a server is started with.</summary>
/// <param name="DataFolder">Everything that it keeps stands in this folder. One server at a time.</param>
public sealed record ServerOptions(string DataFolder)
{
    /// <summary>On the loopback address; 0: any that is free.</summary>
    public int Port { get; init; }

    /// <summary>Where it listens: on this machine alone, unless a network is to reach it.</summary>
    public IPAddress Listen { get; init; } = IPAddress.Loopback;

    /// <summary>With it the server speaks HTTPS; null: HTTP.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Proxies that are believed in what they say of the address and the scheme that the browser used.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [];

    /// <summary>Whether everybody may sign in as a sample person, without a password: only where nobody else reaches the server.</summary>
    public bool SamplePeople { get; init; } = true;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Loaded when there is none yet.</summary>
    public UnitDirectory Directory { get; init; } = DirectoryFile.Shipped;

    public SmtpSettings Mail { get; init; } = SmtpSettings.FilesIn(Path.Combine(DataFolder, "mails"));

    /// <summary>Besides those of the environment and of appsettings.json, and before them.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>For tests: registered last.</summary>
    public Action<IServiceCollection> ConfigureServices { get; init; } = _ => { };

    /// <summary>Null: the console.</summary>
    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }
}
