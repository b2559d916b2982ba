using System.Globalization;
using VksServerless.Application.Calendars;
using VksServerless.Calendars;

namespace VksServerless.Storage.Calendars;

internal sealed class CalendarStore(IRowStore rows) : ICalendars
{
    private const string Partition = "calendars";

    public async Task<IReadOnlyList<Versioned<CalendarYear>>> All(CancellationToken cancellation) =>
        [.. (await rows.List(Partition, "", cancellation)).Select(StoredJson.Read<CalendarYear>)];

    public async Task<string?> Put(CalendarYear year, string etag, CancellationToken cancellation)
    {
        var (key, row) = (year.Year.ToString(CultureInfo.InvariantCulture), StoredJson.Write(year));
        var etags = await rows.TryCommit(
            Partition, [etag.Length == 0 ? new RowWrite.Insert(key, row) : new RowWrite.Replace(key, row, etag)], [], cancellation);
        return etags?[key];
    }
}
