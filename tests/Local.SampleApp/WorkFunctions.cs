using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using VksServerless.Storage;

namespace VksServerless.SampleApp;

/// <summary>Takes work, answers when it is durable, and does it later: what must survive the end of the process.</summary>
public sealed class WorkFunctions(IRowStore rows, ServiceBusClient bus)
{
    [Function("Take")]
    public async Task<IResult> Take(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "work/{id}")] HttpRequest request,
        string id, [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        await rows.Commit("accepted", [new RowWrite.Insert(id, "{}"u8.ToArray())], [], cancellation);
        await bus.CreateSender("events").SendMessageAsync(new ServiceBusMessage(id) { MessageId = id, Subject = "work" }, cancellation);
        await durable.ScheduleNewOrchestrationInstanceAsync(nameof(Work), id, new StartOrchestrationOptions(id), cancellation);
        return Results.Accepted(request.Path);
    }

    [Function(nameof(Work))]
    public static async Task Work([OrchestrationTrigger] TaskOrchestrationContext context, string id)
    {
        await context.CallActivityAsync(nameof(Mark), $"first-{id}");
        await context.CallActivityAsync(nameof(Mark), $"second-{id}");
    }

    [Function(nameof(Mark))]
    public Task Mark([ActivityTrigger] string key, CancellationToken cancellation) =>
        rows.Commit("done", [new RowWrite.Upsert(key, "{}"u8.ToArray())], [], cancellation);

    [Function("OnWork")]
    public Task OnWork([ServiceBusTrigger("events", "work")] ServiceBusReceivedMessage message, CancellationToken cancellation) =>
        rows.Commit("done", [new RowWrite.Upsert($"message-{message.Body}", "{}"u8.ToArray())], [], cancellation);
}
