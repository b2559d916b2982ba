using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Forms;
using VksServerless.Application.Units;
using VksServerless.Faults.Cycle;
using VksServerless.Forms;
using VksServerless.Server.Access;
using VksServerless.Server.Events;
using VksServerless.Server.Storage;
using VksServerless.Storage;
using VksServerless.Units;

namespace VksServerless.Benchmarks;

/// <summary>
/// Reports of 100 KiB handed in over HTTP, each durable with its receipt, beside the raw durable writes of the same store: of
/// as many bytes, and of the same two rows, one after the other, at the same concurrency. Both have their bytes made before,
/// and both take turns, so that what else the machine does falls on both. The processor's time is that of this process: it has
/// the client in it, and what follows from each report (deliveries, totals, mails).
/// </summary>
internal sealed class Submitting : IAsyncDisposable
{
    private const int Rounds = 10;
    private const int Reports = 100;
    private const int WarmUp = 3000;
    private const int Size = 100 * 1024;

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly SqliteRowStore _rows;
    private readonly FileBlobStore _blobs;
    private readonly Bench _bench;
    private readonly HttpClient _http;
    private int _next;

    private Submitting(Bench bench)
    {
        _bench = bench;
        _http = new HttpClient { BaseAddress = new Uri(bench.Stage.Server.Address, "/api/") };
        _database = new SqliteDatabase(_folder.Sub("raw.db"));
        _rows = new SqliteRowStore(_database, new DeliveryBell(), TimeProvider.System);
        _blobs = new FileBlobStore(_database, new BlobFolder(_folder.Sub("blobs"), _database));
    }

    public static async Task Measure(Action<object> print)
    {
        int[] concurrencies = [8, 16];
        await using var submitting =
            new Submitting(await Bench.Open(Bench.DirectoryOf(WarmUp + (Rounds * Reports * concurrencies.Length) + 80)));
        await submitting.Submitted(WarmUp, 8);
        await submitting.Raw(WarmUp, 8);
        foreach (var concurrency in concurrencies)
        {
            print(await submitting.Measure(concurrency));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _bench.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<object> Measure(int concurrency)
    {
        var (raw, submitted, whole) = (Cost.None, Cost.None, Cost.None);
        for (var round = 0; round < Rounds; round++)
        {
            raw += await Raw(Reports, concurrency);
            var (receipts, followed) = await Submitted(Reports, concurrency);
            (submitted, whole) = (submitted + receipts, whole + followed);
        }

        return new
        {
            what = "submit",
            concurrency,
            submittedPerSecond = submitted.PerSecond,
            rawPerSecond = raw.PerSecond,
            ratio = Math.Round(submitted.PerSecond / raw.PerSecond, 3),
            withAllThatFollowsPerSecond = whole.PerSecond,
            processorMilliseconds = new { raw = raw.Processor, submitted = submitted.Processor, withAllThatFollows = whole.Processor },
        };
    }

    /// <summary>Until the last receipt, and until nothing is left to be done.</summary>
    private async Task<(Cost Receipts, Cost Followed)> Submitted(int count, int concurrency)
    {
        var units = _bench.Campaign.Units.Skip(_next).Take(count).Select(unit => (
            Path: $"cycles/{_bench.Campaign.Id}/reports/{unit.Code}/submit",
            Token: _bench.Stage.Server.Services.GetRequiredService<SampleIssuer>().TokenFor(SamplePeople.ReporterOf(unit)),
            Key: $"submit-{unit.Code}",
            Body: JsonSerializer.SerializeToUtf8Bytes(new { answers = Long(unit), adjustments = Array.Empty<object>() }))).ToList();
        _next += count;
        await Settled();
        var watch = Cost.Watch(count);
        await Each(units, concurrency, async one =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, one.Path) { Content = new ByteArrayContent(one.Body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", one.Token);
            request.Headers.Add("Idempotency-Key", one.Key);
            using var answer = await _http.SendAsync(request);
            ((int)answer.StatusCode).ShouldBe(201);
        });
        var receipts = watch();
        await Settled();
        return (receipts, watch());
    }

    private async Task<Cost> Raw(int count, int concurrency)
    {
        var contents = Enumerable.Range(0, count)
            .Select(_ => (Name: Guid.NewGuid().ToString("N"), Bytes: RandomNumberGenerator.GetBytes(Size))).ToList();
        var watch = Cost.Watch(count);
        await Each(contents, concurrency, async one =>
        {
            using var stream = new MemoryStream(one.Bytes);
            await _blobs.Write($"contents/{one.Name}", stream, _ => true, CancellationToken.None);
            await _rows.Commit(
                "p", [new RowWrite.Insert($"o|{one.Name}", new byte[600]), new RowWrite.Insert($"v|{one.Name}", new byte[250])], [],
                CancellationToken.None);
        });
        return watch();
    }

    private async Task Settled() => await _bench.Stage.Server.WhenQuiet().WaitAsync(TimeSpan.FromMinutes(2));

    /// <summary>Answers of the shipped form whose narratives make up 100 KiB.</summary>
    private static Dictionary<string, object> Long(Unit unit)
    {
        var answers = Answering.Of(unit, 1).ToDictionary();
        var left = Size;
        foreach (var (field, most) in Answering.Form.Fields.Where(field => field.Required && answers.ContainsKey(field.Code))
            .Select(field => (field.Code, (field.Type as FieldType.Narrative)?.MaxLength ?? 0)).Where(field => field.Item2 > 0))
        {
            var length = Math.Min(most, left);
            answers[$"{field}"] = string.Concat(Enumerable.Repeat($"{unit.Code} da trien khai. ", 20_000))[..Math.Max(1, length - 1)] + ".";
            left -= length;
        }

        return answers;
    }

    private static Task Each<T>(IEnumerable<T> items, int concurrency, Func<T, Task> work) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = concurrency }, async (item, _) => await work(item));

    private sealed record Cost(int Count, TimeSpan Time, TimeSpan Busy)
    {
        public static Cost None { get; } = new(0, TimeSpan.Zero, TimeSpan.Zero);

        public double PerSecond => Math.Round(Count / Time.TotalSeconds, 1);

        /// <summary>Milliseconds for each.</summary>
        public double Processor => Math.Round(Busy.TotalMilliseconds / Count, 2);

        public static Cost operator +(Cost one, Cost other) => new(one.Count + other.Count, one.Time + other.Time, one.Busy + other.Busy);

        public static Func<Cost> Watch(int count)
        {
            var (from, busy) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
            return () => new Cost(count, Stopwatch.GetElapsedTime(from), Process.GetCurrentProcess().TotalProcessorTime - busy);
        }
    }
}
