using VksServerless.People;

namespace VksServerless.Application.Events;

/// <summary>The operator sends messages on their way again that were set aside. Asked twice, each goes once.</summary>
public sealed class ResendMessages(ISetAsideMessages setAside, TimeProvider clock) : IUseCase
{
    /// <summary>At one press.</summary>
    public const int Most = 200;

    /// <returns>Whether it was sent; refused when there is no such message any more.</returns>
    public async Task<Outcome<int>> One(string subscription, string digest, Caller by, CancellationToken cancellation) =>
        Subscriptions.All.ContainsKey(subscription) && await setAside.Find(subscription, digest, cancellation) is { } found
            && await Resend(found, by, cancellation)
                ? 1
                : MessageRefusals.Unknown;

    /// <summary>The first <see cref="Most"/> of all.</summary>
    /// <returns>How many.</returns>
    public async Task<int> All(Caller by, CancellationToken cancellation)
    {
        var sent = 0;
        foreach (var message in (await setAside.List(Most, null, cancellation)).Items)
        {
            sent += await setAside.Find(message.Subscription, message.Digest, cancellation) is { } found
                && await Resend(found, by, cancellation)
                    ? 1
                    : 0;
        }

        return sent;
    }

    private Task<bool> Resend(Versioned<SetAsideMessage> found, Caller by, CancellationToken cancellation)
    {
        var message = found.Value;
        return setAside.Resend(
            found, new MessageResend(message.Subscription, message.Digest, message.Reason, message.At, clock.GetUtcNow(), by.Name),
            cancellation);
    }
}

public static class MessageRefusals
{
    public static Refusal Unknown { get; } = new(
        RefusalKind.NotFound, "message-unknown", "Việc này không còn trong danh sách",
        "Việc này đã được gửi lại, hoặc chưa từng bị để lại. Hãy xem lại danh sách.");
}
