using Microsoft.Extensions.DependencyInjection;

namespace VksServerless.EndToEnd.Cycles;

/// <summary>A cycle sleeps, although it should not.</summary>
public class Keeping_cycles_going
{
    [Fact]
    public async Task Wakes_within_a_minute_what_no_event_reaches()
    {
        LostWakeUps clock = null!;
        await using var host = await AHost.Start(services => LostWakeUps.Decorate(services, made => clock = made));
        var cycle = await ACycle.Open(host, "V14");
        clock.AreLost = true;
        await cycle.Accepted("V14");
        (await cycle.Phase()).ShouldBe("open");

        await host.Play(host.Clock.GetUtcNow().AddMinutes(1));

        (await cycle.Phase()).ShouldBe("awaiting-approval");
    }
}
