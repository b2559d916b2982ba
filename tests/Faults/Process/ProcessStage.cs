using System.Diagnostics;
using VksServerless.Faults.Cycle;
using VksServerless.Server.Access;
using VksServerless.Server.Clock;

namespace VksServerless.Faults.Process;

/// <summary>The edition in a process of its own.</summary>
internal sealed class ProcessStage : IStage, IDisposable
{
    private const int MostLooks = 600;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(31);

    private readonly SimulatedClock _clock = new(Campaign.Start);
    private readonly string _folder;
    private readonly string _clockFile;
    private System.Diagnostics.Process? _process;
    private Api? _api;
    private SampleIssuer? _issuer;

    public ProcessStage(string folder)
    {
        (_folder, _clockFile) = (Path.Combine(folder, "data"), Path.Combine(folder, "clock"));
        FileClock.Write(_clockFile, _clock.GetUtcNow());
    }

    public string Mails => Path.Combine(_folder, "mails");

    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { typeof(ProcessStage).Assembly.Location, _folder, _clockFile })
        {
            start.ArgumentList.Add(argument);
        }

        _process = System.Diagnostics.Process.Start(start)!;
        var address = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The process ended.");
        _issuer ??= new SampleIssuer(_folder, _clock);
        _api?.Dispose();
        _api = new Api(new Uri(address), _issuer.TokenFor);
    }

    /// <summary>
    /// Plays a part, kills the process as soon as the disk shows that the work is under way, and plays the part to its end.
    /// </summary>
    /// <returns>Whether the work was found half done, or was over before the process was dead.</returns>
    public async Task<bool> Kill(Func<Task> part, Func<DatabaseView, bool> underWay)
    {
        using var over = new CancellationTokenSource();
        var watching = Task.Factory.StartNew(
            () => KillWhen(underWay, over.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            await part();
        }
        catch (HttpRequestException)
        {
            // Nobody is there any more.
        }

        await over.CancelAsync();
        if (!await watching)
        {
            return false;
        }

        bool halfDone;
        using (var view = new DatabaseView(_folder))
        {
            halfDone = underWay(view);
        }

        await Start();
        Advance(Moment);
        await part();
        return halfDone;
    }

    public async Task<Answer> Try(Func<Api, Task<Answer>> request)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            var answer = await request(_api!);
            // Unauthenticated: the other process has not yet seen that the clock has moved.
            if (answer.Status is < 500 and not 401)
            {
                return answer;
            }

            await Task.Delay(Look);
        }

        throw new InvalidOperationException("The edition does not get over the fault.");
    }

    public Task PlayTo(DateTimeOffset instant)
    {
        Advance(instant - _clock.GetUtcNow());
        return Task.CompletedTask;
    }

    public async Task Until(Func<Task<bool>> holds)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(Look);
            Advance(Moment);
        }

        throw new InvalidOperationException($"The cycle is stuck at {_clock.GetUtcNow():O}.");
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process?.Dispose();
        _api?.Dispose();
        _issuer?.Dispose();
    }

    private bool KillWhen(Func<DatabaseView, bool> underWay, CancellationToken over)
    {
        using var view = new DatabaseView(_folder);
        while (!over.IsCancellationRequested)
        {
            if (underWay(view))
            {
                _process!.Kill();
                _process.WaitForExit();
                return true;
            }

            Thread.Yield();
        }

        return false;
    }

    private void Advance(TimeSpan by)
    {
        if (by > TimeSpan.Zero)
        {
            _clock.Advance(by);
            FileClock.Write(_clockFile, _clock.GetUtcNow());
        }
    }
}
