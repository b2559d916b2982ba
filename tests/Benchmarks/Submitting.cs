using System.Diagnostics;
using System.Security.Cryptography;
using VksServerless.Faults.Cycle;
using VksServerless.Forms;
using VksServerless.Local.Host;
using VksServerless.Local.Storage;
using VksServerless.Storage;
using VksServerless.Units;

namespace VksServerless.Benchmarks;

/// <summary>Reports of 100 KiB handed in over HTTP, each durable with its receipt, beside the raw durable writes of the same store.</summary>
internal static class Submitting
{
    private const int Reports = 400;
    private const int Size = 100 * 1024;

    public static async Task Measure(Action<object> print)
    {
        foreach (var concurrency in new[] { 8, 16 })
        {
            var before = await Raw(concurrency);
            var submitted = await Submitted(concurrency);
            var after = await Raw(concurrency);
            var raw = (before + after) / 2;
            print(new { what = "submit", concurrency, submittedPerSecond = Math.Round(submitted, 1), rawPerSecond = Math.Round(raw, 1), ratio = Math.Round(submitted / raw, 3) });
        }
    }

    private static async Task<double> Submitted(int concurrency)
    {
        await using var bench = await Bench.Open(Bench.DirectoryOf(Reports + 80));
        var answers = bench.Campaign.Units.Take(Reports + 40).Select(unit => (Unit: unit, Answers: Long(unit))).ToList();
        await Each(answers.Take(40), concurrency, one => bench.Submit(one.Unit, one.Answers));
        await bench.Stage.Settle();
        return await Rate(answers.Skip(40), concurrency, async one =>
        {
            var answer = await bench.Submit(one.Unit, one.Answers);
            answer.IsDone.ShouldBeTrue($"{answer}");
        });
    }

    private static async Task<double> Raw(int concurrency)
    {
        using var folder = new TemporaryFolder();
        await using var database = new SqliteDatabase(folder.Sub("raw.db"));
        var rows = new SqliteRowStore(database, new Workload());
        var blobs = new FileBlobStore(database, new BlobFolder(folder.Sub("blobs"), database));
        var content = Enumerable.Range(0, Reports + 40).Select(number => (Number: number, Bytes: RandomNumberGenerator.GetBytes(Size))).ToList();
        await Each(content.Take(40), concurrency, Write);
        return await Rate(content.Skip(40), concurrency, Write);

        async Task Write((int Number, byte[] Bytes) one)
        {
            using var stream = new MemoryStream(one.Bytes);
            await blobs.Write($"contents/{one.Number}", stream, _ => true, CancellationToken.None);
            await rows.Commit("p", [new RowWrite.Insert($"o|{one.Number}", new byte[600]), new RowWrite.Insert($"v|{one.Number}", new byte[250])], [], CancellationToken.None);
        }
    }

    /// <summary>Answers of the shipped form whose narratives make up 100 KiB.</summary>
    private static Dictionary<string, object> Long(Unit unit)
    {
        var answers = Answering.Of(unit, 1).ToDictionary();
        var left = Size;
        foreach (var (field, most) in Answering.Form.Fields.Where(field => field.Required && answers.ContainsKey(field.Code))
            .Select(field => (field.Code, (field.Type as FieldType.Narrative)?.MaxLength ?? 0)).Where(field => field.Item2 > 0))
        {
            var length = Math.Min(most, left);
            answers[field] = string.Concat(Enumerable.Repeat($"{unit.Code} da trien khai. ", 20_000))[..Math.Max(1, length - 1)] + ".";
            left -= length;
        }

        return answers;
    }

    private static Task Each<T>(IEnumerable<T> items, int concurrency, Func<T, Task> work) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (item, _) => await work(item));

    private static async Task<double> Rate<T>(IEnumerable<T> items, int concurrency, Func<T, Task> work)
    {
        var clock = Stopwatch.StartNew();
        await Each(items, concurrency, work);
        return Reports / clock.Elapsed.TotalSeconds;
    }
}
