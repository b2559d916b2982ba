using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Faults.Cycle;
using VksServerless.Faults.Faults;

namespace VksServerless.Faults;

/// <summary>The alarm clock of a cycle is taken away in every phase: within a minute there is another one.</summary>
[Collection(nameof(Undisturbed))]
public class Ending_the_orchestration(Undisturbed undisturbed)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task In_every_phase_changes_nothing(bool purged)
    {
        using var folder = new TemporaryFolder();
        await using var stage = await Stage.Start(folder.Path, Undisturbed.Directory, patience: TimeSpan.FromSeconds(10));
        var campaign = new Campaign(stage, Undisturbed.Directory);
        var instance = $"cycle-{campaign.Id}";
        var orchestrations = stage.Host.Services.GetRequiredService<DurableTaskClient>();

        await campaign.Open();
        await End();
        await campaign.FirstReminder();
        await End();
        await campaign.Submit();
        await End();
        await campaign.SecondReminder();
        await campaign.Finish();
        await End();
        await campaign.Publish();

        await undisturbed.SameEnd(campaign, stage);

        async Task End()
        {
            await stage.Settle();
            await orchestrations.TerminateInstanceAsync(instance);
            if (purged)
            {
                await stage.Settle();
                await orchestrations.PurgeInstanceAsync(instance);
            }

            await stage.Settle();
            (await orchestrations.GetInstanceAsync(instance)).ShouldSatisfyAllConditions(gone => (gone is null or { IsCompleted: true }).ShouldBeTrue());
            stage.Clock.Advance(TimeSpan.FromMinutes(1));
            await stage.Settle();
            (await orchestrations.GetInstanceAsync(instance)).ShouldNotBeNull().IsCompleted.ShouldBeFalse("it goes on within a minute");
        }
    }
}
