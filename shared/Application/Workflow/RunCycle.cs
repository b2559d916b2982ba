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
    /// <param name="wokenBy">The traceparent of what woke the workflow; null when the clock did.</param>
    public async Task<Agenda> Execute(CycleId cycle, string? wokenBy, CancellationToken cancellation)
    {
        var due = await agenda.Execute(cycle, cancellation);
        return due.Step is Step.Wait or Step.End ? due : await DoDue(due.Step, cycle, wokenBy, cancellation);
    }

    /// <summary>Does this step if it is due, and says what comes next.</summary>
    /// <param name="wokenBy">As for <see cref="Execute"/>.</param>
    public async Task<Agenda> Do(Step step, CycleId cycle, string? wokenBy, CancellationToken cancellation)
    {
        var due = await agenda.Execute(cycle, cancellation);
        return due.Step == step ? await DoDue(step, cycle, wokenBy, cancellation) : due;
    }

    private async Task<Agenda> DoDue(Step step, CycleId cycle, string? wokenBy, CancellationToken cancellation)
    {
        using var span = Tracing.Begin($"cycle {step}", wokenBy).SetTag("vks.cycle", cycle.ToString());
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
