using VksServerless.Application.Calendars;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.People;

namespace VksServerless.Application.Cycles;

/// <summary>
/// Opens the next cycle of a series when it is due: makes it under the name that its period gives it, starts it, and only then
/// moves the series on. Whatever is done again, by another host or after a crash, finds what was made and goes on from there.
/// </summary>
public sealed class OpenNextCycle(
    ISeries series, ICycles cycles, CheckTerms check, ChangeCycle change, ICalendars calendars, TimeProvider clock) : IUseCase
{
    /// <summary>At most one cycle: after an outage the missed periods come one at a time, in order.</summary>
    public async Task Execute(Versioned<CycleSeries> read, CancellationToken cancellation)
    {
        var current = read.Value;
        if (current.Stopped is not null || current.Next is not { } period)
        {
            return;
        }

        var calendar = await calendars.InUse(cancellation);
        var opening = current.Terms.Opens.For(period, calendar);
        var next = opening.Refusal is { } unknown ? current.Hindered(unknown, clock.GetUtcNow())
            : opening.Value > clock.GetUtcNow() ? current.Unhindered()
            : await Open(current, period, opening.Value, calendar, cancellation) is { } refusal
                ? current.Hindered(refusal, clock.GetUtcNow())
            : current.Opened(period);
        if (next != current)
        {
            await series.Save(next, read.ETag, cancellation);
        }
    }

    /// <returns>Null when the cycle is started, by whomever.</returns>
    private async Task<Refusal?> Open(
        CycleSeries current, Period period, DateTimeOffset opening, WorkingCalendar calendar, CancellationToken cancellation)
    {
        var id = current.IdOf(period);
        var made = await cycles.Read(id, cancellation);
        if (made is { Value.IsDraft: false })
        {
            return null;
        }

        var parts = await PartsOf(current, period, cancellation);
        if (parts.Refused)
        {
            return parts.Refusal;
        }

        var previous = (await cycles.Standing(current.Preceding, cancellation))?.Id;
        var checkedTerms = await check.Execute(current.Terms.Of(period, opening, previous, parts.Value), id, cancellation);
        var terms = checkedTerms.Then(right => DeadlineCalculation.PutOff(right, clock.GetUtcNow(), calendar));
        if (terms.Refused)
        {
            return terms.Refusal;
        }

        if (made is null)
        {
            await cycles.Create(Cycle.Create(id, terms.Value, Caller.System, clock.GetUtcNow()), cancellation);
        }

        return (await change.AndWake(id, cycle => Start(cycle, terms.Value), PersonId.System, cancellation)).Refusal;
    }

    private Outcome<Cycle> Start(Cycle cycle, CycleTerms terms)
    {
        var now = clock.GetUtcNow();
        return !cycle.IsDraft ? cycle
            : cycle.Start(Caller.System, now) is { Refused: false } started ? started
            : cycle.Redraft(terms).Then(redrafted => redrafted.Start(Caller.System, now));
    }

    /// <summary>What was cancelled, or never opened, is missing.</summary>
    private async Task<Outcome<PartsOfPeriod>> PartsOf(CycleSeries current, Period period, CancellationToken cancellation)
    {
        if (current.Terms.Parts is not { } code || await series.Read(code, cancellation) is not { Value: var shorter })
        {
            return PartsOfPeriod.None;
        }

        if (shorter.StillOpensWithin(period))
        {
            return SeriesRefusals.WaitsForParts(code);
        }

        var (parts, missing) = (new List<CycleId>(), new List<Period>());
        foreach (var part in shorter.Terms.Periods.Within(period))
        {
            if (await cycles.Read(shorter.IdOf(part), cancellation) is { Value.Phase: not CyclePhase.Cancelled })
            {
                parts.Add(shorter.IdOf(part));
            }
            else
            {
                missing.Add(part);
            }
        }

        return new PartsOfPeriod(parts, missing);
    }
}
