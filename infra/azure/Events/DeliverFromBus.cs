using System.Text;
using Azure.Messaging.ServiceBus;
using VksServerless.Application.Events;

namespace VksServerless.Azure.Events;

/// <summary>
/// Hands what a subscription has received to <see cref="DeliverEvents"/>. What is to come again is scheduled before the bus
/// forgets the original: a crash in between repeats the delivery, never loses it.
/// </summary>
public sealed class DeliverFromBus(DeliverEvents deliver, ServiceBusSender topic, TimeProvider clock)
{
    /// <summary>The bus delivers at once what was not scheduled, and gives up after 20 times: so these must not pass in seconds.</summary>
    private static readonly TimeSpan BeforeThrowing = TimeSpan.FromSeconds(30);

    public async Task Execute(string subscription, IEnumerable<string> bodies, CancellationToken cancellation)
    {
        var messages = bodies.Select(body => EventMessage.Read(Encoding.UTF8.GetBytes(body))).ToList();
        var faults = new List<Exception>();
        foreach (var redelivery in await deliver.Execute(subscription, messages, cancellation))
        {
            try
            {
                await topic.SendMessageAsync(BusMessages.Of(subscription, redelivery), cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
        {
            await Task.Delay(BeforeThrowing, clock, cancellation);
            throw new AggregateException(faults);
        }
    }
}
