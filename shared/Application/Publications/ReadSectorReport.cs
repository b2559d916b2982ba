using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Publications;

namespace VksServerless.Application.Publications;

/// <summary>The sector report that lies before the leadership, for those who read everything.</summary>
public sealed class ReadSectorReport(CycleAccess access, IPublications publications) : IUseCase
{
    public async Task<Outcome<WaitingReport>> Execute(Caller caller, string cycle, CancellationToken cancellation)
    {
        var found = await access.For(caller, cycle, Permission.ReadsPublications, cancellation);
        return found.Refusal is { } refusal ? refusal
            : found.Value.Phase is not CyclePhase.AwaitingApproval waiting ? CycleRefusals.NothingToApprove(found.Value)
            : new WaitingReport(
                found.Value, waiting.Digest, (await publications.Report(found.Value.Id, waiting.Digest, cancellation))!);
    }

    /// <summary>What was published and is corrected by the report that awaits approval; null: it corrects nothing.</summary>
    public async Task<SectorReport?> Corrected(Cycle cycle, CancellationToken cancellation) => cycle.Correcting is { } correcting
        ? await publications.Report(
            cycle.Id, (await publications.Of(cycle.Id, cancellation)).Last(entry => entry.IsCorrectedBy(correcting)).Digest, cancellation)
        : null;
}

/// <param name="Digest">What an approval must name.</param>
public sealed record WaitingReport(Cycle Cycle, Sha256 Digest, SectorReport Report);
