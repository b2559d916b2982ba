using System.Diagnostics;
using VksServerless.Figures;
using VksServerless.Forms.Expressions;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Demo;

/// <summary>The whole demo, from an empty data folder to the last published report, on a clock that is moved from step to step.</summary>
/// <param name="open">Opens the door at an instant.</param>
internal sealed class DemoRun(
    DemoOptions options, Func<DateTimeOffset, CancellationToken, Task<IDoor>> open, Action<double, string> progress)
{
    private const int SideBySide = 4;

    private readonly IReadOnlyList<DemoCycle> _cycles = DemoCycle.Of(options.Form);
    private readonly List<FinishedCycle> _finished = [];

    // One on top: the exempt one is not expected to report.
    private readonly DemoDirectory _directory = DemoDirectory.For(options.Units + 1);

    /// <returns>One result a cycle.</returns>
    public async Task<IReadOnlyList<DemoResult>> Play(CancellationToken cancellation)
    {
        progress(0, "Khởi động");
        await using var door = await open(_cycles[0].Days.Start, cancellation);
        using var api = new ApiClient(door, _directory.Directory);
        await new Centre(api).LoadDirectory(_directory.Directory, cancellation);
        foreach (var planned in _cycles)
        {
            _finished.Add(await Play(door, api, planned, cancellation));
        }

        return [.. _finished.Select(finished => finished.Result)];
    }

    private async Task<FinishedCycle> Play(
        IDoor door, ApiClient api, DemoCycle planned, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var seed = options.Seed + _finished.Count;
        var units = DemoUnits.Of(_directory.Participants, planned.Form, seed);
        var answers = new AnswerBank(planned.Form, seed, unit => Earlier(planned, unit));
        var centre = new Centre(api);
        await door.PlayTo(planned.Days.Start, cancellation);
        Tell(0.02, "Mở kỳ báo cáo");
        var everyone = _directory.Participants.Count == _directory.Directory.Units.Count - 1;
        var cycle = await centre.Start(
            planned, _directory.Participants, everyone, [.. _finished.Select(finished => finished.Cycle)], cancellation);
        await door.WhenQuiet(cancellation);

        var runner = new StepRunner(api, cycle, answers, seed);
        await Play(door, runner, new DemoPlan(units, planned.Days, seed, centre, cycle), cancellation);

        Tell(0.93, "Khóa kỳ, tổng hợp");
        await door.PlayTo(planned.Days.FirstApproval, cancellation);
        if (planned.Form.Fields.Any(field => field.Opinion))
        {
            await new OpinionReplies(api, cycle).Give(cancellation);
            await door.WhenQuiet(cancellation);
        }

        await centre.Approve(cycle, "leader-1", cancellation);
        await door.PlayTo(planned.Days.SecondApproval, cancellation);
        await centre.Approve(cycle, "leader-2", cancellation);
        await door.WhenQuiet(cancellation);

        Tell(0.96, "Ghi kết quả");
        var output = new DemoOutput(door, api, centre, cycle, planned.Form, options.Units, FolderOf(_finished.Count));
        var result = await output.Gather(runner, watch, cancellation);
        return new FinishedCycle(cycle, units.Where(unit => unit.HandsIn).ToDictionary(unit => unit.Code, answers.Accepted), result);
    }

    private async Task Play(IDoor door, StepRunner runner, DemoPlan plan, CancellationToken cancellation)
    {
        var done = 0;
        foreach (var moment in plan.Moments)
        {
            await door.PlayTo(moment, cancellation);
            await plan.ByTheCentre(moment, cancellation);
            var steps = plan.At(moment);
            await Parallel.ForEachAsync(
                steps, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation }, async (step, token) =>
                    await runner.Do(step, token));
            done += steps.Count;
            Tell(0.03 + (0.9 * done / plan.Steps.Count), $"Ngày {Vietnamese.Day(VietnamTime.DayOf(moment))}");
        }
    }

    /// <summary>The last cycle is what the demo is about; what it refers to lies below.</summary>
    private string FolderOf(int cycle) => cycle == _cycles.Count - 1 ? options.Out : Path.Combine(options.Out, "earlier", $"{cycle + 1}");

    private Background Earlier(DemoCycle planned, UnitCode unit) => new(
        planned.Previous is { } previous ? _finished[previous].Accepted.GetValueOrDefault(unit) : null,
        [.. planned.Parts.Select(part => _finished[part].Accepted.GetValueOrDefault(unit))],
        PeerFigures.None,
        new Dictionary<string, SubordinateFigures>());

    private void Tell(double done, string what) => progress((_finished.Count + done) / _cycles.Count, what);

    /// <param name="Accepted">What each unit answered in the end.</param>
    private sealed record FinishedCycle(string Cycle, IReadOnlyDictionary<UnitCode, Answers> Accepted, DemoResult Result);
}
