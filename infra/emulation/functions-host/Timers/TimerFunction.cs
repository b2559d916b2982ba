using System.Text.Json;
using NCrontab;
using VksServerless.Emulation.FunctionsHost.Functions;
using VksServerless.Emulation.FunctionsHost.Workers.Protocol;

namespace VksServerless.Emulation.FunctionsHost.Timers;

/// <summary>A timer function and when it is next due. It never runs twice at the same time.</summary>
internal sealed class TimerFunction(Function function, TimeProvider clock, Invoker invoker, ILogger log) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly CrontabSchedule _schedule = CrontabSchedule.Parse(
        function.Trigger.Text("schedule"), new CrontabSchedule.ParseOptions { IncludingSeconds = true });
    private DateTime _next = DateTime.MinValue;

    public string Name => function.Name;

    /// <summary>Runs it once if it has become due since it was last looked at, however often it did.</summary>
    public async Task RunIfDue(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (_next == DateTime.MinValue || now < _next - TimeSpan.FromDays(1))
        {
            // The first look, or the clock was set back.
            _next = _schedule.GetNextOccurrence(now);
        }

        if (now >= _next)
        {
            _next = _schedule.GetNextOccurrence(now);
            await Run(cancellation);
        }
    }

    public async Task Run(CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        try
        {
            var info = new { Schedule = new { AdjustForDST = true }, ScheduleStatus = (object?)null, IsPastDue = false };
            await invoker.Run(function, new TypedData { Json = JsonSerializer.Serialize(info) }, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            log.LogWarning(fault, "{Function} failed", function.Name);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();
}
