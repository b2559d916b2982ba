using System.Reflection;
using System.Text.Json;
using VksServerless.Application.Events;
using VksServerless.Application.Jobs;

namespace VksServerless.Azure.Tests.Agreements;

/// <summary>The SDK's metadata of the published app, against what the app is to be triggered by.</summary>
public class Triggers
{
    private static readonly IReadOnlyList<JsonElement> Functions = [.. JsonElement.Parse(File.ReadAllText(Path.Combine(
        Path.GetDirectoryName(typeof(Triggers).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "App").Value!)!,
        "functions.metadata"))).EnumerateArray()];

    [Fact]
    public void Each_subscription_has_exactly_one() =>
        Of("serviceBusTrigger").Select(trigger => (trigger.GetProperty("topicName").GetString(), trigger.GetProperty("subscriptionName").GetString()))
            .Order().ShouldBe(Subscriptions.All.Keys.Select(name => ((string?)Subscriptions.Topic, (string?)name)).Order());

    [Fact]
    public void Each_cadence_of_jobs_has_exactly_one_timer_with_its_schedule() =>
        Of("timerTrigger").Select(trigger => trigger.GetProperty("schedule").GetString()).Order()
            .ShouldBe(new[] { Schedules.EveryMinute, Schedules.EveryMorning }.Order());

    [Fact]
    public void Each_route_of_the_API_leads_into_exactly_one()
    {
        var routes = Of("httpTrigger").Select(trigger => trigger.GetProperty("route").GetString()!).ToList();
        routes.ShouldBeUnique();
        routes.Count.ShouldBe(9);
    }

    private static IEnumerable<JsonElement> Of(string type) => Functions
        .SelectMany(function => function.GetProperty("bindings").EnumerateArray())
        .Where(binding => binding.GetProperty("type").GetString() == type);
}
