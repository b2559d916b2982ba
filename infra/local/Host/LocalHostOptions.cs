using System.Reflection;
using VksServerless.Local.Bus;

namespace VksServerless.Local.Host;

/// <summary>What a single-machine edition is started with.</summary>
public sealed record LocalHostOptions
{
    /// <summary>Everything that it keeps stands in this folder. One host at a time.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The application: the assembly that is deployed to the cloud (<see cref="Functions.AppAssembly"/> loads one from its path).</summary>
    public required Assembly App { get; init; }

    /// <summary>On the loopback address; 0: any that is free.</summary>
    public int Port { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Null: every subscription that a function names, with every subject.</summary>
    public IReadOnlyList<Subscription>? Subscriptions { get; init; }

    public BusOptions Bus { get; init; } = new();

    /// <summary>Activities that run side by side.</summary>
    public int Activities { get; init; } = 8;

    /// <summary>Settings of the application, besides those of the environment.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Registered last: what it registers takes the place of what the application and this edition have.</summary>
    public Action<IServiceCollection> ConfigureServices { get; init; } = _ => { };

    /// <summary>Pages of this edition beside the functions' routes.</summary>
    public Action<IEndpointRouteBuilder> MapEndpoints { get; init; } = _ => { };

    /// <summary>What every request passes first.</summary>
    public Func<HttpContext, RequestDelegate, Task> Enter { get; init; } = (http, next) => next(http);

    /// <summary>Null: the console.</summary>
    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }
}
