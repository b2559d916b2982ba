using VksServerless.Azure.Tests.Stage;
using VksServerless.Faults.Cycle;
using Xunit.Abstractions;

namespace VksServerless.Azure.Tests;

/// <summary>
/// SIGKILL in the middle of every phase of a cycle, of the worker or of the host with its worker, while one of its storage operations is
/// on its way: the next one goes on.
/// </summary>
public class Killing_processes(ITestOutputHelper output)
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("VKS_LONG") == "1";

    /// <summary>The phases, and about half of the storage operations that the app takes in each.</summary>
    private static readonly (string Name, int Operations)[] Phases =
        [("open", 50), ("first reminder", 55), ("submit", 180), ("finish", 40), ("publish", 30)];

    /// <summary>Which of the phases the host is killed in (+); the worker in the others.</summary>
    public static TheoryData<string> Hosts { get; } = IsLong ? ["-+-+-", "+-+-+", "+++++", "-----"] : ["-+-+-"];

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task The_cycle_ends_as_if_nothing_had_happened(string hosts)
    {
        var units = Sector.Of(provinces: 3, districts: 3, departments: 3);
        var (undisturbed, mails) = await OnServer.Play(units);
        await using var stage = await AzureStage.Start(units);
        var kills = new List<Task>();
        var killedIn = new List<string>();
        var now = "";
        var campaign = new Campaign(stage, units)
        {
            Begins = part =>
            {
                now = part;
                if (Array.FindIndex(Phases, phase => phase.Name == part) is >= 0 and var phase)
                {
                    stage.Door.AppStorage.SetTrap(Phases[phase].Operations, () =>
                    {
                        killedIn.Add(now);
                        var kill = Kill(stage, hosts[phase]);
                        kills.Add(kill);
                        return kill;
                    });
                }
            },
        };
        await campaign.Play();
        await Task.WhenAll(kills);
        await stage.Finish(campaign);
        var ending = await Ending.Of(campaign, stage.SentMails());

        killedIn.ShouldBe(Phases.Select(phase => phase.Name));
        ending.Report.ShouldBe(undisturbed.Report);
        ending.Digest.ShouldBe(undisturbed.Digest);
        (await campaign.SentMails()).ShouldBe(mails);
        (ending.Mails, ending.MailsTwice).ShouldBe((mails.Count, 0));
        output.WriteLine($"{hosts}: {kills.Count} kills, {ending.Mails} mails; workers that the last host has started: "
            + $"{(await stage.Door.Hosts[0].Status(CancellationToken.None)).Starts}");
    }

    private static Task Kill(AzureStage stage, char what) =>
        what == '+' ? stage.Door.KillHost() : stage.Door.Hosts[0].KillWorker(CancellationToken.None);
}
