using VksServerless.Access;
using VksServerless.Application.People;
using VksServerless.People;
using VksServerless.Reports;

namespace VksServerless.Application.Reports;

/// <summary>Who may sign a unit's report now: its head, and whom a head has delegated.</summary>
public sealed class Signatories(IDelegations delegations, TimeProvider clock) : IUseCase
{
    public async Task<Outcome<Signature>> SignatureOf(Caller caller, OpenReport report, CancellationToken cancellation)
    {
        if (!Permission.WritesReport(caller, report.Obligation.Unit, report.Cycle))
        {
            return AccessRefusals.NotPermitted;
        }

        if (caller.Role is Role.UnitHead)
        {
            return new Signature(caller.Person, caller.Name);
        }

        var now = clock.GetUtcNow();
        return (await delegations.Of(caller.Unit, cancellation)).Value.LastOrDefault(delegation => delegation.Allows(caller, now)) is { } by
            ? new Signature(caller.Person, caller.Name, by.ByName)
            : SigningRefusals.NotSignatory;
    }
}
