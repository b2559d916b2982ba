using System.Collections.Concurrent;
using System.Diagnostics;

namespace VksServerless.Emulation.FunctionsHost.Workers;

/// <summary>Keeps one worker process going: when it ends, for whatever reason, the next one is started.</summary>
internal sealed class WorkerPool(AppOptions options, ILoggerFactory logs) : IAsyncDisposable
{
    private static readonly TimeSpan BeforeTheNext = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Conversation> _conversations = [];
    private readonly ConcurrentDictionary<string, long> _invocations = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly ILogger _log = logs.CreateLogger("Worker");
    private volatile TaskCompletionSource<Conversation> _current = New();
    private Process? _process;
    private Task _running = Task.CompletedTask;

    /// <summary>Of the process that runs now.</summary>
    public int ProcessId => _process?.Id ?? 0;

    /// <summary>How many functions are running.</summary>
    public int Running => _conversations.Values.Sum(conversation => conversation.Running);

    /// <summary>How often each function was begun since this host was started, by its id.</summary>
    public IReadOnlyDictionary<string, long> Invocations => _invocations;

    /// <summary>How often a process was started.</summary>
    public int Starts { get; private set; }

    public Conversation? Of(string? worker) => worker is null ? null : _conversations.GetValueOrDefault(worker);

    /// <param name="address">Where this host takes calls of its workers.</param>
    public void Start(Uri address) => _running = Task.Run(() => KeepGoing(address));

    /// <summary>The worker that has loaded the app, as soon as there is one.</summary>
    public async Task<Conversation> Current(CancellationToken cancellation) => await _current.Task.WaitAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        if (!_stopping.IsCancellationRequested)
        {
            await _stopping.CancelAsync();
            await _running;
        }
    }

    private static TaskCompletionSource<Conversation> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task KeepGoing(Uri address)
    {
        while (!_stopping.IsCancellationRequested)
        {
            var id = Guid.NewGuid().ToString();
            var conversation = _conversations[id] = new Conversation(
                options.App, function => _invocations.AddOrUpdate(function, 1, (_, count) => count + 1), _log);
            using var process = _process = WorkerProcess.Start(options, address, id, _log);
            Starts++;
            var told = conversation.Loaded.ContinueWith(
                _ => _current.TrySetResult(conversation), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion,
                TaskScheduler.Default);
            await Ended(process, conversation);
            _log.LogWarning("Worker process {Process} has ended with {Code}", process.Id, process.ExitCode);
            conversation.End();
            await Task.WhenAny(told);
            if (_current.Task.IsCompleted)
            {
                _current = New();
            }

            _conversations.TryRemove(id, out _);
            await Task.WhenAny(Task.Delay(BeforeTheNext, _stopping.Token));
        }
    }

    private async Task Ended(Process process, Conversation conversation)
    {
        try
        {
            await process.WaitForExitAsync(_stopping.Token);
        }
        catch (OperationCanceledException)
        {
            conversation.AskToEnd(Grace);
            using var patience = new CancellationTokenSource(Grace);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }
}
