using System.Diagnostics;
using VksServerless.Application.Units;
using VksServerless.EndToEnd.Portal;
using VksServerless.Faults.Cycle;
using VksServerless.Server.Access;
using VksServerless.Units;

namespace VksServerless.Benchmarks;

/// <summary>How fast the portal's pages open for sixteen people at a time, beside the API reads of the same things.</summary>
internal static class OpeningPages
{
    private const int Callers = 16;
    private const int Requests = 160;
    private const int Submitted = 400;

    private static readonly SamplePerson Leader = SamplePeople.Central.First(person => person.Role == "leadership");
    private static readonly SamplePerson Operator = SamplePeople.Central.First(person => person.Role == "operator");

    public static async Task Measure(int units, Action<object> print)
    {
        var directory = Bench.DirectoryOf(units);
        await using var bench = await Bench.Open(directory);
        var writing = await HandIn(bench, directory);
        var reporting = bench.Campaign.Units.First(unit => unit.Level == UnitLevel.District);
        var province = directory.Find(reporting.Superior!.Value)!;
        foreach (var page in Pages(bench, reporting, writing, province))
        {
            using var session = await APortalSession.Of(bench.Stage.Server.Address, page.Person.Id);
            using var api = bench.Stage.Client();
            await session.Get(page.Path);
            await api.Get(page.Person, page.Read);
            var (opened, read) = (new List<TimeSpan>(), new List<TimeSpan>());
            for (var half = 0; half < 2; half++)
            {
                opened.AddRange(await Times(async () => (await session.Get(page.Path)).Status.ShouldBe(200, page.Path)));
                read.AddRange(await Times(async () => (await api.Get(page.Person, page.Read)).Status.ShouldBe(200, page.Read)));
            }

            var (ofPage, ofRead) = (Quantiles.Of(opened), Quantiles.Of(read));
            print(new
            {
                what = "page",
                units,
                callers = Callers,
                page = page.Name,
                milliseconds = ofPage,
                read = page.Read.Split('?')[0],
                readMilliseconds = ofRead,
                ratio = Math.Round(ofPage.P50 / ofRead.P50, 2),
            });
        }
    }

    /// <returns>One that has taken its report back and goes on with the draft.</returns>
    private static async Task<Unit> HandIn(Bench bench, UnitDirectory directory)
    {
        var some = bench.Campaign.Units.Take(Submitted).ToList();
        await Parallel.ForEachAsync(
            some, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (unit, _) => await bench.Submit(unit, Answering.Of(unit, 1)));
        foreach (var unit in some.Take(Submitted / 2))
        {
            (await bench.Accept(unit, directory.Find(unit.Superior!.Value)!)).IsDone.ShouldBeTrue();
        }

        var writing = some.Last(unit => unit.Level == UnitLevel.District);
        (await bench.Stage.Try(api => api.Post(
            SamplePeople.ReporterOf(writing), $"cycles/{bench.Campaign.Id}/reports/{writing.Code}/withdraw"))).IsDone.ShouldBeTrue();
        await bench.Stage.Settle();
        return writing;
    }

    private static IReadOnlyList<Page> Pages(Bench bench, Unit reporting, Unit writing, Unit province)
    {
        var cycle = $"cycles/{bench.Campaign.Id}";
        var report = $"{cycle}/reports/{reporting.Code}";
        var draft = $"{cycle}/reports/{writing.Code}";
        var reporter = SamplePeople.ReporterOf(writing);
        var head = SamplePeople.HeadOf(province);
        var section = Answering.Form.For(writing.Code, writing.Level, superior: false).First().Code;
        return
        [
            new("what waits for the centre", Bench.Centre, "portal", "cycles"),
            new("the board", Bench.Centre, $"portal/{cycle}", $"{cycle}/obligations?size=50"),
            new("the board, who owes", Bench.Centre, $"portal/{cycle}?state=due", $"{cycle}/obligations?size=50"),
            new("a clerk's tasks", reporter, "portal", draft),
            new("a section of a report", reporter, $"portal/{draft}/sections/{section}", $"{draft}/draft"),
            new("a province's reports", head, $"portal/{cycle}/reports", $"{cycle}/totals/{province.Code}"),
            new("a report to be judged", head, $"portal/{report}/review", $"{report}/versions/1/review"),
            new("the sector's totals", Leader, $"portal/{cycle}/totals/VKSTC", $"{cycle}/totals/VKSTC"),
            new("the directory", Bench.Centre, "portal/units", "units?size=50"),
            new("the mails", Operator, "portal/mails", "mails?size=50"),
        ];
    }

    private static async Task<List<TimeSpan>> Times(Func<Task> request)
    {
        var times = new List<TimeSpan>[Callers];
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            times[caller] = [];
            for (var number = 0; number < Requests / 2 / Callers; number++)
            {
                var from = Stopwatch.GetTimestamp();
                await request();
                times[caller].Add(Stopwatch.GetElapsedTime(from));
            }
        })));
        return [.. times.SelectMany(each => each)];
    }

    private sealed record Page(string Name, SamplePerson Person, string Path, string Read);
}
