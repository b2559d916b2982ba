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

    [Function("OnMany")]
    public Task OnMany([ServiceBusTrigger("events", "many", IsBatched = true)] ServiceBusReceivedMessage[] messages) =>
        journal.Note($"many {string.Join(',', messages.Select(message => message.Body))}");

    [Function("EveryHour")]
    public Task EveryHour([TimerTrigger("0 0 * * * *")] TimerInfo timer) => journal.Note($"hour late={timer.IsPastDue}");
}
