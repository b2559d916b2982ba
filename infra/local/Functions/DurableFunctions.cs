using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Local.Durable;

namespace VksServerless.Local.Functions;

/// <summary>The application's orchestrators and activities, each run in a scope of its own.</summary>
internal sealed class DurableFunctions(
    IReadOnlyList<FunctionDescriptor> functions, FunctionPipeline pipeline, IServiceScopeFactory scopes, DataConverter converter) : IDurableFunctions
{
    private readonly Dictionary<string, FunctionDescriptor> _orchestrators = ByName<OrchestrationTriggerAttribute>(
        functions, (trigger, function) => trigger.Orchestration ?? function.Name);

    private readonly Dictionary<string, FunctionDescriptor> _activities = ByName<ActivityTriggerAttribute>(
        functions, (trigger, function) => trigger.Activity ?? function.Name);

    public IOrchestratorCall? Orchestrator(string name) =>
        _orchestrators.TryGetValue(name, out var function) ? new OrchestratorCall(function, pipeline, scopes.CreateAsyncScope()) : null;

    public async Task<object?> Activity(string name, string instance, string? input, CancellationToken cancellation)
    {
        var function = _activities.GetValueOrDefault(name) ?? throw new FunctionUnknownException(name);
        await using var scope = scopes.CreateAsyncScope();
        return await pipeline.Run(new Invocation(
            function, scope.ServiceProvider, (parameter, _) => converter.Deserialize(input, parameter.ParameterType), cancellation));
    }

    private static Dictionary<string, FunctionDescriptor> ByName<T>(
        IReadOnlyList<FunctionDescriptor> functions, Func<T, FunctionDescriptor, string> name)
        where T : Attribute => functions
            .Where(function => function.Trigger is T)
            .ToDictionary(function => name((T)(Attribute)function.Trigger, function), StringComparer.OrdinalIgnoreCase);

    private sealed class OrchestratorCall(FunctionDescriptor function, FunctionPipeline pipeline, AsyncServiceScope scope) : IOrchestratorCall
    {
        public Task<object?> Run(TaskOrchestrationContext context, Func<Type, object?> input) => pipeline.Run(new Invocation(
            function,
            scope.ServiceProvider,
            (parameter, kind) => kind is FunctionParameterKind.Trigger ? context : input(parameter.ParameterType),
            CancellationToken.None));

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
