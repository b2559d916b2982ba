namespace VksServerless.Server.Storage;

/// <summary>A fault of the disk passes; what is in hand must not be dropped meanwhile.</summary>
internal sealed class DiskFaults(string what, ILogger log)
{
    /// <summary>The machine's time: nothing else moves on while the disk fails.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Does it until it is done.</summary>
    public async Task<T> Outlast<T>(Func<Task<T>> work, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                return await work();
            }
            catch (Exception fault) when (!stopping.IsCancellationRequested)
            {
                log.LogError(fault, "The database cannot be used for {What}; trying again", what);
                await Task.Delay(Pause, stopping);
            }
        }
    }

    public Task Outlast(Func<Task> work, CancellationToken stopping) => Outlast(
        async () =>
        {
            await work();
            return true;
        },
        stopping);

    public Task<T> Outlast<T>(Func<T> work, CancellationToken stopping) => Outlast(() => Task.FromResult(work()), stopping);
}
