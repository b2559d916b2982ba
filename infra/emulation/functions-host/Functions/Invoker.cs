using VksServerless.Emulation.FunctionsHost.Workers;
using VksServerless.Emulation.FunctionsHost.Workers.Protocol;

namespace VksServerless.Emulation.FunctionsHost.Functions;

/// <summary>Has the worker run a function.</summary>
internal sealed class Invoker(WorkerPool workers)
{
    private string _client = "";

    /// <summary>What a function gets as its Durable client; known once the Durable extension runs.</summary>
    public void Lend(string client) => _client = client;

    /// <exception cref="FunctionFailedException">It threw.</exception>
    /// <exception cref="WorkerProcessExitException">Its process has ended.</exception>
    public async Task<TypedData?> Run(Function function, TypedData trigger, CancellationToken cancellation)
    {
        var worker = await workers.Current(cancellation);
        return Result(function, await worker.Invoke(Request(function, trigger), cancellation));
    }

    public InvocationRequest Request(Function function, TypedData trigger)
    {
        var request = new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(),
            FunctionId = function.Id,
            TraceContext = new RpcTraceContext { TraceParent = System.Diagnostics.Activity.Current?.Id ?? "", TraceState = "" },
            RetryContext = new RetryContext(),
            InputData = { new ParameterBinding { Name = function.Trigger.Name, Data = trigger } },
        };
        if (function.Client is { } client)
        {
            request.InputData.Add(new ParameterBinding { Name = client.Name, Data = new TypedData { String = _client } });
        }

        return request;
    }

    private static TypedData? Result(Function function, InvocationResponse answer) =>
        answer.Result.Status == StatusResult.Types.Status.Success
            ? answer.ReturnValue
            : throw new FunctionFailedException($"{function.Name}: {WorkerLog.Of(answer.Result.Exception)}");
}

/// <summary>A function threw; the message has what and where.</summary>
internal sealed class FunctionFailedException(string message) : Exception(message);
