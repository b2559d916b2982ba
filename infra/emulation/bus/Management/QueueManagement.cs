using Amqp;
using Amqp.Types;
using VksServerless.Emulation.Bus.Topics;

namespace VksServerless.Emulation.Bus.Management;

/// <summary>
/// The management node of a subscription or of its dead letters: renewing locks, looking at messages, and settling them where the
/// link by which they came is gone.
/// </summary>
internal sealed class QueueManagement(Topic topic, MessageQueue queue, UseLog uses)
{
    public Message Answer(Message message) => ManagementRequest.Answer(message, request => request.Operation switch
    {
        "com.microsoft:renew-lock" => Renew(request.Argument<Guid[]>("lock-tokens")),
        "com.microsoft:peek-message" => Peek(request.Argument<long>("from-sequence-number"), request.Argument<int>("message-count")),
        "com.microsoft:update-disposition" => Settle(request),
        var other => new ManagementAnswer.Refused(BusErrors.NotEmulated($"the operation {other} of a subscription")),
    });

    private ManagementAnswer Renew(Guid[] tokens) => topic.Renew(queue, tokens) is { } ends
        ? new ManagementAnswer.Done(new Map { ["expirations"] = ends.Select(end => end.UtcDateTime).ToArray() })
        : new ManagementAnswer.Refused(BusErrors.LockLost);

    private ManagementAnswer Peek(long from, int most)
    {
        uses.Add(queue.Path, BusOperation.Peek);
        var found = topic.Read((_, _) => queue.WaitingMessages.Concat(queue.LockedMessages)
            .Where(message => message.Number >= from).OrderBy(message => message.Number).Take(most)
            .Select(message => message.Write(lockedUntil: null).ToBytes()).ToList());
        if (found.Count == 0)
        {
            return new ManagementAnswer.Nothing();
        }

        var messages = new List();
        messages.AddRange(found.Select(encoded => new Map { ["message"] = encoded }));
        return new ManagementAnswer.Done(new Map { ["messages"] = messages });
    }

    private ManagementAnswer Settle(ManagementRequest request)
    {
        var settlement = SettlementOf(request);
        var errors = request.Argument<Guid[]>("lock-tokens").Select(token => settlement is null
            ? BusErrors.NotEmulated("deferred messages")
            : topic.Settle(queue, token, settlement));
        return ManagementAnswer.Of(errors.ToList().Find(error => error is not null));
    }

    private static Settlement? SettlementOf(ManagementRequest request)
    {
        var changes = Settlement.Properties(request.Optional<Map>("properties-to-modify"));
        var reason = DeadLetterReasons.Of(
            request.Optional<string>("deadletter-reason"), request.Optional<string>("deadletter-description"));
        return request.Argument<string>("disposition-status") switch
        {
            "completed" => new Settlement.Complete(),
            "abandoned" => new Settlement.Abandon(changes),
            "suspended" => new Settlement.DeadLetter(changes.Concat(reason).ToDictionary()),
            _ => null,
        };
    }
}
