using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace VksServerless.EndToEnd.Cycles;

/// <summary>The orchestration of a cycle runs, but not as it should.</summary>
public class Keeping_cycles_going
{
    [Theory]
    [InlineData(false, 10)]
    [InlineData(true, 15)]
    public async Task Begins_anew_what_no_event_reaches(bool cannotBeEnded, int minutes)
    {
        HardOfHearing ear = null!;
        await using var host = await AHost.Start(services => HardOfHearing.Decorate(services, made => ear = made));
        var cycle = await ACycle.Open(host, "V14");
        (ear.LosesEvents, ear.LosesTerminations) = (true, cannotBeEnded);
        await cycle.Accepted("V14");
        (await cycle.Phase()).ShouldBe("open");

        for (var minute = 0; minute < minutes; minute++)
        {
            await host.Play(host.Clock.GetUtcNow().AddMinutes(1));
        }

        (await cycle.Phase()).ShouldBe("awaiting-approval");
        ear.Ended.ShouldBe(1);
    }

    [Fact]
    public async Task Leaves_alone_what_answers()
    {
        HardOfHearing ear = null!;
        await using var host = await AHost.Start(services => HardOfHearing.Decorate(services, made => ear = made));
        var cycle = await ACycle.Open(host, "V14");
        await cycle.Accepted("V14");
        for (var minute = 0; minute < 15; minute++)
        {
            await host.Play(host.Clock.GetUtcNow().AddMinutes(1));
        }

        ear.Ended.ShouldBe(0);
    }

    [Fact]
    public async Task Takes_it_for_an_answer_that_another_host_has_started_it()
    {
        HardOfHearing ear = null!;
        await using var host = await AHost.Start(services => HardOfHearing.Decorate(services, made => ear = made));
        var cycle = await ACycle.Open(host, "V14");

        ear.SeesNone = true;
        await cycle.Accepted("V14");

        (await cycle.Phase()).ShouldBe("awaiting-approval");
    }
}
