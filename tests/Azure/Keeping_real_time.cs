using System.Text.Json.Nodes;
using VksServerless.EndToEnd;

namespace VksServerless.Azure.Tests;

/// <summary>Elsewhere each move of the clock wakes the cycles; here nobody moves it.</summary>
public class Keeping_real_time
{
    private static readonly TimeSpan UntilClosing = TimeSpan.FromSeconds(20);

    /// <summary>Jobs rouse a workflow after a minute without a sign of it: what comes sooner, its own timer has done.</summary>
    private static readonly TimeSpan SoonerThanJobs = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_durable_timer_alone_closes_a_cycle()
    {
        await using var host = await AHost.StartInRealTime();
        var closing = DateTimeOffset.UtcNow + UntilClosing;
        var terms = ACycle.Terms("V14");
        terms["deadlines"] = new JsonObject { ["supreme"] = closing.AddSeconds(-1) };
        terms["closesAt"] = closing;

        var cycle = await ACycle.Open(host, terms);

        (await cycle.Phase()).ShouldBe("open");
        using var patience = new CancellationTokenSource(UntilClosing + SoonerThanJobs);
        while (await cycle.Phase() == "open")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), patience.Token);
        }

        DateTimeOffset.UtcNow.ShouldBeGreaterThanOrEqualTo(closing);
    }
}
