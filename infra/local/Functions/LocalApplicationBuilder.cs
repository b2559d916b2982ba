using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace VksServerless.Local.Functions;

/// <summary>What the application composes itself on, by the worker's own extension point.</summary>
internal sealed class LocalApplicationBuilder(IServiceCollection services) : IFunctionsWorkerApplicationBuilder
{
    public List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> Middleware { get; } = [];

    public IServiceCollection Services => services;

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        Middleware.Add(middleware);
        return this;
    }

    /// <summary>Runs the startup class that the application names by its attribute.</summary>
    public void Compose(Assembly app)
    {
        foreach (var startup in app.GetCustomAttributes<WorkerExtensionStartupAttribute>())
        {
            ((WorkerExtensionStartup)Activator.CreateInstance(startup.StartupType)!).Configure(this);
        }
    }
}
