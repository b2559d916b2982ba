using Amqp;
using Amqp.Framing;
using Amqp.Types;
using VksServerless.Emulation.Bus.Topics;

namespace VksServerless.Emulation.Bus.Management;

/// <summary>A request to the management node of an entity: an operation and a map of its arguments.</summary>
internal sealed class ManagementRequest(Message message)
{
    private readonly Map _arguments = (message.BodySection as AmqpValue)?.Value as Map ?? [];

    public string Operation => message.ApplicationProperties?["operation"] as string ?? "";

    /// <exception cref="AmqpException">It is missing, or of another type.</exception>
    public T Argument<T>(string name) => _arguments[name] is T value ? value
        : throw new AmqpException(BusErrors.Malformed($"{Operation} needs {name}."));

    public T? Optional<T>(string name)
        where T : class => _arguments[name] as T;

    /// <summary>Answers it; a request that is malformed is refused.</summary>
    /// <returns>What the operation has to say, or why it was refused.</returns>
    public static Message Answer(Message message, Func<ManagementRequest, ManagementAnswer> operation)
    {
        try
        {
            return operation(new ManagementRequest(message)).ToMessage();
        }
        catch (AmqpException fault)
        {
            return new ManagementAnswer.Refused(fault.Error).ToMessage();
        }
    }
}
