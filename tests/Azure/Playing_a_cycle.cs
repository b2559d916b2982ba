using VksServerless.Azure.Tests.Stage;
using VksServerless.Faults.Cycle;
using VksServerless.Units;

namespace VksServerless.Azure.Tests;

/// <summary>A cycle of two tiers, from its draft to its publication, through the Azure door.</summary>
public class Playing_a_cycle
{
    [Fact]
    public async Task It_ends_as_the_same_cycle_does_on_the_server()
    {
        var units = Sector.Of(provinces: 3, districts: 3, departments: 3);
        var (onServer, mailsOfServer) = await OnServer(units);

        await using var stage = await AzureStage.Start(units);
        var campaign = new Campaign(stage, units);
        await campaign.Play();
        await stage.Finish(campaign);
        var ending = await Ending.Of(campaign, stage.CountMails());

        ending.Report.ShouldBe(onServer.Report);
        ending.Digest.ShouldBe(onServer.Digest);
        (await SentMails(campaign)).ShouldBe(mailsOfServer);
        (ending.Mails, ending.MailsTwice).ShouldBe((mailsOfServer.Count, 0));
    }

    /// <summary>What the log says went out to whom, whatever the order.</summary>
    private static async Task<IReadOnlyList<string>> SentMails(Campaign campaign) =>
    [
        .. (await campaign.Read($"mails?cycle={campaign.Id}&size=1000")).Json.GetProperty("items").EnumerateArray()
            .Where(mail => mail.TryGetProperty("sentAt", out _))
            .Select(mail => $"{mail.GetProperty("kind")} {mail.GetProperty("to")} {mail.GetProperty("subject")}")
            .Order(StringComparer.Ordinal),
    ];

    private static async Task<(Ending Ending, IReadOnlyList<string> Mails)> OnServer(UnitDirectory units)
    {
        using var folder = new TemporaryFolder();
        await using var stage = await Faults.Cycle.Stage.Start(folder.Path, units);
        var campaign = new Campaign(stage, units);
        await campaign.Play();
        await stage.Settle();
        return (await Ending.Of(campaign, stage.Mails), await SentMails(campaign));
    }
}
