using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using VksServerless.Emulation.FunctionsHost.Functions;
using VksServerless.Emulation.FunctionsHost.Workers.Protocol;

namespace VksServerless.Emulation.FunctionsHost.Workers;

/// <summary>What is said to one worker process and heard from it.</summary>
/// <param name="begins">Called with the id of each function that is begun.</param>
internal sealed class Conversation(string app, Action<string> begins, ILogger log)
{
    private static readonly string[] Capabilities =
    [
        "RpcHttpTriggerMetadataRemoved", "RpcHttpBodyOnly", "TypedDataCollection", "HandlesWorkerTerminateMessage",
        "HandlesInvocationCancelMessage",
    ];

    private readonly Channel<StreamingMessage> _toSay = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> _invocations = [];
    private readonly TaskCompletionSource<LoadedApp> _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Function> _functions = [];
    private volatile bool _hasEnded;
    private Uri? _http;
    private int _toLoad;

    /// <summary>When every function is loaded.</summary>
    public Task<LoadedApp> Loaded => _loaded.Task;

    /// <summary>How many functions are running.</summary>
    public int Running => _invocations.Count;

    public async Task Hold(IAsyncStreamReader<StreamingMessage> heard, IAsyncStreamWriter<StreamingMessage> said, CancellationToken ended)
    {
        Say(new StreamingMessage { WorkerInitRequest = FirstWords() });
        var saying = Task.Run(
            async () =>
            {
                await foreach (var message in _toSay.Reader.ReadAllAsync(ended))
                {
                    await said.WriteAsync(message, ended);
                }
            },
            ended);
        await foreach (var message in heard.ReadAllAsync(ended))
        {
            Hear(message);
        }

        _toSay.Writer.TryComplete();
        await saying;
    }

    /// <exception cref="WorkerProcessExitException">The worker ended before it was done.</exception>
    public async Task<InvocationResponse> Invoke(InvocationRequest request, CancellationToken cancellation)
    {
        var answered = new TaskCompletionSource<InvocationResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        _invocations[request.InvocationId] = answered;
        begins(request.FunctionId);
        Say(new StreamingMessage { InvocationRequest = request });
        if (_hasEnded)
        {
            // It has ended since the caller was told of it, and may have missed this one.
            End();
        }

        await using var cancelled = cancellation.Register(
            () => Say(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = request.InvocationId } }));
        return await answered.Task;
    }

    public void AskToEnd(TimeSpan grace) => Say(new StreamingMessage
    {
        WorkerTerminate = new WorkerTerminate { GracePeriod = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(grace) },
    });

    /// <summary>Nothing more will be heard.</summary>
    public void End()
    {
        _hasEnded = true;
        var exit = new WorkerProcessExitException("The worker process has ended.");
        _loaded.TrySetException(exit);
        foreach (var invocation in _invocations.Keys)
        {
            if (_invocations.TryRemove(invocation, out var waiting))
            {
                waiting.TrySetException(exit);
            }
        }
    }

    private WorkerInitRequest FirstWords()
    {
        var first = new WorkerInitRequest { HostVersion = "4.1040.0", WorkerDirectory = app, FunctionAppDirectory = app };
        foreach (var capability in Capabilities)
        {
            first.Capabilities[capability] = "true";
        }

        return first;
    }

    private void Hear(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.WorkerInitResponse:
                _http = message.WorkerInitResponse.Capabilities.TryGetValue("HttpUri", out var address) ? new Uri(address) : null;
                Say(new StreamingMessage { FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = app } });
                break;
            case StreamingMessage.ContentOneofCase.FunctionMetadataResponse:
                Load(message.FunctionMetadataResponse.FunctionMetadataResults);
                break;
            case StreamingMessage.ContentOneofCase.FunctionLoadResponse:
                Loading(message.FunctionLoadResponse);
                break;
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (_invocations.TryRemove(message.InvocationResponse.InvocationId, out var waiting))
                {
                    waiting.TrySetResult(message.InvocationResponse);
                }

                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                WorkerLog.Pass(message.RpcLog, log);
                break;
        }
    }

    private void Load(Google.Protobuf.Collections.RepeatedField<RpcFunctionMetadata> functions)
    {
        _toLoad = functions.Count;
        foreach (var function in functions)
        {
            _functions.Add(Function.Of(function));
            Say(new StreamingMessage
            {
                FunctionLoadRequest = new FunctionLoadRequest { FunctionId = function.FunctionId, Metadata = function },
            });
        }
    }

    private void Loading(FunctionLoadResponse loaded)
    {
        if (loaded.Result.Status != StatusResult.Types.Status.Success)
        {
            _loaded.TrySetException(new InvalidOperationException($"A function could not be loaded: {loaded.Result.Exception?.Message}"));
        }
        else if (--_toLoad == 0)
        {
            _loaded.TrySetResult(new LoadedApp(_functions, _http ?? throw new InvalidOperationException("The worker takes no HTTP.")));
        }
    }

    private void Say(StreamingMessage message)
    {
        message.RequestId = Guid.NewGuid().ToString();
        _toSay.Writer.TryWrite(message);
    }
}

/// <param name="Http">Where the worker takes HTTP requests.</param>
internal sealed record LoadedApp(IReadOnlyList<Function> Functions, Uri Http);
