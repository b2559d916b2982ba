using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace VksServerless.Emulation.Bus.Management;

/// <summary>The answer of a management node, with a status as of HTTP.</summary>
internal abstract record ManagementAnswer
{
    private ManagementAnswer()
    {
    }

    public static ManagementAnswer Of(Error? error) => error is null ? new Done([]) : new Refused(error);

    public Message ToMessage() => this switch
    {
        Done { Results: var results } => Answer(200, "OK", condition: null, results),
        Refused { Error: var error } => Answer(StatusOf(error), error.Description, error.Condition, []),
        _ => Answer(204, "There is nothing.", condition: null, []),
    };

    private static int StatusOf(Error error) => (string)error.Condition switch
    {
        "com.microsoft:message-lock-lost" => 410,
        "com.microsoft:message-not-found" or ErrorCode.NotFound => 404,
        ErrorCode.NotImplemented => 501,
        ErrorCode.MessageSizeExceeded => 403,
        _ => 400,
    };

    private static Message Answer(int status, string description, Symbol? condition, Map results)
    {
        var properties = new ApplicationProperties { ["statusCode"] = status, ["statusDescription"] = description };
        if (condition is not null)
        {
            properties["errorCondition"] = condition;
        }

        return new Message { ApplicationProperties = properties, BodySection = new AmqpValue { Value = results } };
    }

    internal sealed record Done(Map Results) : ManagementAnswer;

    internal sealed record Nothing : ManagementAnswer;

    internal sealed record Refused(Error Error) : ManagementAnswer;
}
