using System.Diagnostics;
using System.Reflection;
using VksServerless.Local.Clock;
using VksServerless.Local.Edition;
using VksServerless.Local.Host;
using VksServerless.Notifications;

namespace VksServerless.Local.Demo;

/// <summary>The whole play, from an empty data folder to the published report, on a clock that is moved from scene to scene.</summary>
internal sealed class Performance(DemoOptions options, Assembly app, Action<double, string> progress)
{
    private const int SideBySide = 4;

    public async Task<DemoResult> Play(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var data = Directory.CreateTempSubdirectory("vks-demo-");
        try
        {
            progress(0, "Khởi động");
            var clock = new SimulatedClock(Timetable.Start);
            var machine = new SingleMachineOptions(data.FullName, app)
            {
                Clock = clock,
                ConfigureServices = services => services.AddSingleton(new Portal(() => "https://bao-cao.vks.example/", Portal.UsualContact)),
                ConfigureLogging = log => log.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace),
            };
            await using var host = await SingleMachine.Start(machine, cancellation);
            using var api = new ApiClient(host.Address, clock);
            return await Play(host, clock, api, machine.Mail.Folder, watch, cancellation);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private async Task<DemoResult> Play(LocalHost host, SimulatedClock clock, ApiClient api, string mails, Stopwatch watch, CancellationToken cancellation)
    {
        // One on top: the exempt one is not expected to report.
        var directory = DemoDirectory.For(options.Units + 1);
        var cast = Casting.Of(directory.Participants, options.Seed);
        var centre = new Centre(api);
        await centre.LoadDirectory(directory.Directory, cancellation);
        progress(0.02, "Mở kỳ báo cáo");
        var cycle = await centre.Start(directory.Participants, directory.Participants.Count == directory.Directory.Units.Count - 1, cancellation);
        await host.WhenQuiet(cancellation);

        var stage = new Stage(api, cycle, new AnswerBank(options.Seed), options.Seed);
        await Play(host, clock, stage, new Script(cast, options.Seed, centre, cycle), cancellation);

        progress(0.93, "Khóa kỳ, tổng hợp");
        await host.Play(clock, Timetable.FirstApproval, cancellation);
        await centre.Approve(cycle, "leader-1", cancellation);
        await host.Play(clock, Timetable.SecondApproval, cancellation);
        await centre.Approve(cycle, "leader-2", cancellation);
        await host.WhenQuiet(cancellation);

        progress(0.96, "Ghi kết quả");
        var harvest = new Harvest(host, api, centre, cycle, options);
        return await harvest.Gather(mails, stage.Returned, watch, cancellation);
    }

    private async Task Play(LocalHost host, SimulatedClock clock, Stage stage, Script script, CancellationToken cancellation)
    {
        var total = script.Scenes.Count;
        var done = 0;
        foreach (var moment in script.Moments)
        {
            await host.Play(clock, moment, cancellation);
            await script.ByTheCentre(moment, cancellation);
            var scenes = script.At(moment);
            await Parallel.ForEachAsync(
                scenes, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation }, async (scene, token) => await stage.Play(scene, token));
            done += scenes.Count;
            progress(0.03 + (0.9 * done / total), $"Ngày {Vietnamese.Day(VietnamTime.DayOf(moment))}");
        }
    }
}
