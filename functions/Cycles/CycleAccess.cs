using Microsoft.AspNetCore.Http;
using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Functions.Access;

namespace VksServerless.Functions.Cycles;

/// <summary>Finds the cycle that a request names, for those who may.</summary>
public sealed class CycleAccess(ICycles cycles) : IOperation
{
    public async Task<Outcome<Cycle>> Read(HttpRequest request, string cycle, CancellationToken cancellation) =>
        CycleId.TryParse(cycle, out var id)
        && await cycles.Read(id, cancellation) is { Value: var found }
        && Permission.ReadsCycle(request.Caller(), found.IsDraft)
            ? found
            : CycleRefusals.Unknown(cycle.Length > 40 ? cycle[..40] : cycle);

    /// <summary>For what only the centre does.</summary>
    public Task<Outcome<Cycle>> Run(HttpRequest request, string cycle, CancellationToken cancellation) =>
        For(request, cycle, Permission.RunsCycles, cancellation);

    public async Task<Outcome<Cycle>> For(HttpRequest request, string cycle, Func<Caller, bool> permits, CancellationToken cancellation)
    {
        var found = await Read(request, cycle, cancellation);
        return found.Refused || permits(request.Caller()) ? found : AccessRefusals.NotPermitted;
    }
}
