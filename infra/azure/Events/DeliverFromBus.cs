using System.Text;
using Azure.Messaging.ServiceBus;
using VksServerless.Application.Events;

namespace VksServerless.Azure.Events;

/// <summary>
/// Hands what a subscription has received to <see cref="DeliverEvents"/>. What is to come again is scheduled before the bus
/// forgets the original: a crash in between repeats the delivery, never loses it.
/// </summary>
public sealed class DeliverFromBus(DeliverEvents deliver, ServiceBusSender topic)
{
    public async Task Execute(string subscription, IEnumerable<string> bodies, CancellationToken cancellation)
    {
        var messages = bodies.Select(body => EventMessage.Read(Encoding.UTF8.GetBytes(body))).ToList();
        foreach (var redelivery in await deliver.Execute(subscription, messages, cancellation))
        {
            await topic.SendMessageAsync(BusMessages.Of(subscription, redelivery), cancellation);
        }
    }
}
