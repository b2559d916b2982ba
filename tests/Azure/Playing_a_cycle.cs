using VksServerless.Azure.Tests.Stage;
using VksServerless.Faults.Cycle;

namespace VksServerless.Azure.Tests;

/// <summary>A cycle of two tiers, from its draft to its publication, through the Azure door.</summary>
public class Playing_a_cycle
{
    [Fact]
    public async Task It_ends_as_the_same_cycle_does_on_the_server()
    {
        var units = Sector.Of(provinces: 3, districts: 3, departments: 3);
        var (onServer, mailsOfServer) = await OnServer.Play(units);

        await using var stage = await AzureStage.Start(units);
        var campaign = new Campaign(stage, units);
        await campaign.Play();
        await stage.Finish(campaign);
        var ending = await Ending.Of(campaign, stage.CountMails());

        ending.Report.ShouldBe(onServer.Report);
        ending.Digest.ShouldBe(onServer.Digest);
        (await campaign.SentMails()).ShouldBe(mailsOfServer);
        (ending.Mails, ending.MailsTwice).ShouldBe((mailsOfServer.Count, 0));
    }
}
