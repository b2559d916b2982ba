using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.People;

namespace VksServerless.Application.Cycles;

/// <summary>Finds the cycle that is named, for those who may.</summary>
public sealed class CycleAccess(ICycles cycles) : IUseCase
{
    public async Task<Outcome<Cycle>> Read(Caller caller, string cycle, CancellationToken cancellation) =>
        CycleId.TryParse(cycle, out var id)
        && await cycles.Read(id, cancellation) is { Value: var found }
        && Permission.ReadsCycle(caller, found.IsDraft)
            ? found
            : CycleRefusals.Unknown(cycle.Length > 40 ? cycle[..40] : cycle);

    /// <summary>For what only the centre does.</summary>
    public Task<Outcome<Cycle>> Run(Caller caller, string cycle, CancellationToken cancellation) =>
        For(caller, cycle, Permission.RunsCycles, cancellation);

    /// <summary>For what has been published.</summary>
    public async Task<Outcome<Cycle>> ReadPublished(Caller caller, string cycle, CancellationToken cancellation)
    {
        var found = await Read(caller, cycle, cancellation);
        return found.Refused
            || Permission.ReadsPublished(
                caller, found.Value, found.Value.Terms.SentToUnits ? await cycles.Roster(found.Value, cancellation) : null)
            ? found
            : AccessRefusals.NotPermitted;
    }

    public async Task<Outcome<Cycle>> For(Caller caller, string cycle, Func<Caller, bool> permits, CancellationToken cancellation)
    {
        var found = await Read(caller, cycle, cancellation);
        return found.Refused || permits(caller) ? found : AccessRefusals.NotPermitted;
    }
}
