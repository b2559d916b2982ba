using VksServerless.Azure.Tests.Stage;
using VksServerless.Faults.Cycle;
using VksServerless.Units;
using Xunit.Abstractions;

namespace VksServerless.Azure.Tests;

/// <summary>SIGKILL in the middle of every phase of a cycle, of the worker or of the host with its worker: the next one goes on.</summary>
public class Killing_processes(ITestOutputHelper output)
{
    private static readonly UnitDirectory Units = Sector.Of(provinces: 3, districts: 3, departments: 3);
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("VKS_LONG") == "1";

    /// <summary>Which of the five phases the host is killed in; the worker in the others.</summary>
    public static TheoryData<string> Hosts { get; } = IsLong ? ["-+-+-", "+-+-+", "+++++", "-----"] : ["-+-+-"];

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task The_cycle_ends_as_if_nothing_had_happened(string hosts)
    {
        var (undisturbed, operations) = await Undisturbed();
        await using var stage = await AzureStage.Start(Units);
        var kills = new List<Task>();
        var phase = -1;
        var campaign = new Campaign(stage, Units)
        {
            Begins = part =>
            {
                if (IndexOf(part) is >= 0 and var next)
                {
                    phase = next;
                    stage.Door.AppStorage.SetTrap(
                        Math.Max(1, operations[phase] / 2), () => kills.Add(Task.Run(() => Kill(stage, hosts[next]))));
                }
            },
        };
        await campaign.Play();
        await Task.WhenAll(kills);
        await stage.Finish(campaign);
        var ending = await Ending.Of(campaign, stage.CountMails());

        kills.Count.ShouldBe(5);
        ending.Report.ShouldBe(undisturbed.Report);
        ending.Digest.ShouldBe(undisturbed.Digest);
        ending.Mails.ShouldBe(undisturbed.Mails);
        output.WriteLine($"{hosts}: {kills.Count} kills, {ending.Mails} mails, {ending.MailsTwice} of them twice; workers started: "
            + $"{(await stage.Door.Hosts[0].Status(CancellationToken.None)).Starts}");
    }

    private static int IndexOf(string part) => Array.IndexOf(["open", "first reminder", "submit", "finish", "publish"], part);

    private static Task Kill(AzureStage stage, char what) =>
        what == '+' ? stage.Door.KillHost() : stage.Door.Hosts[0].KillWorker(CancellationToken.None);

    /// <summary>How it ends, and how many storage operations of the app each phase takes.</summary>
    private static async Task<(Ending Ending, IReadOnlyList<long> Operations)> Undisturbed()
    {
        await using var stage = await AzureStage.Start(Units);
        var begun = new List<(int Phase, long Total)>();
        var campaign = new Campaign(stage, Units) { Begins = part => begun.Add((IndexOf(part), stage.Door.AppStorage.Total)) };
        await campaign.Play();
        await stage.Finish(campaign);
        begun.Add((-1, stage.Door.AppStorage.Total));
        var operations = begun.Zip(begun.Skip(1)).Where(pair => pair.First.Phase >= 0)
            .OrderBy(pair => pair.First.Phase).Select(pair => pair.Second.Total - pair.First.Total).ToList();
        return (await Ending.Of(campaign, stage.CountMails()), operations);
    }
}
