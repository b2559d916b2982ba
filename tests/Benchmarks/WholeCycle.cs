using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Faults.Cycle;
using VksServerless.Local.Durable;

namespace VksServerless.Benchmarks;

/// <summary>A whole cycle, from its draft to the publication: what its orchestration costs for each unit.</summary>
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
        var history = stage.Host.Services.GetRequiredService<DurableHistory>().Sizes($"cycle-{campaign.Id}");
        var (events, bytes) = (history.Sum(size => size.Events), history.Sum(size => size.Bytes));
        print(new
        {
            what = "history",
            units = campaign.Units.Count,
            seconds = Math.Round(clock.Elapsed.TotalSeconds, 1),
            events,
            bytes,
            eventsPerUnit = Math.Round((double)events / campaign.Units.Count, 5),
            bytesPerUnit = Math.Round((double)bytes / campaign.Units.Count, 2),
        });
    }
}
