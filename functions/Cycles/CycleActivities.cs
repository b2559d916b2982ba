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
    public Task<Agenda> Read([ActivityTrigger] string cycle, CancellationToken cancellation) =>
        agenda.Execute(CycleId.Of(cycle), cancellation);

    [Function(OpenCycle)]
    public Task<Agenda> Open([ActivityTrigger] string cycle, CancellationToken cancellation) => Do(Step.Open, cycle, cancellation);

    [Function(ApplyUnitChanges)]
    public Task<Agenda> ChangeUnits([ActivityTrigger] string cycle, CancellationToken cancellation) =>
        Do(Step.ChangeUnits, cycle, cancellation);

    [Function(RemindUnits)]
    public Task<Agenda> Remind([ActivityTrigger] string cycle, CancellationToken cancellation) => Do(Step.Remind, cycle, cancellation);

    [Function(CloseCycle)]
    public Task<Agenda> Close([ActivityTrigger] string cycle, CancellationToken cancellation) => Do(Step.Close, cycle, cancellation);

    [Function(PutReportTogether)]
    public Task<Agenda> Aggregate([ActivityTrigger] string cycle, CancellationToken cancellation) =>
        Do(Step.Aggregate, cycle, cancellation);

    [Function(PublishReport)]
    public Task<Agenda> Publish([ActivityTrigger] string cycle, CancellationToken cancellation) => Do(Step.Publish, cycle, cancellation);

    private Task<Agenda> Do(Step step, string cycle, CancellationToken cancellation) => run.Do(step, CycleId.Of(cycle), cancellation);
}
