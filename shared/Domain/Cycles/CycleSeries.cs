using System.Globalization;
using System.Text.Json.Serialization;
using VksServerless.Calendars;
using VksServerless.People;

namespace VksServerless.Cycles;

/// <summary>
/// Chuỗi kỳ báo cáo: opens a cycle for each period by itself, one after another. Every method is a decision; none has an effect.
/// </summary>
/// <param name="Next">The period whose cycle opens next; null: the given periods have come to their end.</param>
/// <param name="Latest">The cycle that was opened last.</param>
/// <param name="Revision">Counts the changes, from 1.</param>
public sealed record CycleSeries(
    SeriesCode Code, SeriesTerms Terms, Period? Next, OpenedCycle? Latest, int Revision, string PutBy, DateTimeOffset PutAt)
{
    public SeriesStop? Stopped { get; init; }

    /// <summary>Why the next cycle, though due, does not open; null: nothing is in its way.</summary>
    public Hindrance? Hindrance { get; init; }

    /// <summary>
    /// New terms count for the cycles that are not yet open. No period is opened twice: the series goes on after the latest, whatever
    /// day is named as the first. A stopped series runs again.
    /// </summary>
    public static CycleSeries Put(CycleSeries? before, SeriesCode code, SeriesTerms terms, Caller by, DateTimeOffset now) => new(
        code, terms, NextOf(terms, before?.Latest?.Period), before?.Latest, (before?.Revision ?? 0) + 1, by.Name, now);

    /// <summary>
    /// The same series and period always name the same cycle. A blank stands in no idempotency key, so that nobody else can make
    /// it.
    /// </summary>
    public CycleId IdOf(Period period) =>
        CycleId.From(
            PersonId.Of("series"),
            string.Create(CultureInfo.InvariantCulture, $"{Code} {period.FirstDay:yyyy-MM-dd} {period.LastDay:yyyy-MM-dd}"));

    public CycleSeries Opened(Period period) => this with
    {
        Next = NextOf(Terms, period),
        Latest = new OpenedCycle(IdOf(period), period),
        Hindrance = null,
        Revision = Revision + 1,
    };

    public CycleSeries Stop(string reason, Caller by, DateTimeOffset now) =>
        Stopped is null ? this with { Stopped = new SeriesStop(reason, by.Name, now), Hindrance = null, Revision = Revision + 1 } : this;

    public CycleSeries Hindered(Refusal refusal, DateTimeOffset now)
    {
        var why = refusal.Errors.Count == 0
            ? refusal.Detail
            : string.Join(" ", refusal.Errors.Take(5).Select(error => $"{error.Place}: {error.Message}"));
        return Hindrance?.Why == why ? this : this with { Hindrance = new Hindrance(refusal.Type, why, now), Revision = Revision + 1 };
    }

    public CycleSeries Unhindered() => Hindrance is null ? this : this with { Hindrance = null, Revision = Revision + 1 };

    /// <summary>What precedes the next cycle: the one that was opened last, or before the first what the terms name.</summary>
    [JsonIgnore]
    public CycleId? Preceding => Latest is { } latest ? latest.Cycle : Terms.Previous;

    /// <summary>Whether a cycle within that period is still to come.</summary>
    public bool StillOpensWithin(Period whole) => Stopped is null && Next is { } next && next.LastDay <= whole.LastDay;

    private static Period? NextOf(SeriesTerms terms, Period? latest)
    {
        if (!SeriesCheck.AreProper(terms.Periods))
        {
            return null;
        }

        var first = terms.Periods.Containing(terms.FirstDay);
        if (latest is null || first is null || first.FirstDay > latest.LastDay)
        {
            return first;
        }

        // Not simply the one after it: the rule may have been another then.
        return terms.Periods.Containing(latest.LastDay.AddDays(1)) is not { } next ? terms.Periods.After(latest)
            : next.FirstDay > latest.LastDay ? next
            : terms.Periods.After(next);
    }
}

public sealed record OpenedCycle(CycleId Cycle, Period Period);

public sealed record SeriesStop(string Reason, string By, DateTimeOffset At);

/// <param name="Type">Of the refusal.</param>
/// <param name="Why">In Vietnamese, and what to do.</param>
public sealed record Hindrance(string Type, string Why, DateTimeOffset Since);
