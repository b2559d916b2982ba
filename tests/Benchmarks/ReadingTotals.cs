using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Totals;
using VksServerless.Application.Units;
using VksServerless.Faults.Cycle;
using VksServerless.Figures;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Benchmarks;

/// <summary>How soon the sector's total has an acceptance in it, under a steady load, and how fast it is read.</summary>
internal static class ReadingTotals
{
    private const int Acceptances = 500;
    private const int Reads = 200;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(40);

    public static async Task Measure(int units, Action<object> print)
    {
        var directory = Bench.DirectoryOf(units);
        await using var bench = await Bench.Open(directory);
        // Every few, so that all provinces take part.
        var accepted = bench.Campaign.Units.Where((_, index) => index % Math.Max(1, units / Acceptances) == 0).Take(Acceptances).ToList();
        await Parallel.ForEachAsync(
            accepted, new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (unit, _) => await bench.Submit(unit, Answering.Of(unit, 1)));
        await bench.Stage.Settle();

        print(new { what = "fresh", units, milliseconds = Quantiles.Of(await Freshness(bench, directory, accepted)) });
        print(new { what = "read", units, milliseconds = Quantiles.Of(await ReadTimes(bench)) });
    }

    /// <summary>One acceptance at a time, so the number of those in the sector's total says which are.</summary>
    private static async Task<List<TimeSpan>> Freshness(Bench bench, UnitDirectory directory, List<Unit> accepted)
    {
        var totals = bench.Stage.Server.Services.GetRequiredService<ITotals>();
        var answered = new long[accepted.Count];
        var seen = new long[accepted.Count];
        var watching = Task.Run(async () =>
        {
            for (var fresh = 0; fresh < accepted.Count;)
            {
                var total = await totals.Read(bench.Campaign.Id, UnitCode.Sector, CancellationToken.None);
                var now = Stopwatch.GetTimestamp();
                for (var count = total.Value?.Completeness.Accepted ?? 0; fresh < count; fresh++)
                {
                    seen[fresh] = now;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(2));
            }
        });
        using var pace = new PeriodicTimer(Pace);
        for (var number = 0; number < accepted.Count; number++)
        {
            var unit = accepted[number];
            (await bench.Accept(unit, directory.Find(unit.Superior!.Value)!)).IsDone.ShouldBeTrue();
            answered[number] = Stopwatch.GetTimestamp();
            await pace.WaitForNextTickAsync();
        }

        await watching;
        return [.. answered.Zip(seen, (from, to) => Stopwatch.GetElapsedTime(from, Math.Max(from, to)))];
    }

    private static async Task<List<TimeSpan>> ReadTimes(Bench bench)
    {
        var times = new List<TimeSpan>();
        for (var read = 0; read < Reads; read++)
        {
            var from = Stopwatch.GetTimestamp();
            (await bench.Stage.Try(api => api.Get(Bench.Centre, $"cycles/{bench.Campaign.Id}/totals/VKSTC"))).IsDone.ShouldBeTrue();
            times.Add(Stopwatch.GetElapsedTime(from));
        }

        return times;
    }
}
