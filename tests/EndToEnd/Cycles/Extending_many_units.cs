using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Server.Storage;
using VksServerless.Storage;

namespace VksServerless.EndToEnd.Cycles;

public class Extending_many_units
{
    [Theory]
    [InlineData("extensions", "dueAt")]
    [InlineData("exemptions", "state")]
    public async Task Takes_a_transaction_for_25_of_a_superior_s_units_and_reads_by_the_page(string what, string field)
    {
        var calls = new ConcurrentQueue<string>();
        await using var host = await AHost.Start(services =>
            services.AddSingleton<IRowStore>(provider => new Counting(ActivatorUtilities.CreateInstance<SqliteRowStore>(provider), calls)));
        var units = (await host.As("centre").Get("units?size=1000")).Done()["items"].EnumerateArray()
            .Select(unit => unit.GetProperty("code").GetString()!)
            .Where(unit => unit != "VKSTC").ToArray();
        var cycle = await ACycle.Open(host, units);
        var transactions = (await host.As("centre").Get($"{cycle.Path}/obligations?size=1000")).Done()["items"].EnumerateArray()
            .GroupBy(obligation => obligation.GetProperty("superior").GetString()).Sum(group => (group.Count() + 24) / 25);
        calls.Clear();

        (await host.As("centre").Post($"{cycle.Path}/{what}", what == "exemptions"
            ? new { units, reason = "Mưa lũ." }
            : new { units, dueAt = ACycle.At(8, 10), reason = "Mưa lũ." })).Done();
        await host.WhenQuiet();

        transactions.ShouldBeLessThan(8);
        calls.Count(call => call == "commit of obligations").ShouldBe(transactions);
        calls.ShouldNotContain("find of an obligation");
        foreach (var unit in (string[])[units[0], units[^1]])
        {
            (await cycle.Obligation(unit)).GetProperty(field).ToString().ShouldBeOneOf("exempt", "2018-08-10T16:00:00+07:00");
        }
    }

    private sealed class Counting(IRowStore inner, ConcurrentQueue<string> calls) : IRowStore
    {
        private const string Obligation = "n|o|";

        public Task<Row?> Find(string partition, string key, CancellationToken cancellation)
        {
            calls.Enqueue(key.StartsWith(Obligation, StringComparison.Ordinal) ? "find of an obligation" : "find");
            return inner.Find(partition, key, cancellation);
        }

        public Task<IReadOnlyList<Row>> List(string partition, string keyPrefix, CancellationToken cancellation) =>
            inner.List(partition, keyPrefix, cancellation);

        public Task<IReadOnlyList<Row>> First(
            string partition, string keyPrefix, string? after, int most, CancellationToken cancellation) =>
                inner.First(partition, keyPrefix, after, most, cancellation);

        public Task<RowPage> Scan(
            string partitionPrefix, string keyPrefix, int size, string? continuation, CancellationToken cancellation) =>
            inner.Scan(partitionPrefix, keyPrefix, size, continuation, cancellation);

        public Task<IReadOnlyDictionary<string, ETag>> Commit(
            string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
        {
            calls.Enqueue(
                writes.Any(write => write.Key.StartsWith(Obligation, StringComparison.Ordinal)) ? "commit of obligations" : "commit");
            return inner.Commit(partition, writes, messages, cancellation);
        }
    }
}
