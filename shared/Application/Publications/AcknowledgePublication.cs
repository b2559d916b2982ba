using VksServerless.Access;
using VksServerless.People;
using VksServerless.Publications;

namespace VksServerless.Application.Publications;

/// <summary>Xác nhận đã xem: a leader says that a publication has been read. Who approved it has read it.</summary>
public sealed class AcknowledgePublication(
    ReadPublication read, FindPublications find, IAcknowledgements acknowledgements, TimeProvider clock) : IUseCase
{
    /// <summary>What was published before does not wait: it is read where all publications are.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(60);

    public async Task<Outcome<PublicationFound>> Execute(Caller caller, string cycle, int sequence, CancellationToken cancellation)
    {
        var found = await read.Execute(caller, cycle, sequence, cancellation);
        if (found.Refusal is { } refusal)
        {
            return refusal == PublicationRefusals.Unknown && !Permission.Acknowledges(caller) ? AccessRefusals.NotPermitted : refusal;
        }

        if (!Permission.Acknowledges(caller))
        {
            return AccessRefusals.NotPermitted;
        }

        if (found.Value.IsReplaced)
        {
            return PublicationRefusals.Replaced(found.Value.Newest);
        }

        if (!IsApprovedBy(caller, found.Value))
        {
            await acknowledgements.Keep(
                new(found.Value.Cycle.Id, sequence, caller.Person, caller.Name, clock.GetUtcNow()), cancellation);
        }

        return found;
    }

    /// <returns>Those of them that wait for this person's acknowledgement; none for others than the leadership.</returns>
    public async Task<IReadOnlyList<PublicationFound>> Waiting(
        Caller caller, IReadOnlyList<PublicationFound> among, CancellationToken cancellation)
    {
        if (!Permission.Acknowledges(caller))
        {
            return [];
        }

        var given = (await acknowledgements.By(caller.Person, cancellation)).Select(one => (one.Cycle, one.Sequence)).ToHashSet();
        return [.. among
            .Where(one => !one.IsReplaced && !IsApprovedBy(caller, one) && !given.Contains((one.Cycle.Id, one.Entry.Sequence)))];
    }

    /// <returns>Those of the last 60 days that wait for this person's acknowledgement, newest first.</returns>
    public async Task<IReadOnlyList<PublicationFound>> WaitingOfLate(Caller caller, CancellationToken cancellation) =>
        Permission.Acknowledges(caller)
            ? await Waiting(caller, await find.Since(caller, clock.GetUtcNow() - Recent, cancellation), cancellation)
            : [];

    private static bool IsApprovedBy(Caller caller, PublicationFound found) =>
        found.Entry.Approvals.Any(given => given.Person == caller.Person);
}
