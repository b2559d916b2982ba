using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace VksServerless.Local.Functions;

/// <summary>The application's middleware, and behind it the function.</summary>
internal sealed class FunctionPipeline(IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
{
    private readonly FunctionExecutionDelegate _run = middleware.Reverse().Aggregate<
        Func<FunctionExecutionDelegate, FunctionExecutionDelegate>, FunctionExecutionDelegate>(Execute, (next, wrap) => wrap(next));

    /// <param name="prepare">What the trigger adds to the context before the first middleware sees it.</param>
    public async Task<object?> Run(Invocation invocation, Action<FunctionContext>? prepare = null)
    {
        var context = new LocalFunctionContext(invocation);
        prepare?.Invoke(context);
        await _run(context);
        return invocation.Result;
    }

    private static async Task Execute(FunctionContext context)
    {
        var invocation = ((LocalFunctionContext)context).Invocation;
        var parameters = invocation.Function.Parameters;
        var arguments = new object?[parameters.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = parameters[i].Kind switch
            {
                FunctionParameterKind.Context => context,
                FunctionParameterKind.Cancellation => invocation.Cancellation,
                FunctionParameterKind.DurableClient => context.InstanceServices.GetRequiredService<DurableTaskClient>(),
                var kind => invocation.Bind(parameters[i].Parameter, kind),
            };
        }

        invocation.Result = await invocation.Function.Call.Invoke(context.InstanceServices, arguments);
    }
}
