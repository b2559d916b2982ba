using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using VksServerless.Application.Jobs;

namespace VksServerless.Server.Tests.Jobs;

public class Running_jobs
{
    [Fact]
    public async Task A_job_runs_once_however_many_times_it_was_due()
    {
        var morning = new Counted(Cadence.EveryMorning);
        await using var sample = new Sample { Configure = Only(morning) };
        await sample.Start();
        await sample.Server.WhenQuiet();
        morning.Runs.ShouldBe(0);
        await sample.Server.Play(sample.Clock, sample.Clock.GetUtcNow().AddMinutes(30));
        morning.Runs.ShouldBe(1);
        sample.Clock.Set(sample.Clock.GetUtcNow().AddDays(5));
        await sample.Server.WhenQuiet();
        morning.Runs.ShouldBe(2);
        await sample.Server.DisposeAsync();
        sample.Clock.Set(sample.Clock.GetUtcNow().AddDays(5));
        await sample.Start();
        await sample.Server.WhenQuiet();

        morning.Runs.ShouldBe(3);
    }

    [Fact]
    public async Task One_run_of_a_cadence_at_a_time()
    {
        var gate = new TaskCompletionSource();
        var slow = new Counted(Cadence.EveryMinute) { On = () => gate.Task };
        var morning = new Counted(Cadence.EveryMorning);
        await using var sample = new Sample { Configure = Only(slow, morning) };
        await sample.Start();
        sample.Clock.Advance(TimeSpan.FromMinutes(40));
        while (morning.Runs == 0 || slow.Runs == 0)
        {
            await Task.Delay(1);
        }

        slow.Runs.ShouldBe(1);
        gate.SetResult();
        await sample.Server.WhenQuiet();
        slow.Runs.ShouldBe(2, "what became due meanwhile is made up for by one run");
        slow.Most.ShouldBe(1);
    }

    private static Action<IServiceCollection> Only(params IJob[] jobs) => services =>
    {
        services.RemoveAll<IJob>();
        foreach (var job in jobs)
        {
            services.AddSingleton(job);
        }
    };

    private sealed class Counted(Cadence cadence) : IJob
    {
        private int _running;
        private int _runs;

        public Cadence Cadence => cadence;

        public int Runs => Volatile.Read(ref _runs);

        public int Most { get; private set; }

        public Func<Task> On { get; init; } = () => Task.CompletedTask;

        public async Task Run(CancellationToken cancellation)
        {
            Interlocked.Increment(ref _runs);
            Most = Math.Max(Most, Interlocked.Increment(ref _running));
            await On();
            Interlocked.Decrement(ref _running);
        }
    }
}
