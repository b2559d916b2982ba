using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using VksServerless.Application.Totals;
using VksServerless.Faults.Cycle;
using VksServerless.Figures;
using VksServerless.Totals;

namespace VksServerless.Benchmarks;

/// <summary>
/// Sum and number of those who answered, of every indicator at every node: ours beside DuckDB's, on the same values, both in
/// memory with two threads, taking turns. Loading is on neither clock: the columns lie as <see cref="TreeShape"/> wants them,
/// the table in the same order of the tree. What comes out stays in memory on both sides. Then every number is compared.
/// </summary>
internal static class RollingUp
{
    private const int Rounds = 9;
    private const int Threads = 2;

    public static async Task Measure(int units, Action<object> print)
    {
        using var folder = new TemporaryFolder();
        await using var duck = DuckDb.Start();
        var sector = new MillionUnits(units);
        await Load(duck, sector, folder.Sub("units.csv"));
        var columns = Enumerable.Range(0, MillionUnits.Indicators).Select(sector.Column).ToArray();
        var (ourMemory, theirMemory) = (PeakMemory.Watch(Environment.ProcessId), PeakMemory.Watch(duck.ProcessId));

        var totals = new ColumnTotals[columns.Length];
        var ours = new List<double>();
        var theirs = Ways.Keys.ToDictionary(way => way, _ => new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var (way, statement) in Ways)
            {
                var milliseconds = await duck.Run($"CREATE OR REPLACE TABLE {way} AS {statement}");
                theirs[way].AddRange(round == 0 ? [] : [milliseconds]);
            }

            var from = Stopwatch.GetTimestamp();
            Parallel.For(
                0, columns.Length, new ParallelOptions { MaxDegreeOfParallelism = Threads },
                column => totals[column] = columns[column].Sum(sector.Shape));
            ours.AddRange(round == 0 ? [] : [Stopwatch.GetElapsedTime(from).TotalMilliseconds]);
        }

        var (our, fastest) = (Median(ours), theirs.Where(way => way.Key != SumsOnly).MinBy(way => Median(way.Value)).Key);
        print(new
        {
            what = "rollup",
            units,
            indicators = MillionUnits.Indicators,
            nodes = sector.Superiors,
            oursMilliseconds = our,
            duckDbMilliseconds = theirs.ToDictionary(way => way.Key, way => Median(way.Value)),
            ratioToFastest = Math.Round(our / Median(theirs[fastest]), 3),
            ratioToSumsOnly = Math.Round(our / Median(theirs[SumsOnly]), 3),
            memoryMiB = new { ours = ourMemory(), duckDb = theirMemory() },
        });
        foreach (var way in Ways.Keys.Where(way => way != SumsOnly))
        {
            print(new
            {
                what = "rollup differences",
                way,
                differences = await Differences(duck, way, sector, totals, folder.Sub($"{way}.csv")),
                compared = sector.Superiors * MillionUnits.Indicators * 2
            });
        }
    }

    private const string SumsOnly = "sums_without_counts";

    /// <summary>How the same is asked of DuckDB: as one statement names it, and level from level, which is the less work.</summary>
    private static Dictionary<string, string> Ways { get; } = new()
    {
        ["grouping_sets"] = $"SELECT CASE WHEN grouping(province) = 1 THEN 0 WHEN grouping(second) = 1 THEN province ELSE second END AS node, {All("sum(v{0}) AS s{0}, count(v{0}) AS n{0}")} FROM unit GROUP BY ROLLUP (province, second) HAVING grouping(second) = 1 OR province <> second",
        ["level_by_level"] = LevelByLevel("sum(v{0}) AS s{0}, count(v{0}) AS n{0}", "sum(s{0}) AS s{0}, sum(n{0}) AS n{0}"),
        [SumsOnly] = LevelByLevel("sum(v{0}) AS s{0}", "sum(s{0}) AS s{0}"),
    };

    private static string LevelByLevel(string ofUnits, string ofSums) =>
        $"WITH two AS MATERIALIZED (SELECT province, second, {All(ofUnits)} FROM unit GROUP BY province, second), "
        + $"one AS MATERIALIZED (SELECT province, {All(ofSums)} FROM two GROUP BY province) "
        + $"SELECT second AS node, * EXCLUDE (province, second) FROM two WHERE province <> second UNION ALL SELECT province, * EXCLUDE " +
            $"(province) FROM one UNION ALL SELECT 0, {All(ofSums)} FROM one";

    private static string All(string template) =>
        string.Join(
            ", ",
            Enumerable.Range(0, MillionUnits.Indicators)
                .Select(indicator => string.Format(CultureInfo.InvariantCulture, template, indicator)));

    private static async Task Load(DuckDb duck, MillionUnits sector, string path)
    {
        await sector.Write(path);
        await duck.Run($"SET threads = {Threads}");
        var columns = string.Join(
            ", ",
            Enumerable.Range(0, MillionUnits.Indicators)
                .Select(indicator => $"'v{indicator}': 'DECIMAL(18,{MillionUnits.ScaleOf(indicator)})'"));
        await duck.Run($"CREATE TABLE unit AS SELECT * FROM read_csv('{path}', header = false, columns = " +
            $"{{'province': 'INTEGER', 'second': 'INTEGER', {columns}}})");
        File.Delete(path);
    }

    /// <summary>How many sums and counts are not the same, to the last digit; a node that is not there differs in all.</summary>
    private static async Task<int> Differences(DuckDb duck, string way, MillionUnits sector, ColumnTotals[] totals, string path)
    {
        await duck.Run($"COPY {way} TO '{path}' (FORMAT csv, HEADER false)");
        var (same, seen) = (0, new HashSet<int>());
        await foreach (var line in File.ReadLinesAsync(path))
        {
            var parts = line.Split(',');
            var node = int.Parse(parts[0], CultureInfo.InvariantCulture);
            seen.Add(node).ShouldBeTrue();
            for (var (indicator, place) = (0, sector.Shape.PlaceOf(node)); indicator < totals.Length; indicator++)
            {
                var (sum, count) = (parts[1 + (2 * indicator)], parts[2 + (2 * indicator)]);
                same += totals[indicator].SumAt(place) == (sum.Length == 0 ? 0 : decimal.Parse(sum, CultureInfo.InvariantCulture)) ? 1 : 0;
                same += totals[indicator].UnitsAt(place) == int.Parse(count, CultureInfo.InvariantCulture) ? 1 : 0;
            }
        }

        return (sector.Superiors * totals.Length * 2) - same;
    }

    private static double Median(List<double> times) => Math.Round(times.Order().ElementAt(times.Count / 2), 2);
}
