using VksServerless.Application.Units;
using VksServerless.Faults.Cycle;
using VksServerless.Faults.Faults;
using VksServerless.Faults.Process;
using VksServerless.Units;
using Xunit.Abstractions;

namespace VksServerless.Faults;

/// <summary>SIGKILL, in the middle of each phase of one cycle: the next process goes on.</summary>
[Collection(nameof(Undisturbed))]
public class Killing_the_process(ITestOutputHelper output)
{
    private const int MostCampaigns = 4;

    internal static UnitDirectory Units { get; } = Sector.Of(provinces: 12, districts: 8, departments: 24);

    [Fact]
    public async Task In_the_middle_of_every_phase_ends_the_cycle_as_if_nothing_had_happened()
    {
        var undisturbed = await Undisturbed();
        var hit = new SortedSet<string>();
        for (var campaign = 0; campaign < MostCampaigns && hit.Count < 5; campaign++)
        {
            using var folder = new TemporaryFolder();
            using var stage = new ProcessStage(folder.Path);
            await stage.Start();
            var played = new Campaign(stage, Units);
            await Play(played, stage, hit);
            var ending = await Ending.Of(played, stage.Mails);
            ending.Report.ShouldBe(undisturbed.Report);
            ending.Digest.ShouldBe(undisturbed.Digest);
            output.WriteLine($"Killed in {string.Join(", ", hit)}: {ending.Mails} mails, {ending.MailsTwice} of them twice");
        }

        hit.ShouldBe(["aggregate", "open", "publish", "remind", "submit"], "each phase was found half done on the disk");
    }

    private static async Task Play(Campaign campaign, ProcessStage stage, SortedSet<string> hit)
    {
        var units = campaign.Units.Count;
        await Kill("open", campaign.Open, view => view.Phase == "starting" && view.Obligations > 0);
        await Kill("remind", campaign.FirstReminder, view => view.Reminded > 0 && view.Reminded < units);
        await Kill("submit", campaign.Submit, view => view.Versions > units / 3 && view.Versions < units);
        await campaign.SecondReminder();
        await Kill("aggregate", campaign.Finish, view => view.Phase == "closed");
        await Kill("publish", campaign.Publish, view => view.Numbered == 1 && view.Phase == "awaiting-approval");

        async Task Kill(string phase, Func<Task> part, Func<DatabaseView, bool> underWay)
        {
            if (await stage.Kill(part, underWay))
            {
                hit.Add(phase);
            }
        }
    }

    private static async Task<Ending> Undisturbed()
    {
        using var folder = new TemporaryFolder();
        await using var stage = await Stage.Start(folder.Path, Units);
        var campaign = new Campaign(stage, Units);
        await campaign.Play();
        await stage.Settle();
        return await Ending.Of(campaign, stage.Mails);
    }
}
