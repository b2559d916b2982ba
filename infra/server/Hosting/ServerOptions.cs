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
