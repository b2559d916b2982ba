using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using VksServerless.Local.Functions;

namespace VksServerless.Local.Bus;

/// <summary>The functions behind subscriptions.</summary>
internal static class BusFunctions
{
    public static IReadOnlyList<BusListener> Listeners(
        IEnumerable<FunctionDescriptor> functions, FunctionPipeline pipeline, IServiceScopeFactory scopes, IConfiguration settings) =>
    [
        .. from function in functions
           let trigger = function.Trigger as ServiceBusTriggerAttribute
           where trigger is not null
           select new BusListener(
               SubscriptionOf(trigger, settings).Id,
               trigger.IsBatched,
               (messages, actions, cancellation) => Deliver(function, trigger, pipeline, scopes, messages, actions, cancellation)),
    ];

    /// <summary>Every subscription that a function names, for an application that says nothing of their subjects.</summary>
    public static IReadOnlyList<Subscription> Subscriptions(IEnumerable<FunctionDescriptor> functions, IConfiguration settings) =>
        [.. functions.Select(function => function.Trigger).OfType<ServiceBusTriggerAttribute>().Select(trigger => SubscriptionOf(trigger, settings))];

    private static Subscription SubscriptionOf(ServiceBusTriggerAttribute trigger, IConfiguration settings) =>
        trigger is { TopicName: { } topic, SubscriptionName: { } name }
            ? new Subscription(SettingNames.Resolve(topic, settings), SettingNames.Resolve(name, settings))
            : throw new NotSupportedException("The single-machine edition has topics and subscriptions, no queues.");

    private static async Task Deliver(
        FunctionDescriptor function, ServiceBusTriggerAttribute trigger, FunctionPipeline pipeline, IServiceScopeFactory scopes,
        IReadOnlyList<ServiceBusReceivedMessage> messages, LocalMessageActions actions, CancellationToken cancellation)
    {
        object value = function.TriggerParameter.ParameterType switch
        {
            var type when trigger.IsBatched && type.IsAssignableFrom(typeof(ServiceBusReceivedMessage[])) => messages.ToArray(),
            var type when !trigger.IsBatched && type == typeof(ServiceBusReceivedMessage) => messages[0],
            var type => throw new NotSupportedException($"{function.Name} cannot be given a message as {type.Name}."),
        };
        await using var scope = scopes.CreateAsyncScope();
        await pipeline.Run(new Invocation(function, scope.ServiceProvider, (_, kind) => kind == FunctionParameterKind.MessageActions ? actions : value, cancellation));
    }
}
