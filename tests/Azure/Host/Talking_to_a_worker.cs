using Microsoft.Extensions.Logging.Abstractions;
using VksServerless.Emulation.FunctionsHost.Workers;
using VksServerless.Emulation.FunctionsHost.Workers.Protocol;

namespace VksServerless.Azure.Tests.Host;

/// <summary>A function whose worker is gone is told so: else an orchestration would wait for it for ever.</summary>
public class Talking_to_a_worker
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Conversation _conversation = new("app", _ => { }, NullLogger.Instance);

    [Fact]
    public async Task A_function_that_runs_when_it_ends_fails()
    {
        var running = _conversation.Invoke(new InvocationRequest { InvocationId = "1" }, CancellationToken.None);

        _conversation.End();

        await Should.ThrowAsync<WorkerProcessExitException>(running.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_function_that_is_begun_after_its_end_fails_too()
    {
        _conversation.End();

        var late = _conversation.Invoke(new InvocationRequest { InvocationId = "1" }, CancellationToken.None);

        await Should.ThrowAsync<WorkerProcessExitException>(late.WaitAsync(Patience));
    }

    [Fact]
    public async Task And_so_does_one_of_a_worker_that_had_loaded_the_app()
    {
        using var line = new Line();
        var held = _conversation.Hold(line, line, CancellationToken.None);
        line.Hear(new StreamingMessage
        {
            WorkerInitResponse = new WorkerInitResponse { Capabilities = { ["HttpUri"] = "http://127.0.0.1:1" } },
        });
        line.Hear(new StreamingMessage
        {
            FunctionMetadataResponse = new FunctionMetadataResponse { FunctionMetadataResults = { Timer } },
        });
        line.Hear(new StreamingMessage
        {
            FunctionLoadResponse = new FunctionLoadResponse { Result = new StatusResult { Status = StatusResult.Types.Status.Success } },
        });
        await _conversation.Loaded.WaitAsync(Patience);
        line.Cut();
        await held;
        _conversation.End();

        var late = _conversation.Invoke(new InvocationRequest { InvocationId = "1", FunctionId = "f" }, CancellationToken.None);

        await Should.ThrowAsync<WorkerProcessExitException>(late.WaitAsync(Patience));
    }

    private static RpcFunctionMetadata Timer { get; } = new()
    {
        Name = "EveryMinute",
        FunctionId = "f",
        RawBindings = { """{"name":"timer","type":"timerTrigger","schedule":"0 * * * * *"}""" },
    };
}
