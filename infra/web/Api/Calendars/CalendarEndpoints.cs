using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Calendars;
using VksServerless.Calendars;
using VksServerless.People;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Calendars;

/// <summary>The years' lists of holidays: for everyone who is signed in, put by those who keep them.</summary>
public sealed class CalendarEndpoints(ICalendars calendars, KeepCalendars keep) : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("calendars", ListCalendars);
        api.MapGet("calendars/{year}", ReadCalendar);
        api.MapPut("calendars/{year}", PutCalendar);
    }

    [Operation("Lịch nghỉ lễ các năm", typeof(IReadOnlyList<CalendarYear>))]
    public async Task<IResult> ListCalendars(HttpRequest request, CancellationToken cancellation) =>
        Reply.Ok((await calendars.InUse(cancellation)).Years);

    [Operation("Lịch nghỉ lễ của một năm", typeof(CalendarYear))]
    public async Task<IResult> ReadCalendar(HttpRequest request, string year, CancellationToken cancellation) =>
        Year(year) is { } number && await keep.Read(number, cancellation) is var (list, etag)
            ? Reply.Ok(list, Conditions.Encode(etag))
            : Reply.Problem(CalendarRefusals.Unknown(year.Length > 40 ? year[..40] : year));

    [Operation("Đặt lịch nghỉ lễ của một năm, thay cho lịch đang có", typeof(CalendarYear), Condition = Condition.ReadOrNew)]
    [Takes(typeof(CalendarBody))]
    public async Task<IResult> PutCalendar(HttpRequest request, string year, CancellationToken cancellation)
    {
        if (!Permission.KeepsCalendars(request.Caller()))
        {
            return Reply.Problem(AccessRefusals.NotPermitted);
        }

        var condition = Conditions.Read(request);
        var body = condition.Refused ? default : await RequestBody.Read<CalendarBody>(request, cancellation);
        if ((condition.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        if (Year(year) is not { } number)
        {
            return Reply.Problem(CalendarRefusals.Unknown(year.Length > 40 ? year[..40] : year));
        }

        var put = await keep.Put(number, [.. body.Value.Days], Conditions.ETagOf(condition.Value), request.Caller(), cancellation);
        return put.ToReply(list => Reply.Ok(list.Value, Conditions.Encode(list.ETag)));
    }

    private static int? Year(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= CalendarCheck.FirstYear and <= CalendarCheck.LastYear
            ? year
            : null;
}

/// <param name="Days">Every public holiday, also at a weekend, and every weekend day that is worked instead of another; all other days are
/// as their weekday says.</param>
public sealed record CalendarBody(IReadOnlyList<SpecialDay> Days);
