using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Faults.Cycle;
using VksServerless.Server.Workflow;

namespace VksServerless.Benchmarks;

/// <summary>A whole cycle, from its draft to the publication: what its workflow costs for each unit.</summary>
internal static class WholeCycle
{
    public static async Task Measure(int units, Action<object> print)
    {
        var directory = Bench.DirectoryOf(units);
        using var folder = new TemporaryFolder();
        await using var stage = await Stage.Start(folder.Path, directory, patience: TimeSpan.FromMinutes(1));
        var campaign = new Campaign(stage, directory);
        var clock = Stopwatch.StartNew();
        await campaign.Play();
        var steps = stage.Server.Services.GetRequiredService<CycleClock>().StepsOf(campaign.Id);
        print(new
        {
            what = "history",
            units = campaign.Units.Count,
            seconds = Math.Round(clock.Elapsed.TotalSeconds, 1),
            steps,
            stepsPerUnit = Math.Round((double)steps / campaign.Units.Count, 5),
        });
    }
}
