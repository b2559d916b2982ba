using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using VksServerless.Application.Events;
using VksServerless.Application.Jobs;
using VksServerless.Functions.Tests.Http;

namespace VksServerless.Functions.Tests.Deployment;

/// <summary>The host starts what the SDK's metadata names, and nothing else.</summary>
public partial class Naming_the_triggers
{
    [Fact]
    public void They_are_these()
    {
        AzureApp.Functions.Select(function => function.Name).Order(StringComparer.Ordinal).ShouldBe(
        [
            "ApplyUnitChanges", "Calendars", "CloseCycle", "CycleOrchestration", "Cycles", "CyclesFollow", "Difficulties",
            "DifficultiesFollow",
            "EveryMinute", "Forms", "Health", "Home", "Mails", "NoticesFollow", "OpenApi", "OpenCycle", "People", "Portal",
            "PublishReport",
            "PutReportTogether", "ReadAgenda", "RemindUnits", "Reports", "Series", "TotalsFollow", "Units",
        ]);
    }

    /// <summary>Histories of running cycles hold these names.</summary>
    [Fact]
    public void The_orchestration_and_its_activities_keep_their_names()
    {
        AzureApp.Triggers("orchestrationTrigger").Single().Name.ShouldBe("CycleOrchestration");
        AzureApp.Triggers("activityTrigger").Select(activity => activity.Name).ShouldBe(
            ["ReadAgenda", "OpenCycle", "ApplyUnitChanges", "RemindUnits", "CloseCycle", "PutReportTogether", "PublishReport"],
            ignoreOrder: true);
    }

    [Fact]
    public void Each_subscription_has_one_trigger_that_gets_bodies_as_text()
    {
        var triggers = AzureApp.Triggers("serviceBusTrigger").Select(function => function.Trigger).ToList();

        triggers.Select(trigger => trigger.GetProperty("subscriptionName").GetString()).ShouldBe(Subscriptions.All.Keys, ignoreOrder: true);
        foreach (var trigger in triggers)
        {
            trigger.GetProperty("topicName").GetString().ShouldBe(Subscriptions.Topic);
            trigger.GetProperty("connection").GetString().ShouldBe("ServiceBus");
            var isBatch = trigger.GetProperty("subscriptionName").GetString() == Subscriptions.Totals;
            (trigger.TryGetProperty("cardinality", out var cardinality) && cardinality.GetString() == "Many").ShouldBe(isBatch);
            trigger.GetProperty("dataType").GetString().ShouldBe("String");
        }
    }

    [Fact]
    public void One_timer_runs_every_job()
    {
        AzureApp.Triggers("timerTrigger").ShouldHaveSingleItem().Trigger.GetProperty("schedule").GetString()
            .ShouldBe(Schedules.EveryMinute);
    }

    [Fact]
    public async Task Each_address_of_the_api_is_reached_by_one_trigger_of_its_feature()
    {
        await using var host = await AHost.Start();
        var routes = AzureApp.Triggers("httpTrigger").ToDictionary(
            function => function.Name, function => TemplateParser.Parse($"/{function.Trigger.GetProperty("route").GetString()}"));
        var addresses = host.Endpoints.Select(endpoint => endpoint.RoutePattern.RawText!).Distinct().ToList();
        addresses.Count.ShouldBeGreaterThan(50);

        var reached = addresses.ToDictionary(address => address, address => Longest(routes, Parameter().Replace(address, "x")));

        reached.ShouldAllBe(address => address.Value == FeatureOf(address.Key));
        reached.Values.Distinct().ShouldBe(routes.Keys, ignoreOrder: true);
        AzureApp.Triggers("httpTrigger").ShouldAllBe(
            function => !HasMethods(function.Trigger), "every method is for the pipeline to judge");
    }

    [Fact]
    public void What_watches_the_app_names_functions_that_there_are()
    {
        var queries = File.ReadAllText(Path.Combine(AzureApp.Repository, "bicep/modules/alerts.bicep"))
            + File.ReadAllText(Path.Combine(AzureApp.Repository, "bicep/modules/workbook.json"));

        var named = OperationNames().Matches(queries).SelectMany(match => Quoted().Matches(match.Value))
            .Select(match => match.Groups[1].Value).ToList();

        named.Count.ShouldBeGreaterThanOrEqualTo(2);
        named.Except(AzureApp.Functions.Select(function => function.Name)).ShouldBeEmpty();
    }

    [Fact]
    public void A_build_for_tests_bears_the_mark_that_deployment_refuses()
    {
        var isForTests = typeof(ServiceBusTriggerAttribute).Assembly.GetName().GetPublicKeyToken() is not { Length: > 0 };

        File.Exists(Path.Combine(AppContext.BaseDirectory, "FOR-TESTS-ONLY")).ShouldBe(isForTests);
        foreach (var way in new[] { "azure.yaml", ".github/workflows/deploy.yml", "bicep/README.md" })
        {
            File.ReadAllText(Path.Combine(AzureApp.Repository, way)).ShouldContain("FOR-TESTS-ONLY", customMessage: way);
        }
    }

    [Fact]
    public async Task Every_class_with_triggers_gets_what_it_needs()
    {
        await using var services = new ServiceCollection()
            .AddLogging().AddSingleton(AzureApp.Configuration).AddAzureDoor(AzureApp.Configuration)
            .AddSingleton<IWebHostEnvironment, NoEnvironment>()
            .AddSingleton<IHostEnvironment, NoEnvironment>()
            .AddSingleton(_ => new DiagnosticListener("none"))
            .BuildServiceProvider();

        foreach (var holder in AzureApp.Holders.Where(holder => !holder.IsAbstract))
        {
            ActivatorUtilities.CreateInstance(services, holder).ShouldNotBeNull();
        }
    }

    private static string Longest(Dictionary<string, RouteTemplate> routes, string path)
    {
        var matching = routes
            .Where(route => new TemplateMatcher(route.Value, []).TryMatch(path, []))
            .GroupBy(route => route.Value.Segments.Count).MaxBy(group => group.Key);
        return matching.ShouldNotBeNull(path).ShouldHaveSingleItem().Key;
    }

    private static bool HasMethods(JsonElement trigger) => trigger.TryGetProperty("methods", out _);

    private static string FeatureOf(string address) => address.Split('/') switch
    {
        ["", ""] => "Home",
        ["", "portal", ..] => "Portal",
        ["", "api", "cycles", _, "reports", ..] => "Reports",
        ["", "api", "openapi.json"] => "OpenApi",
        ["", "api", var feature, ..] => char.ToUpperInvariant(feature[0]) + feature[1..],
        _ => throw new InvalidOperationException(address),
    };

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"OperationName (==|in) ([""']\w+[""']|\([^)]*\))")]
    private static partial Regex OperationNames();

    [GeneratedRegex(@"[""'](\w+)[""']")]
    private static partial Regex Quoted();

    private sealed class NoEnvironment : IWebHostEnvironment
    {
        public string ApplicationName { get; set; } = "tests";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = "";

        public string EnvironmentName { get; set; } = "Production";

        public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();

        public string WebRootPath { get; set; } = "";
    }
}
