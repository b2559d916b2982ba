using System.Collections.Concurrent;
using VksServerless.Application.Events;
using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Server.Tests;

/// <summary>What was delivered, e.g. "cycles 7", and what happens at each delivery.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<string> _entries = [];

    public IReadOnlyList<string> Entries => [.. _entries];

    public Func<string, Task> On { get; set; } = _ => Task.CompletedTask;

    /// <summary>A delivery takes until the server is stopped.</summary>
    public bool IsSlow { get; set; }

    public static CycleId Cycle { get; } = CycleId.From(PersonId.Of("person"), "journal");

    /// <summary>For one subscription, <see cref="Subscriptions.Cycles"/>.</summary>
    public static ReportingEvent Single(int number) => new CycleChanged(Cycle, number);

    /// <summary>For two subscriptions.</summary>
    public static ReportingEvent Double(int number) => new ReportAccepted(Cycle, UnitCode.Of("V14"), UnitCode.Sector, number, 1);

    /// <summary>For <see cref="Subscriptions.Totals"/>, which takes many at once.</summary>
    public static ReportingEvent Bulk(int number) => new NodeChanged(Cycle, UnitCode.Of("T84"), $"{number}");

    public async Task Enter(string subscription, ReportingEvent happened, CancellationToken cancellation)
    {
        var entry = $"{subscription} {NumberOf(happened)}";
        _entries.Enqueue(entry);
        await On(entry);
        if (IsSlow)
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
    }

    private static string NumberOf(ReportingEvent happened) => happened switch
    {
        CycleChanged single => $"{single.Revision}",
        ReportAccepted both => $"{both.Revision}",
        NodeChanged bulk => bulk.Cause,
        _ => happened.Id,
    };
}

/// <summary>Takes the place of a subscription's own listener.</summary>
internal sealed class JournalListener(string subscription, Journal journal) : IListener
{
    public string Subscription => subscription;

    public Task Handle(ReportingEvent happened, CancellationToken cancellation) => journal.Enter(subscription, happened, cancellation);
}
