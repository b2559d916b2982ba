namespace VksServerless.Server.Hosting;

/// <summary>What the server does besides answering requests: begins when it listens, so that its own address is known.</summary>
public abstract class BackgroundWork : IHostedLifecycleService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    protected BackgroundWork() => Stopping = _stopping.Token;

    /// <summary>Cancelled when the server is told to stop.</summary>
    protected CancellationToken Stopping { get; }

    public Task StartedAsync(CancellationToken cancellationToken) => Begin(cancellationToken);

    /// <summary>Waits for what is in hand as long as the host does. What is not done by then is done by the next process.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await End().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract Task Begin(CancellationToken cancellation);

    /// <summary>Completes when nothing is in hand any more.</summary>
    protected abstract Task End();

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stopping.Dispose();
        }
    }
}
