namespace Microsoft.Azure.Functions.Worker.Core;

public abstract class WorkerExtensionStartup
{
    public abstract void Configure(IFunctionsWorkerApplicationBuilder applicationBuilder);
}

[AttributeUsage(AttributeTargets.Assembly, Inherited = false, AllowMultiple = true)]
public class WorkerExtensionStartupAttribute : Attribute
{
    public WorkerExtensionStartupAttribute(Type startupType) =>
        StartupType = startupType ?? throw new ArgumentNullException(nameof(startupType));

    public Type StartupType { get; }
}
