using VksServerless.Application.People;
using VksServerless.Contracts.Ports;
using VksServerless.Storage;

namespace VksServerless.Contracts.People;

public abstract class SessionKeyContract : PortContract
{
    [Fact]
    public async Task Hosts_that_start_together_without_a_key_agree_on_one()
    {
        using var together = new Barrier(2);
        await Task.WhenAll(new[] { "a", "b" }.Select(name => Task.Run(() =>
            Host<ISessionKeys>(new SeenTogether(Rows, together)).Add($"key-{name}", $"<key id=\"{name}\" />", None))));

        (await Host<ISessionKeys>().All(None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Later_keys_join_the_first()
    {
        await Host<ISessionKeys>().Add("key-a", "<key id=\"a\" />", None);
        await Host<ISessionKeys>().Add("key-b", "<key id=\"b\" />", None);

        (await Host<ISessionKeys>().All(None)).ShouldBe(["<key id=\"a\" />", "<key id=\"b\" />"], ignoreOrder: true);
    }

    /// <summary>Two who look at the same time, before either has written.</summary>
    private sealed class SeenTogether(IRowStore rows, Barrier together) : IRowStore
    {
        public async Task<IReadOnlyList<Row>> List(string partition, string keyPrefix, CancellationToken cancellation)
        {
            var found = await rows.List(partition, keyPrefix, cancellation);
            together.SignalAndWait(cancellation);
            return found;
        }

        public Task<Row?> Find(string partition, string key, CancellationToken cancellation) => rows.Find(partition, key, cancellation);

        public Task<IReadOnlyList<Row>> First(
            string partition, string keyPrefix, string? after, int most, CancellationToken cancellation) =>
            rows.First(partition, keyPrefix, after, most, cancellation);

        public Task<RowPage> Scan(
            string partitionPrefix, string keyPrefix, int size, string? continuation, CancellationToken cancellation) =>
            rows.Scan(partitionPrefix, keyPrefix, size, continuation, cancellation);

        public Task<IReadOnlyDictionary<string, ETag>> Commit(
            string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages,
            CancellationToken cancellation) => rows.Commit(partition, writes, messages, cancellation);
    }
}
