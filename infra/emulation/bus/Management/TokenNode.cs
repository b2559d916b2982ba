using Amqp;
using Amqp.Framing;

namespace VksServerless.Emulation.Bus.Management;

/// <summary>Takes the tokens by which clients say who they are. Like the Service Bus emulator it lets everybody in.</summary>
internal static class TokenNode
{
    public static Message Answer(Message request) => new()
    {
        ApplicationProperties = new ApplicationProperties { ["status-code"] = 202, ["status-description"] = "Accepted" },
    };
}
