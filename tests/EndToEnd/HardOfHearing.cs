using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace VksServerless.EndToEnd;

/// <summary>The edition's own client, with the ways in which the cloud's has been seen to fail.</summary>
internal sealed class HardOfHearing(DurableTaskClient inner) : DurableTaskClient("hard-of-hearing")
{
    public bool LosesEvents { get; set; }

    public bool LosesTerminations { get; set; }

    /// <summary>As on a host that asked before another one started it.</summary>
    public bool SeesNone { get; set; }

    /// <summary>How many were taken away.</summary>
    public int Ended { get; private set; }

    public static void Decorate(IServiceCollection services, Action<HardOfHearing> made)
    {
        var own = services.Last(service => service.ServiceType == typeof(DurableTaskClient)).ImplementationType!;
        services.AddSingleton<DurableTaskClient>(provider =>
        {
            var client = new HardOfHearing((DurableTaskClient)ActivatorUtilities.CreateInstance(provider, own));
            made(client);
            return client;
        });
    }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default) =>
        inner.ScheduleNewOrchestrationInstanceAsync(orchestratorName, input, options, cancellation);

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) =>
        LosesEvents ? Task.CompletedTask : inner.RaiseEventAsync(instanceId, eventName, eventPayload, cancellation);

    public override async Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        if (!LosesTerminations)
        {
            Ended++;
            await inner.TerminateInstanceAsync(instanceId, options, cancellation);
        }
    }

    /// <summary>Like Azure Storage, also what runs.</summary>
    public override async Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        Ended++;
        await inner.TerminateInstanceAsync(instanceId, cancellation: cancellation);
        await inner.WaitForInstanceCompletionAsync(instanceId, cancellation);
        return await inner.PurgeInstanceAsync(instanceId, options, cancellation);
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        SeesNone ? Task.FromResult<OrchestrationMetadata?>(null) : inner.GetInstanceAsync(instanceId, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        inner.WaitForInstanceStartAsync(instanceId, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        inner.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs, cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        inner.SuspendInstanceAsync(instanceId, reason, cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        inner.ResumeInstanceAsync(instanceId, reason, cancellation);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => inner.GetAllInstancesAsync(filter);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();
}
