using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Cycles;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Storage;
using VksServerless.Storage.Cycles;
using VksServerless.Storage.Events;

namespace VksServerless.Contracts.Ports;

/// <summary>What the domain's ports promise, on whatever stores. Each test has stores of its own.</summary>
public abstract class PortContract : IAsyncLifetime
{
    private readonly List<ServiceProvider> _hosts = [];
    private Edition _edition = null!;

    protected static CancellationToken None => CancellationToken.None;

    protected IRowStore Rows => _edition.Rows;

    /// <summary>The messages that were committed.</summary>
    protected virtual IOutbox Outbox => (IOutbox)Rows;

    protected IBlobStore Blobs => _edition.Blobs;

    public virtual async Task InitializeAsync() => _edition = await NewEdition();

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await _edition.Remove();
    }

    protected abstract Task<Edition> NewEdition();

    /// <summary>A process that has just started: it knows only what is in the stores.</summary>
    protected T Host<T>(IRowStore? rows = null, IBlobStore? blobs = null)
        where T : notnull => Host(rows, blobs).GetRequiredService<T>();

    protected ServiceProvider Host(IRowStore? rows = null, IBlobStore? blobs = null)
    {
        var host = new ServiceCollection().AddSingleton(rows ?? Rows).AddSingleton(blobs ?? Blobs).AddReportingStorage()
            .BuildServiceProvider();
        _hosts.Add(host);
        return host;
    }

    /// <summary>The ids of the events that are written and not yet handed on.</summary>
    protected async Task<IReadOnlyList<string>> Events() =>
        [.. (await Pending()).Select(pending => pending.Message.Id).Order(StringComparer.Ordinal)];

    /// <summary>All of them, as the sweep looks for them.</summary>
    protected async Task<IReadOnlyList<PendingMessage>> Pending()
    {
        var pending = new List<PendingMessage>();
        foreach (var partition in CyclePartitions.Of(Sample.Id(), await Host<ICycles>().Roster(Sample.Cycle(), None) ?? Sample.Roster(1)))
        {
            pending.AddRange(await Outbox.Pending(partition, TimeSpan.Zero, 1000, None));
        }

        return pending;
    }

    protected async Task<string?> Blob(string name)
    {
        if (await Blobs.Open(name, None) is not { } stream)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    /// <summary>What nobody may do: the blob's bytes become others.</summary>
    protected async Task TamperWith(string name)
    {
        var before = (await Blob(name)).ShouldNotBeNull();
        await Blobs.Delete(name, None);
        await Blobs.Write(name, new MemoryStream([.. "tampered "u8, .. System.Text.Encoding.UTF8.GetBytes(before)]), _ => true, None);
    }

    /// <summary>Everything that two records say, so that they can be held against each other.</summary>
    protected static string Said<T>(T value) => JsonSerializer.Serialize(value, DomainJson.Options);

    /// <summary>All of them at once, each on a thread of its own.</summary>
    protected static async Task<IReadOnlyList<T>> AtOnce<T>(int count, Func<int, Task<T>> work) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(number => Task.Run(() => work(number))));

    /// <summary>Every page, and how many there were.</summary>
    protected static async Task<(IReadOnlyList<T> Items, int Pages)> AllOf<T>(Func<string?, Task<Page<T>>> next)
    {
        var (items, pages, page) = (new List<T>(), 1, await next(null));
        for (items.AddRange(page.Items); page.Continuation is not null; pages++, items.AddRange(page.Items))
        {
            page = await next(page.Continuation);
        }

        return (items, pages);
    }
}
