using System.Diagnostics;
using System.Reflection;
using VksServerless.Forms.Expressions;
using VksServerless.Local.Clock;
using VksServerless.Local.Edition;
using VksServerless.Local.Host;
using VksServerless.Notifications;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Local.Demo;

/// <summary>The whole play, from an empty data folder to the last published report, on a clock that is moved from scene to scene.</summary>
internal sealed class Performance(DemoOptions options, Assembly app, Action<double, string> progress)
{
    private const int SideBySide = 4;

    private readonly IReadOnlyList<Act> _acts = Act.Of(options.Form);
    private readonly List<Played> _played = [];

    // One on top: the exempt one is not expected to report.
    private readonly DemoDirectory _directory = DemoDirectory.For(options.Units + 1);

    /// <returns>One result a cycle.</returns>
    public async Task<IReadOnlyList<DemoResult>> Play(CancellationToken cancellation)
    {
        var data = Directory.CreateTempSubdirectory("vks-demo-");
        try
        {
            progress(0, "Khởi động");
            var clock = new SimulatedClock(_acts[0].Days.Start);
            var machine = new SingleMachineOptions(data.FullName, app)
            {
                Clock = clock,
                ConfigureServices = services => services.AddSingleton(new Portal(() => "https://bao-cao.vks.example/", Portal.UsualContact)),
                ConfigureLogging = log => log.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace),
            };
            await using var host = await SingleMachine.Start(machine, cancellation);
            using var api = new ApiClient(host.Address, clock);
            await new Centre(api).LoadDirectory(_directory.Directory, cancellation);
            foreach (var act in _acts)
            {
                _played.Add(await Play(host, clock, api, act, machine.Mail.Folder, cancellation));
            }

            return [.. _played.Select(played => played.Result)];
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private async Task<Played> Play(LocalHost host, SimulatedClock clock, ApiClient api, Act act, string mails, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var seed = options.Seed + _played.Count;
        var cast = Casting.Of(_directory.Participants, act.Form, seed);
        var answers = new AnswerBank(act.Form, seed, unit => Earlier(act, unit));
        var centre = new Centre(api);
        await host.Play(clock, act.Days.Start, cancellation);
        Tell(0.02, "Mở kỳ báo cáo");
        var everyone = _directory.Participants.Count == _directory.Directory.Units.Count - 1;
        var cycle = await centre.Start(act, _directory.Participants, everyone, [.. _played.Select(played => played.Cycle)], cancellation);
        await host.WhenQuiet(cancellation);

        var stage = new Stage(api, cycle, answers, seed);
        await Play(host, clock, stage, new Script(cast, act.Days, seed, centre, cycle), cancellation);

        Tell(0.93, "Khóa kỳ, tổng hợp");
        await host.Play(clock, act.Days.FirstApproval, cancellation);
        await centre.Approve(cycle, "leader-1", cancellation);
        await host.Play(clock, act.Days.SecondApproval, cancellation);
        await centre.Approve(cycle, "leader-2", cancellation);
        await host.WhenQuiet(cancellation);

        Tell(0.96, "Ghi kết quả");
        var harvest = new Harvest(host, api, centre, cycle, act.Form, options.Units, FolderOf(_played.Count));
        var result = await harvest.Gather(mails, stage, watch, cancellation);
        return new Played(cycle, cast.Where(part => part.HandsIn).ToDictionary(part => part.Code, answers.Accepted), result);
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
            Tell(0.03 + (0.9 * done / total), $"Ngày {Vietnamese.Day(VietnamTime.DayOf(moment))}");
        }
    }

    /// <summary>The last act is what the play is about; what it refers to lies below.</summary>
    private string FolderOf(int act) => act == _acts.Count - 1 ? options.Out : Path.Combine(options.Out, "earlier", $"{act + 1}");

    private Background Earlier(Act act, UnitCode unit) => new(
        act.Previous is { } previous ? _played[previous].Accepted.GetValueOrDefault(unit) : null,
        [.. act.Parts.Select(part => _played[part].Accepted.GetValueOrDefault(unit))],
        PeerFigures.None,
        new Dictionary<string, SubordinateFigures>());

    private void Tell(double done, string what) => progress((_played.Count + done) / _acts.Count, what);

    /// <param name="Accepted">What each unit answered in the end.</param>
    private sealed record Played(string Cycle, IReadOnlyDictionary<UnitCode, Answers> Accepted, DemoResult Result);
}
