namespace VksServerless.Emulation.Bus.Topics;

/// <summary>What the bus holds, as others see it.</summary>
internal static class StatusReport
{
    public static IReadOnlyList<SubscriptionStatus> Of(Inbox inbox, IReadOnlyList<Subscription> subscriptions) =>
    [
        .. subscriptions.Select(subscription => new SubscriptionStatus(
            subscription.Name,
            subscription.Messages.Waiting,
            subscription.Messages.Locked,
            inbox.Scheduled.Count(scheduled => subscription.Takes(scheduled.Message)),
            DeadLetters(subscription).CountBy(message => message.Message.Property(DeadLetterReasons.Reason) ?? "").ToDictionary())),
    ];

    public static IReadOnlyList<HeldMessage> Messages(Inbox inbox, IReadOnlyList<Subscription> subscriptions, string name)
    {
        var subscription = subscriptions.SingleOrDefault(one => one.Name == name)
            ?? throw new ArgumentException($"There is no subscription {name}.", nameof(name));
        var active = subscription.Messages.WaitingMessages.Select(message => Held(message, MessageState.Waiting))
            .Concat(subscription.Messages.LockedMessages.Select(message => Held(message, MessageState.Locked)));
        return
        [
            .. active.OrderBy(message => message.SequenceNumber),
            .. inbox.Scheduled.Where(scheduled => subscription.Takes(scheduled.Message))
                .Select(scheduled => Held(scheduled.Number, MessageState.Scheduled, scheduled.Message, deliveryCount: 0)),
            .. DeadLetters(subscription).Select(message => Held(message, MessageState.DeadLettered)),
        ];
    }

    private static IEnumerable<QueuedMessage> DeadLetters(Subscription subscription) =>
        subscription.DeadLetters.WaitingMessages.Concat(subscription.DeadLetters.LockedMessages).OrderBy(message => message.Number);

    private static HeldMessage Held(QueuedMessage message, MessageState state) =>
        Held(message.Number, state, message.Message, message.DeliveryCount);

    private static HeldMessage Held(long number, MessageState state, BusMessage message, int deliveryCount) => new(
        number, state, message.Id, message.Subject, message.Body, deliveryCount,
        state == MessageState.Scheduled ? message.DueAt : null,
        message.Property(DeadLetterReasons.Reason), message.Property(DeadLetterReasons.Description));
}
