using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using VksServerless.Cycles;
using VksServerless.Functions.Cycles;

namespace VksServerless.Functions.Tests.Cycles;

/// <summary>A cycle whose agenda the test decides, run by the genuine orchestration engine.</summary>
internal sealed class ACycle : IAsyncDisposable
{
    private static readonly string[] Activities =
    [
        CycleActivities.ReadAgenda, CycleActivities.OpenCycle, CycleActivities.ApplyUnitChanges, CycleActivities.RemindUnits,
        CycleActivities.CloseCycle, CycleActivities.PutReportTogether, CycleActivities.PublishReport,
    ];

    private readonly Queue<Agenda> _plan = new();
    private readonly ConcurrentQueue<string> _done = new();
    private DurableTaskTestHost _host = null!;

    public static CycleId Id { get; } = CycleId.Of("k000000000000001");

    public static string Instance => CycleOrchestration.InstanceOf(Id);

    public DurableTaskClient Client => _host.Client;

    /// <summary>The activities that were called, in order.</summary>
    public IReadOnlyList<string> Done => [.. _done];

    /// <summary>What each of them was told of what had woken the cycle.</summary>
    public ConcurrentQueue<string?> WokenBy { get; } = [];

    /// <summary>Called before each activity.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <param name="plan">What each activity answers, one after the other; the last one for ever.</param>
    public static async Task<ACycle> With(params Agenda[] plan)
    {
        var cycle = new ACycle();
        cycle.Now(plan);
        cycle._host = await DurableTaskTestHost.StartAsync(cycle.Register);
        return cycle;
    }

    /// <summary>From now on this is the truth.</summary>
    public void Now(params Agenda[] plan)
    {
        lock (_plan)
        {
            _plan.Clear();
            foreach (var agenda in plan)
            {
                _plan.Enqueue(agenda);
            }
        }
    }

    public Task Start() =>
        Client.ScheduleNewOrchestrationInstanceAsync(nameof(CycleOrchestration), Id.ToString(), new StartOrchestrationOptions(Instance));

    public Task WakeUp() => Client.RaiseEventAsync(Instance, CycleOrchestration.WakeUp, "");

    public async Task<OrchestrationMetadata> WhenEnded()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await Client.WaitForInstanceCompletionAsync(Instance, patience.Token);
    }

    public async Task WhenDone(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (_done.Count < count)
        {
            await Task.Delay(10, patience.Token);
        }
    }

    /// <summary>Nothing is due any more: it says that it waits, which it does once its timer is set.</summary>
    public async Task WhenWaiting()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while ((await Client.GetInstanceAsync(Instance, getInputsAndOutputs: true, patience.Token))?.ReadCustomStatusAs<Agenda>()
            is not { Step: Step.Wait })
        {
            await Task.Delay(10, patience.Token);
        }
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Agenda Next()
    {
        lock (_plan)
        {
            return _plan.Count > 1 ? _plan.Dequeue() : _plan.Peek();
        }
    }

    private void Register(DurableTaskRegistry tasks)
    {
        tasks.AddOrchestrator(nameof(CycleOrchestration), () => new Orchestration());
        foreach (var name in Activities)
        {
            tasks.AddActivityFunc<string, Agenda>(name, async (_, woken) =>
            {
                var (cycle, by) = WokenCycle.Read(woken);
                cycle.ShouldBe(Id);
                WokenBy.Enqueue(by);
                _done.Enqueue(name);
                await Before(name);
                return Next();
            });
        }
    }

    private sealed class Orchestration : TaskOrchestrator<string, string>
    {
        public override async Task<string> RunAsync(TaskOrchestrationContext context, string input)
        {
            await CycleOrchestration.Run(context, input);
            return "";
        }
    }
}
