using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace VksServerless.Emulation.Bus.Topics;

/// <summary>Refusals, under the conditions that Service Bus uses: the client makes its exceptions of them.</summary>
internal static class BusErrors
{
    public static Error LockLost { get; } = Of(
        "com.microsoft:message-lock-lost",
        "The lock supplied is invalid. Either the lock expired, or the message has already been removed from the queue.");

    public static Error MessageNotFound { get; } = Of("com.microsoft:message-not-found", "There is no such scheduled message.");

    public static Error EntityNotFound(string entity) =>
        Of(ErrorCode.NotFound, $"The messaging entity '{entity}' could not be found.");

    public static Error NotAllowed(string what) => Of(ErrorCode.NotAllowed, what);

    public static Error NotEmulated(string what) => Of(ErrorCode.NotImplemented, $"This emulation of Service Bus does not know {what}.");

    public static Error Malformed(string what) => Of("com.microsoft:argument-error", what);

    public static Error TooLarge(long size) => Of(
        ErrorCode.MessageSizeExceeded,
        $"The message of {size} bytes is larger than the {ServiceBusBroker.MaxMessageSize} bytes that the bus takes.");

    private static Error Of(string condition, string description) => new(new Symbol(condition)) { Description = description };
}
