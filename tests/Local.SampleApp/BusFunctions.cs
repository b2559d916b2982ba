using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace VksServerless.SampleApp;

public sealed class BusFunctions(Journal journal)
{
    [Function("OnEach")]
    public Task OnEach([ServiceBusTrigger("events", "each")] ServiceBusReceivedMessage message, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return journal.Note($"each {message.Subject} {message.Body} #{message.DeliveryCount}");
    }

    /// <summary>A message that says so is set aside; what becomes of the others is the journal's decision.</summary>
    [Function("OnMany")]
    public async Task OnMany([ServiceBusTrigger("events", "many", IsBatched = true)] ServiceBusReceivedMessage[] messages, ServiceBusMessageActions actions)
    {
        foreach (var message in messages.Where(message => message.Body.ToString() == "dead"))
        {
            await actions.DeadLetterMessageAsync(message, deadLetterReason: "Unreadable", deadLetterErrorDescription: "as it says");
        }

        await journal.Note($"many {string.Join(',', messages.Select(message => message.Body))}");
    }

    [Function("EveryHour")]
    public Task EveryHour([TimerTrigger("0 0 * * * *")] TimerInfo timer) => journal.Note($"hour late={timer.IsPastDue}");
}
