using Microsoft.Extensions.DependencyInjection;
using VksServerless.Faults.Cycle;
using VksServerless.Faults.Faults;
using VksServerless.Server.Workflow;

namespace VksServerless.Faults;

/// <summary>The alarm clock of a cycle is taken away in every phase: within a minute there is another one.</summary>
[Collection(nameof(Undisturbed))]
public class Forgetting_a_cycle(Undisturbed undisturbed)
{
    [Fact]
    public async Task In_every_phase_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var stage = await Stage.Start(folder.Path, Undisturbed.Directory, patience: TimeSpan.FromSeconds(10));
        var campaign = new Campaign(stage, Undisturbed.Directory);
        var clock = stage.Server.Services.GetRequiredService<CycleClock>();

        await campaign.Open();
        await Forget();
        await campaign.FirstReminder();
        await Forget();
        await campaign.Submit();
        await Forget();
        await campaign.SecondReminder();
        await campaign.Finish();
        await Forget();
        await campaign.Publish();

        await undisturbed.SameEnd(campaign, stage);

        async Task Forget()
        {
            await stage.Settle();
            clock.Forget(campaign.Id);
            await stage.Settle();
            clock.Knows(campaign.Id).ShouldBeFalse();
            stage.Clock.Advance(TimeSpan.FromMinutes(1));
            await stage.Settle();
            clock.Knows(campaign.Id).ShouldBeTrue("it goes on within a minute");
        }
    }
}
