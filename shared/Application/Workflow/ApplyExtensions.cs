using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Reports;

namespace VksServerless.Application.Workflow;

/// <summary>Moves the deadlines of those units whose cycle has granted them an extension. Applied twice, it changes nothing more.</summary>
public sealed class ApplyExtensions(ChangeReports changeReports) : IUseCase
{
    /// <summary>The newest extension of a unit counts.</summary>
    public async Task Execute(Cycle cycle, CancellationToken cancellation)
    {
        var newest = cycle.NewestExtensions();
        await changeReports.Execute(
            cycle.Id,
            (_, obligation) => newest.TryGetValue(obligation.Unit, out var extension)
                ? Extend(obligation, extension)
                : ReportChange.Of(obligation, obligation),
            cancellation);
    }

    private static ReportChange Extend(Obligation obligation, Extension extension)
    {
        var next = obligation.Extend(extension);
        var happened = new DeadlineExtended(next.Cycle, next.Unit, next.Superior, next.Revision, extension.DueAt, extension.Reason)
        {
            At = extension.GrantedAt,
            By = PersonId.System,
        };
        return ReportChange.Of(obligation, next, happened, NodeChanged.After(happened));
    }
}
