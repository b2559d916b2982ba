using VksServerless.Application.Calendars;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.People;

namespace VksServerless.Application.Cycles;

/// <summary>Holds a series against all that it names, and its next cycle as if it were opened now, before it is put.</summary>
public sealed class PutSeries(ISeries series, CheckTerms check, ICalendars calendars, TimeProvider clock) : IUseCase
{
    private const int MostSeries = 100;

    /// <param name="read">The ETag that the caller has read; null when there is to be none yet.</param>
    public async Task<Outcome<Versioned<CycleSeries>>> Execute(
        SeriesCode code, SeriesTerms terms, ETag? read, Caller by, CancellationToken cancellation)
    {
        var all = await series.All(cancellation);
        var before = all.FirstOrDefault(one => one.Value.Code == code);
        if (before?.ETag != read)
        {
            return SeriesRefusals.Stale;
        }

        if (before is null && all.Count >= MostSeries)
        {
            return SeriesRefusals.TooMany(MostSeries);
        }

        var next = CycleSeries.Put(before?.Value, code, terms, by, clock.GetUtcNow());
        var partsKnown = terms.Parts is null || (terms.Parts != code && all.Any(one => one.Value.Code == terms.Parts));
        var errors = SeriesCheck.Of(next, partsKnown, VietnamTime.DayOf(clock.GetUtcNow()));
        if (errors.Count == 0 && next.Next is { } period)
        {
            errors = await Try(next, period, cancellation);
        }

        return errors.Count > 0 ? SeriesRefusals.Invalid(errors)
            : await series.Save(next, before?.ETag ?? ETag.None, cancellation) is { } etag ? new Versioned<CycleSeries>(next, etag)
            : SeriesRefusals.Stale;
    }

    private async Task<IReadOnlyList<FieldError>> Try(CycleSeries next, Period period, CancellationToken cancellation)
    {
        var opening = next.Terms.Opens.For(period, await calendars.InUse(cancellation));
        if (opening.Refusal is { } unknown)
        {
            return [new FieldError("/opens", unknown.Type, unknown.Detail)];
        }

        var previous = next.Latest is null ? next.Terms.Previous : null;
        var tried = await check.Execute(
            next.Terms.Of(period, opening.Value, previous, PartsOfPeriod.None), next.IdOf(period), cancellation);
        return [.. (tried.Refusal?.Errors ?? []).Select(SeriesCheck.InSeries)];
    }
}
