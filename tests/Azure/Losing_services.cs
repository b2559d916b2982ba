using VksServerless.Azure.Tests.Stage;
using VksServerless.Emulation.Bus;
using VksServerless.Faults.Cycle;

namespace VksServerless.Azure.Tests;

/// <summary>
/// Two hosts work on one cycle, and in each of its phases something that they stand on is out: tables, blobs, the engine's queues, the
/// mail service, and the bus for as long as the units hand in.
/// </summary>
public class Losing_services
{
    [Fact]
    public async Task The_cycle_of_two_hosts_ends_as_if_nothing_had_happened()
    {
        var units = Sector.Of(provinces: 3, districts: 3, departments: 3);
        var (undisturbed, mails) = await OnServer.Play(units);
        await using var stage = await AzureStage.Start(units);
        var door = stage.Door;
        await door.AddHost();
        var refused = 0;
        long acceptedBefore = 0, acceptedAfter = -1;
        void Refuse(Emulation.Storage.StorageMeter storage, string service)
        {
            storage.Refuse(service, 30);
            refused++;
        }

        var campaign = new Campaign(stage, units)
        {
            Begins = part =>
            {
                switch (part)
                {
                    case "open":
                        Refuse(door.AppStorage, "table");
                        break;
                    case "first reminder":
                        door.Mail.TurnAway(20);
                        Refuse(door.HostStorage, "queue");
                        break;
                    case "submit":
                        Refuse(door.AppStorage, "blob");
                        door.Bus.BeginOutage();
                        acceptedBefore = door.Bus.Count(BusOperation.Accept);
                        break;
                    case "second reminder":
                        acceptedAfter = door.Bus.Count(BusOperation.Accept);
                        door.Bus.EndOutage();
                        Refuse(door.HostStorage, "table");
                        break;
                    case "publish":
                        Refuse(door.AppStorage, "blob");
                        Refuse(door.AppStorage, "table");
                        break;
                }
            },
        };
        await campaign.Play();
        await stage.Finish(campaign);
        var ending = await Ending.Of(campaign, stage.SentMails());

        refused.ShouldBe(6);
        acceptedAfter.ShouldBe(acceptedBefore, "all have handed in without a bus");
        (door.AppStorage.ToRefuse, door.HostStorage.ToRefuse).ShouldBe((0, 0));
        ending.Report.ShouldBe(undisturbed.Report);
        ending.Digest.ShouldBe(undisturbed.Digest);
        (await campaign.SentMails()).ShouldBe(mails);
        (ending.Mails, ending.MailsTwice).ShouldBe((mails.Count, 0));
        foreach (var host in door.Hosts)
        {
            var functions = (await host.Status(CancellationToken.None)).Functions;
            functions.Where(function => function.Trigger == "activityTrigger").Sum(function => function.Begun).ShouldBePositive();
            functions.Where(function => function.Trigger == "serviceBusTrigger").Sum(function => function.Begun).ShouldBePositive();
        }
    }
}
