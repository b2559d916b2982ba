using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Faults.Cycle;
using VksServerless.Server.Workflow;

namespace VksServerless.Benchmarks;

/// <summary>A whole cycle, from its draft to the publication: steps of its workflow, use of the stores, events, mails.</summary>
internal static class WholeCycle
{
    public static async Task Measure(int units, Action<object> print)
    {
        var directory = Bench.DirectoryOf(units);
        var use = new StoreUse();
        using var folder = new TemporaryFolder();
        await using var stage = await Stage.Start(folder.Path, directory, configure: use.Watch, patience: TimeSpan.FromMinutes(1));
        var campaign = new Campaign(stage, directory);
        use.Forget();
        var clock = Stopwatch.StartNew();
        await campaign.Play();
        var steps = stage.Server.Services.GetRequiredService<CycleClock>().StepsOf(campaign.Id);
        print(new
        {
            what = "cycle",
            units = campaign.Units.Count,
            seconds = Math.Round(clock.Elapsed.TotalSeconds, 1),
            steps,
            storeCalls = use.Calls.Values.Sum(),
            storeCallsPerUnit = PerUnit(use.Calls.Values.Sum()),
            rowsRead = use.RowsRead,
            rowsReadPerUnit = PerUnit(use.RowsRead),
            eventsPerUnit = PerUnit(use.Events.Values.Sum()),
            mailsPerUnit = PerUnit(Directory.EnumerateFiles(stage.Mails, "*.eml", SearchOption.AllDirectories).LongCount()),
            calls = use.Calls,
            events = use.Events,
        });

        double PerUnit(long count) => Math.Round((double)count / campaign.Units.Count, 2);
    }
}
