using VksServerless.Emulation.FunctionsHost.Functions;

namespace VksServerless.Emulation.FunctionsHost.Timers;

/// <summary>Every timer function, run by one host at a time: the one that holds the lock.</summary>
internal sealed class TimerFunctions : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly IReadOnlyList<TimerFunction> _timers;
    private readonly SingleHost _single;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _running;

    public TimerFunctions(IEnumerable<Function> functions, TimeProvider clock, Invoker invoker, SingleHost single, ILogger log)
    {
        _timers = [.. functions.Where(function => function.Trigger.Type == "timerTrigger")
            .Select(function => new TimerFunction(function, clock, invoker, log))];
        _single = single;
        _running = Task.Run(LookAround);
    }

    /// <summary>Runs what is due; the clock may have been set instead of having run on.</summary>
    public async Task Check(CancellationToken cancellation)
    {
        if (await _single.IsThisOne(cancellation))
        {
            await Task.WhenAll(_timers.Select(timer => timer.RunIfDue(cancellation)));
        }
    }

    /// <returns>False when there is no such timer.</returns>
    public async Task<bool> Run(string name, CancellationToken cancellation)
    {
        if (_timers.FirstOrDefault(timer => timer.Name == name) is not { } found)
        {
            return false;
        }

        await found.Run(cancellation);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        foreach (var timer in _timers)
        {
            timer.Dispose();
        }

        _stopping.Dispose();
    }

    private async Task LookAround()
    {
        using var timer = new PeriodicTimer(Look);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                await Check(_stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // This host stops.
        }
    }
}
