using VksServerless.Application.Events;
using VksServerless.Reports;

namespace VksServerless.Application.Difficulties;

/// <summary>Raises the difficulties of an accepted report at the desk, and notifies its office.</summary>
public sealed class DifficultiesFollowReports(RaiseFromReport raise, IDeskOffice office) : IListener
{
    public string Subscription => Subscriptions.Difficulties;

    public async Task Handle(ReportingEvent happened, CancellationToken cancellation)
    {
        if (happened is ReportAccepted accepted && await raise.Execute(accepted, cancellation) is (var cycle, { Count: > 0 } raised))
        {
            await office.NotifyOfReport(cycle, accepted.Version, raised, cancellation);
        }
    }
}
