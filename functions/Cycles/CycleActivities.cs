using Microsoft.Azure.Functions.Worker;
using VksServerless.Application.Workflow;
using VksServerless.Cycles;

namespace VksServerless.Functions.Cycles;

/// <summary>The steps of <see cref="CycleOrchestration"/>. Histories of running cycles hold these names: never rename one.</summary>
public sealed class CycleActivities(ReadAgenda agenda, RunCycle run)
{
    public const string ReadAgenda = "ReadAgenda";
    public const string OpenCycle = "OpenCycle";
    public const string ApplyUnitChanges = "ApplyUnitChanges";
    public const string RemindUnits = "RemindUnits";
    public const string CloseCycle = "CloseCycle";
    public const string PutReportTogether = "PutReportTogether";
    public const string PublishReport = "PublishReport";

    [Function(ReadAgenda)]
    public Task<Agenda> Read([ActivityTrigger] string woken, CancellationToken cancellation) =>
        agenda.Execute(WokenCycle.Read(woken).Cycle, cancellation);

    [Function(OpenCycle)]
    public Task<Agenda> Open([ActivityTrigger] string woken, CancellationToken cancellation) => Do(Step.Open, woken, cancellation);

    [Function(ApplyUnitChanges)]
    public Task<Agenda> ChangeUnits([ActivityTrigger] string woken, CancellationToken cancellation) =>
        Do(Step.ChangeUnits, woken, cancellation);

    [Function(RemindUnits)]
    public Task<Agenda> Remind([ActivityTrigger] string woken, CancellationToken cancellation) => Do(Step.Remind, woken, cancellation);

    [Function(CloseCycle)]
    public Task<Agenda> Close([ActivityTrigger] string woken, CancellationToken cancellation) => Do(Step.Close, woken, cancellation);

    [Function(PutReportTogether)]
    public Task<Agenda> Aggregate([ActivityTrigger] string woken, CancellationToken cancellation) =>
        Do(Step.Aggregate, woken, cancellation);

    [Function(PublishReport)]
    public Task<Agenda> Publish([ActivityTrigger] string woken, CancellationToken cancellation) => Do(Step.Publish, woken, cancellation);

    private Task<Agenda> Do(Step step, string woken, CancellationToken cancellation)
    {
        var (cycle, by) = WokenCycle.Read(woken);
        return run.Do(step, cycle, by, cancellation);
    }
}
