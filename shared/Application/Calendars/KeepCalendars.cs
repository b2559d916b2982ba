using VksServerless.Calendars;
using VksServerless.People;

namespace VksServerless.Application.Calendars;

/// <summary>Reads a year's list of holidays as it counts now, and puts another one in its place.</summary>
public sealed class KeepCalendars(ICalendars calendars, TimeProvider clock) : IUseCase
{
    /// <summary>Stands for the ETag of a list that nobody has put.</summary>
    private static readonly ETag Shipped = ETag.Of("shipped");

    /// <returns>Null when nothing is known of the year.</returns>
    public async Task<Versioned<CalendarYear>?> Read(int year, CancellationToken cancellation) =>
        (await calendars.All(cancellation)).FirstOrDefault(put => put.Value.Year == year)
        ?? (WorkingCalendar.Shipped.Find(year) is { } shipped ? new Versioned<CalendarYear>(shipped, Shipped) : null);

    /// <param name="read">Of the list that the caller has read; null when there is to be none yet.</param>
    public async Task<Outcome<Versioned<CalendarYear>>> Put(
        int year, IReadOnlyList<SpecialDay> days, ETag? read, Caller by, CancellationToken cancellation)
    {
        var list = CalendarCheck.Of(year, days).Map(right => right with { PutBy = by.Name, PutAt = clock.GetUtcNow() });
        if (list.Refusal is { } wrong)
        {
            return wrong;
        }

        var newest = await Read(year, cancellation);
        return read == newest?.ETag && await calendars.Put(list.Value, StoredOf(read), cancellation) is { } etag
            ? new Versioned<CalendarYear>(list.Value, etag)
            : CalendarRefusals.Stale;
    }

    /// <summary>A shipped list is in no store: nothing of it is replaced.</summary>
    private static ETag StoredOf(ETag? read) => read is { } etag && etag != Shipped ? etag : ETag.None;
}
