using VksServerless.Application.Notices;
using VksServerless.Application.Publications;
using VksServerless.Cycles;

namespace VksServerless.Application.Workflow;

/// <summary>
/// One step of a cycle's workflow. Every step reads the truth, does what is due and says what comes next: repeated, or started
/// again after a crash, it continues where the cycle stands.
/// </summary>
public sealed class RunCycle(
    ReadAgenda agenda, OpenCycle open, ApplyUnitChanges changeUnits, RemindUnits remind, CloseCycle close, SubmitForApproval aggregate,
    PublishReport publish) : IUseCase
{
    /// <summary>Does what is due now, if anything.</summary>
    public async Task<Agenda> Execute(CycleId cycle, CancellationToken cancellation)
    {
        var due = await agenda.Execute(cycle, cancellation);
        return due.Step is Step.Wait or Step.End ? due : await DoDue(due.Step, cycle, cancellation);
    }

    /// <summary>Does this step if it is due, and says what comes next.</summary>
    public async Task<Agenda> Do(Step step, CycleId cycle, CancellationToken cancellation)
    {
        var due = await agenda.Execute(cycle, cancellation);
        return due.Step == step ? await DoDue(step, cycle, cancellation) : due;
    }

    private async Task<Agenda> DoDue(Step step, CycleId cycle, CancellationToken cancellation)
    {
        await (step switch
        {
            Step.Open => open.Execute(cycle, cancellation),
            Step.ChangeUnits => changeUnits.Execute(cycle, cancellation),
            Step.Remind => remind.Execute(cycle, cancellation),
            Step.Close => close.Execute(cycle, cancellation),
            Step.Aggregate => aggregate.Execute(cycle, cancellation),
            Step.Publish => publish.Execute(cycle, cancellation),
            _ => Task.CompletedTask,
        });
        return await agenda.Execute(cycle, cancellation);
    }
}
