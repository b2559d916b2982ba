using Amqp;
using Amqp.Types;
using VksServerless.Emulation.Bus.Topics;

namespace VksServerless.Emulation.Bus.Management;

/// <summary>The management node of the topic: scheduling messages and withdrawing them.</summary>
internal sealed class TopicManagement(Topic topic)
{
    public Message Answer(Message message) => ManagementRequest.Answer(message, request => request.Operation switch
    {
        "com.microsoft:schedule-message" => Schedule(request),
        "com.microsoft:cancel-scheduled-message" =>
            ManagementAnswer.Of(topic.CancelScheduled(request.Argument<long[]>("sequence-numbers"))),
        var other => new ManagementAnswer.Refused(BusErrors.NotEmulated($"the operation {other} of a topic")),
    });

    private ManagementAnswer Schedule(ManagementRequest request)
    {
        var encoded = request.Argument<List>("messages").Cast<Map>().Select(entry => (byte[])entry["message"]).ToList();
        if (encoded.Find(one => one.Length > ServiceBusBroker.MaxMessageSize) is { } tooLarge)
        {
            return new ManagementAnswer.Refused(BusErrors.TooLarge(tooLarge.Length));
        }

        var messages = encoded.Select(BusMessage.Read).ToList();
        if (messages.Any(one => one.Expires))
        {
            return new ManagementAnswer.Refused(BusErrors.NotEmulated("messages that expire"));
        }

        var numbers = topic.Take(messages, BusOperation.Schedule);
        return new ManagementAnswer.Done(new Map { ["sequence-numbers"] = numbers.ToArray() });
    }
}
