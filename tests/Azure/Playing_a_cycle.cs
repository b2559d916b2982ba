using VksServerless.Azure.Tests.Stage;
using VksServerless.Emulation.Bus;
using VksServerless.Faults.Cycle;
using Xunit.Abstractions;

namespace VksServerless.Azure.Tests;

/// <summary>A cycle of two tiers, from its draft to its publication, through the Azure door.</summary>
public class Playing_a_cycle(ITestOutputHelper output)
{
    [Fact]
    public async Task It_ends_as_the_same_cycle_does_on_the_server()
    {
        var units = Sector.Of(provinces: 3, districts: 3, departments: 3);
        var (onServer, mailsOfServer) = await OnServer.Play(units);

        await using var stage = await AzureStage.Start(units);
        var campaign = new Campaign(stage, units)
        {
            Begins = part => output.WriteLine($"{part}: after {stage.Door.AppStorage.Total} storage operations of the app"),
        };
        await campaign.Play();
        await stage.Finish(campaign);
        output.WriteLine(
            $"{stage.Door.Bus.Count(BusOperation.Accept)} messages accepted, {stage.Door.Bus.Count(BusOperation.Deliver)} delivered; "
            + $"{await stage.Door.ActivitiesBegun(CancellationToken.None)} steps of workflows; "
            + $"{stage.Door.AppStorage.Total} storage operations of the app, {stage.Door.HostStorage.Total} of the host");
        var ending = await Ending.Of(campaign, stage.CountMails());

        ending.Report.ShouldBe(onServer.Report);
        ending.Digest.ShouldBe(onServer.Digest);
        (await campaign.SentMails()).ShouldBe(mailsOfServer);
        (ending.Mails, ending.MailsTwice).ShouldBe((mailsOfServer.Count, 0));
    }
}
