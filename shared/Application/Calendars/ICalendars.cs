using VksServerless.Calendars;

namespace VksServerless.Application.Calendars;

/// <summary>Where the lists of holidays are kept that people have put in place of the shipped ones.</summary>
public interface ICalendars
{
    /// <summary>Every list that was put, by year.</summary>
    Task<IReadOnlyList<Versioned<CalendarYear>>> All(CancellationToken cancellation);

    /// <param name="etag">Of the list that it replaces; empty when none was put before.</param>
    /// <returns>Null when that is no longer so; otherwise the new ETag.</returns>
    Task<ETag?> Put(CalendarYear year, ETag etag, CancellationToken cancellation);
}
