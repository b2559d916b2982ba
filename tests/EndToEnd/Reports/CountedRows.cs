using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Server.Storage;
using VksServerless.Storage;

namespace VksServerless.EndToEnd.Reports;

/// <summary>Counts what each request asks of the rows; what is done behind its back is not the request's.</summary>
internal sealed class CountedRows(IRowStore inner) : IRowStore
{
    private static readonly AsyncLocal<List<string>?> OfThisRequest = new();

    public static List<string> Last { get; private set; } = [];

    public static void Register(IServiceCollection services) => services
        .AddSingleton<IRowStore>(provider => new CountedRows(ActivatorUtilities.CreateInstance<SqliteRowStore>(provider)))
        .AddSingleton<IStartupFilter, EachRequest>();

    public Task<Row?> Find(string partition, string key, CancellationToken cancellation) =>
        Counted($"find {key}", () => inner.Find(partition, key, cancellation));

    public Task<IReadOnlyList<Row>> List(string partition, string keyPrefix, CancellationToken cancellation) =>
        Counted($"list {keyPrefix}", () => inner.List(partition, keyPrefix, cancellation));

    public Task<IReadOnlyList<Row>> First(string partition, string keyPrefix, string? after, int most, CancellationToken cancellation) =>
        Counted($"first {keyPrefix}", () => inner.First(partition, keyPrefix, after, most, cancellation));

    public Task<RowPage> Scan(string partitionPrefix, string keyPrefix, int size, string? continuation, CancellationToken cancellation) =>
        Counted($"scan {keyPrefix}", () => inner.Scan(partitionPrefix, keyPrefix, size, continuation, cancellation));

    public Task<IReadOnlyDictionary<string, ETag>> Commit(
        string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation) =>
        Counted(
            $"commit {string.Join(' ', writes.Select(write => write.Key))}", () => inner.Commit(partition, writes, messages, cancellation));

    private static T Counted<T>(string what, Func<T> operation)
    {
        OfThisRequest.Value?.Add(what);
        return operation();
    }

    private sealed class EachRequest : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((_, request) =>
            {
                OfThisRequest.Value = Last = [];
                return request();
            });
            next(app);
        };
    }
}
