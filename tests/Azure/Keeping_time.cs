using System.Text.Json.Nodes;
using VksServerless.EndToEnd;

namespace VksServerless.Azure.Tests;

/// <summary>
/// Elsewhere each move of the clock wakes the cycles. Here the clock is set and nobody is told; no job is due either.
/// </summary>
public class Keeping_time
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_durable_timer_alone_closes_a_cycle()
    {
        await using var host = await AHost.Start();
        var closing = host.Clock.GetUtcNow().AddSeconds(20);
        var terms = ACycle.Terms("V14");
        terms["deadlines"] = new JsonObject { ["district"] = closing, ["province"] = closing, ["supreme"] = closing };
        terms["closesAt"] = closing;
        var cycle = await ACycle.Draft(host, terms);
        (await host.As("centre").Post($"{cycle.Path}/start")).Done();
        await Until(async () => await cycle.Phase() == "open");

        host.Door.SetClock(closing.AddSeconds(1));

        await Until(async () => await cycle.Phase() != "open");
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), patience.Token);
        }
    }
}
