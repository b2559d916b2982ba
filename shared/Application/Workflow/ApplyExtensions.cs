using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Reports;

namespace VksServerless.Application.Workflow;

/// <summary>
/// Gives those units whose cycle has granted them an extension their later instants. Applied twice, it changes nothing more.
/// </summary>
public sealed class ApplyExtensions(ChangeReports changeReports) : IUseCase
{
    public async Task Execute(Cycle cycle, CancellationToken cancellation)
    {
        var granted = cycle.Extensions.SelectMany(extension => extension.Units.Select(unit => (unit, extension)))
            .ToLookup(given => given.unit, given => given.extension);
        await changeReports.Execute(
            cycle.Id, (_, obligation) => Extend(obligation, [.. granted[obligation.Unit]]), cancellation);
    }

    private static ReportChange Extend(Obligation obligation, IReadOnlyList<Extension> granted)
    {
        var next = obligation.Extend(granted);
        if (next == obligation)
        {
            return ReportChange.Of(obligation, obligation);
        }

        var newest = granted[^1];
        var happened = new DeadlineExtended(
            next.Cycle, next.Unit, next.Superior, next.Revision, newest.DueAt, newest.Reason, GivesTimeOnly: next.DueAt < newest.DueAt)
        {
            At = newest.GrantedAt,
            By = PersonId.System,
        };
        return ReportChange.Of(obligation, next, happened, NodeChanged.After(happened));
    }
}
