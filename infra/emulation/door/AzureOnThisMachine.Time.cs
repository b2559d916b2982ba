using System.Text.Json;
using Azure.Data.Tables;
using VksServerless.Azure.Storage;
using VksServerless.Emulation.Bus;
using VksServerless.Emulation.Host;
using VksServerless.Emulation.Storage;

namespace VksServerless.Emulation;

/// <summary>Moving its clock, and knowing when all is done.</summary>
public sealed partial class AzureOnThisMachine
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Moves the clock on from one due instant to the next, so that everything is done at its time.</summary>
    public async Task PlayTo(DateTimeOffset instant, CancellationToken cancellation)
    {
        await WhenQuiet(cancellation);
        while (await NextDue(cancellation) is { } next && next <= instant)
        {
            await MoveTo(next, cancellation);
            await WhenQuiet(cancellation);
        }

        await MoveTo(instant, cancellation);
        await WhenQuiet(cancellation);
    }

    /// <summary>
    /// Until nothing is left to be done while the clock stands still: two looks, one after the other, find nothing waiting and nothing
    /// begun in between.
    /// </summary>
    public async Task WhenQuiet(CancellationToken cancellation)
    {
        string? before = null;
        while (true)
        {
            var now = await QuietMark(cancellation);
            if (now is not null && now == before)
            {
                return;
            }

            before = now;
            await Task.Delay(Look, cancellation);
        }
    }

    /// <summary>How many steps of workflows were begun since the hosts were started.</summary>
    public async Task<long> ActivitiesBegun(CancellationToken cancellation)
    {
        var statuses = await Task.WhenAll(_hosts.Select(host => host.Status(cancellation)));
        return statuses.SelectMany(status => status.Functions)
            .Where(function => function.Trigger == "activityTrigger").Sum(function => function.Begun);
    }

    /// <summary>Sets the clock and tells nobody: only what looks at it by itself finds out.</summary>
    public void SetClock(DateTimeOffset instant) => _clock.Set(instant);

    /// <summary>Sets the clock, and tells everybody who waits for it.</summary>
    public async Task MoveTo(DateTimeOffset instant, CancellationToken cancellation)
    {
        if (instant > _clock.GetUtcNow())
        {
            SetClock(instant);
        }

        Bus.CheckTimers();
        foreach (var number in Enumerable.Range(0, _hosts.Count))
        {
            await Reached(async () =>
            {
                await _hosts[number].ClockMoved(WakeUp, cancellation);
                return true;
            }, cancellation);
        }
    }

    /// <returns>What has been done so far; null while something is still to be done.</returns>
    private async Task<string?> QuietMark(CancellationToken cancellation)
    {
        if (Bus.Status().Any(subscription => !subscription.IsQuiet))
        {
            return null;
        }

        var mark = $"{Bus.Count(BusOperation.Accept)}";
        foreach (var number in Enumerable.Range(0, _hosts.Count))
        {
            var status = await Reached(() => _hosts[number].Status(cancellation), cancellation);
            if (status.Running > 0 || status.Orchestrations.Any(IsAtWork))
            {
                return null;
            }

            mark += $" {status.Begun} {string.Join(' ', status.Orchestrations.Select(each => each.LastUpdatedTime.Ticks))}";
        }

        return await HasUnsentMessages(cancellation) || await new TaskHubQueues(StorageConnection).HaveWaiting(cancellation) ? null : mark;
    }

    /// <summary>A host that was killed is asked again when another has taken its place.</summary>
    private static async Task<T> Reached<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (HttpRequestException) when (!cancellation.IsCancellationRequested)
            {
                await Task.Delay(Look, cancellation);
            }
        }
    }

    private bool IsAtWork(OrchestrationStatus orchestration) => orchestration.Status switch
    {
        "Pending" => true,
        "Running" => LookAgainAt(orchestration) is not { Waits: true, At: var at } || at <= _clock.GetUtcNow(),
        _ => false,
    };

    /// <summary>The next instant at which a cycle is looked at or a message falls due; null: there is none.</summary>
    public async Task<DateTimeOffset?> NextDue(CancellationToken cancellation)
    {
        var dues = Bus.Status().SelectMany(subscription => Bus.Peek(subscription.Name)).Select(message => message.DueAt).ToList();
        foreach (var number in Enumerable.Range(0, _hosts.Count))
        {
            dues.AddRange((await Reached(() => _hosts[number].Status(cancellation), cancellation)).Orchestrations
                .Where(orchestration => orchestration.Status == "Running")
                .Select(orchestration => LookAgainAt(orchestration)?.At));
        }

        return dues.Where(due => due > _clock.GetUtcNow()).Min();
    }

    /// <summary>As the app's orchestrations say it: what they wait for, and until when.</summary>
    internal static (bool Waits, DateTimeOffset? At)? LookAgainAt(OrchestrationStatus orchestration)
    {
        if (orchestration.Says is not { } says)
        {
            return null;
        }

        var agenda = JsonElement.Parse(says);
        return agenda.ValueKind != JsonValueKind.Object ? null
            : (agenda.GetProperty("Step").GetString() is "Wait" or "End",
                agenda.GetProperty("LookAgainAt") is { ValueKind: JsonValueKind.String } at ? at.GetDateTimeOffset() : null);
    }

    /// <summary>Committed, and not yet handed to the bus.</summary>
    private async Task<bool> HasUnsentMessages(CancellationToken cancellation)
    {
        var table = new TableClient(StorageConnection, "rows");
        await foreach (var _ in table.QueryAsync<TableEntity>(
            TableOutbox.OfAnyPartition, maxPerPage: 1, select: ["RowKey"], cancellationToken: cancellation))
        {
            return true;
        }

        return false;
    }
}
