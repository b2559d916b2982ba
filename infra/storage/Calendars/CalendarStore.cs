using System.Globalization;
using VksServerless.Application.Calendars;
using VksServerless.Calendars;

namespace VksServerless.Storage.Calendars;

internal sealed class CalendarStore(IRowStore rows) : ICalendars
{
    private const string Partition = "calendars";

    public async Task<IReadOnlyList<Versioned<CalendarYear>>> All(CancellationToken cancellation) =>
        [.. (await rows.List(Partition, "", cancellation)).Select(StoredJson.Read<CalendarYear>)];

    public async Task<ETag?> Put(CalendarYear year, ETag etag, CancellationToken cancellation)
    {
        var (key, row) = (year.Year.ToString(CultureInfo.InvariantCulture), StoredJson.Write(year));
        var etags = await rows.TryCommit(
            Partition, [etag.IsNone ? new RowWrite.Insert(key, row) : new RowWrite.Replace(key, row, etag)], [], cancellation);
        return etags?[key];
    }
}
