using System.Globalization;
using System.IO.Compression;
using VksServerless.Azure.Tests.Stage;
using VksServerless.Faults.Cycle;
using VksServerless.Units;

namespace VksServerless.Azure.Tests;

/// <summary>
/// A cycle that an earlier version has opened and reminded of once. Its storage, with its workflow in the midst of its wait, is recorded
/// by <c>WRITE_BEFORE=1 dotnet test tests/Azure --filter Going_on</c>: of each version that is delivered, before the next is begun.
/// </summary>
public class Going_on_after_an_update
{
    private static readonly UnitDirectory Units = Sector.Of(provinces: 1, districts: 2, departments: 1);

    private static string Recorded { get; } = AzureStage.PathOf("VersionBefore");

    [Fact]
    public async Task A_cycle_that_the_version_before_has_begun_is_ended_by_this_one()
    {
        if (Environment.GetEnvironmentVariable("WRITE_BEFORE") == "1")
        {
            await Record();
        }

        var (undisturbed, mails) = await OnServer.Play(Units);
        var data = Directory.CreateTempSubdirectory("vks-azure-");
        await ZipFile.ExtractToDirectoryAsync(Recorded, data.FullName);
        await using var stage = await AzureStage.Resume(data, ClockOf(data));
        await stage.Door.LoadPeople(Units, CancellationToken.None);
        var campaign = new Campaign(stage, Units);
        (await campaign.Phase()).ShouldBe("open");
        await stage.Door.MoveTo(ClockOf(data).AddSeconds(1), CancellationToken.None);
        (await stage.Door.Hosts.Single().Status(CancellationToken.None)).Orchestrations.ShouldHaveSingleItem().Status.ShouldBe("Running");
        await campaign.Submit();
        await campaign.SecondReminder();
        await campaign.Finish();
        await campaign.Publish();
        await stage.Finish(campaign);
        var ending = await Ending.Of(campaign, stage.SentMails());

        stage.Door.Hosts.Single().Says.ShouldNotContain("(Orchestrator)' failed");
        ending.Report.ShouldBe(undisturbed.Report);
        ending.Digest.ShouldBe(undisturbed.Digest);
        (await campaign.SentMails()).ShouldBe(mails);
    }

    private static async Task Record()
    {
        var data = Directory.CreateTempSubdirectory("vks-azure-");
        await using var stage = await AzureStage.Resume(data, Campaign.Start);
        await stage.Door.LoadUnits(Units, CancellationToken.None);
        var campaign = new Campaign(stage, Units);
        await campaign.Open();
        await campaign.FirstReminder();
        await stage.Settle();
        await stage.End();
        File.Delete(Path.Combine(data.FullName, "signing-key.pem"));
        File.Delete(Recorded);
        await ZipFile.CreateFromDirectoryAsync(data.FullName, Recorded);
    }

    private static DateTimeOffset ClockOf(DirectoryInfo data) =>
        DateTimeOffset.Parse(File.ReadAllText(Path.Combine(data.FullName, "clock")), CultureInfo.InvariantCulture);
}
