using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.Publications;

namespace VksServerless.Application.Publications;

/// <summary>
/// Công bố: numbers and freezes exactly the report that was approved, then announces it. If the units' reports have changed
/// in between, it is composed and approved again instead.
/// </summary>
public sealed class PublishReport(
    ICycles cycles, IPublications publications, ComposeReport compose, FreezePublication freeze, ChangeCycle change,
    TimeProvider clock) : IUseCase
{
    public async Task Execute(CycleId id, CancellationToken cancellation)
    {
        if (await cycles.Read(id, cancellation) is { Value: { IsApproved: true, Phase: CyclePhase.AwaitingApproval approved } waiting })
        {
            if (await IsNumbered(waiting, approved.Digest, cancellation) || await compose.Execute(waiting, cancellation) == approved.Digest)
            {
                await Publish(waiting, approved.Digest, cancellation);
            }
            else
            {
                await change.Execute(id, outdated => Outdated(outdated, approved.Digest), _ => [], cancellation);
            }
        }
    }

    private Cycle Outdated(Cycle cycle, Sha256 digest) => cycle.Phase is CyclePhase.AwaitingApproval waiting && waiting.Digest == digest
        ? cycle.Outdate(clock.GetUtcNow())
        : cycle;

    /// <summary>A publication of these very approvals that was begun: what has a number is brought to its end.</summary>
    private async Task<bool> IsNumbered(Cycle cycle, Sha256 digest, CancellationToken cancellation) =>
        await publications.Of(cycle.Id, cancellation) is [.., { } newest]
        && newest.Digest == digest
        && newest.Approvals.Intersect(cycle.ValidApprovals).Any();

    private async Task Publish(Cycle cycle, Sha256 digest, CancellationToken cancellation)
    {
        var report = await publications.Report(cycle.Id, digest, cancellation)
            ?? throw new InvalidDataException($"The approved report {digest} of cycle {cycle.Id} is missing.");
        var entry = await Register(cycle, digest, cancellation);
        var publication = new Publication(
            entry.Number, entry.Sequence, entry.At, digest, entry.Approvals, await Correction(entry, report, cancellation), report);
        await freeze.Execute(entry, publication, cancellation);
        await change.Execute(
            cycle.Id,
            waiting =>
                waiting.Phase is CyclePhase.AwaitingApproval still && still.Digest == digest
                    ? waiting.Publish(entry.Number, entry.PublishedHereAt)
                    : waiting,
            published =>
                [new CyclePublished(cycle.Id, published.Revision, entry.Number) { At = entry.PublishedHereAt, By = PersonId.System }],
            cancellation);
    }

    private Task<PublicationEntry> Register(Cycle cycle, Sha256 digest, CancellationToken cancellation) =>
        cycle.Terms.Imported is { } document && cycle.Correcting is null
            ? publications.Enter(cycle.Id, document, digest, cycle.ValidApprovals, clock.GetUtcNow(), cancellation)
            : publications.Number(cycle.Id, digest, cycle.ValidApprovals, cycle.Correcting, clock.GetUtcNow(), cancellation);

    private async Task<PublishedCorrection?> Correction(PublicationEntry entry, SectorReport report, CancellationToken cancellation)
    {
        if (entry.Correction is not { } correction)
        {
            return null;
        }

        var corrected = (await publications.Of(entry.Cycle, cancellation)).Last(earlier => earlier.IsCorrectedBy(correction));
        var before = await publications.Report(entry.Cycle, corrected.Digest, cancellation)
            ?? throw new InvalidDataException($"The published report {corrected.Digest} of cycle {entry.Cycle} is missing.");
        return Corrections.Between(correction.Of, correction.Reason, before, report);
    }
}
