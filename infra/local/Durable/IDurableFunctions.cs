using Microsoft.DurableTask;

namespace VksServerless.Local.Durable;

/// <summary>The application's orchestrators and activities, as the engine needs them.</summary>
internal interface IDurableFunctions
{
    /// <summary>Null when there is none of that name.</summary>
    IOrchestratorCall? Orchestrator(string name);

    /// <param name="input">JSON, read as the activity's parameter says.</param>
    /// <exception cref="FunctionUnknownException">There is none of that name.</exception>
    Task<object?> Activity(string name, string instance, string? input, CancellationToken cancellation);
}

/// <summary>One run of an orchestrator, with the services of its own scope.</summary>
internal interface IOrchestratorCall : IAsyncDisposable
{
    Task<object?> Run(TaskOrchestrationContext context, Func<Type, object?> input);
}
