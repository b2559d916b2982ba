using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Calendars;
using VksServerless.Calendars;
using VksServerless.People;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Cycles;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Calendars;

/// <summary>The years' holidays and working weekend days: read by everyone, put by those who keep them.</summary>
internal sealed class CalendarPages(ICalendars calendars, KeepCalendars keep) : IPages
{
    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("calendars", List);
        portal.MapGet("calendars/{year}", Show);
        portal.MapGet("calendars/{year}/edit", Edit);
        portal.MapPost("calendars/{year}/edit", Save);
    }

    private async Task<IResult> List(HttpRequest request, CancellationToken cancellation)
    {
        if (request.Query["year"].ToString() is { Length: > 0 } typed)
        {
            return YearIn(typed.Trim()) is { } year
                ? Results.LocalRedirect($"{CalendarAddress.All}/{year}/edit")
                : await ShowList(request, DeedFaults.Unreadable("year", Years), typed, cancellation);
        }

        return await ShowList(request, null, "", cancellation);
    }

    private async Task<IResult> ShowList(HttpRequest request, Refusal? refusal, string typed, CancellationToken cancellation) =>
        PageResult.Of<CalendarsPage>(
            new
            {
                (await calendars.InUse(cancellation)).Years,
                Keeps = Permission.KeepsCalendars(request.Caller()),
                Year = typed,
                Refusal = refusal,
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));

    private async Task<IResult> Show(HttpRequest request, string year, CancellationToken cancellation) =>
        YearIn(year) is { } number && await keep.Read(number, cancellation) is { Value: var list }
            ? PageResult.Of<CalendarPage>(new
            {
                List = list,
                Keeps = Permission.KeepsCalendars(request.Caller()),
                Done = request.Query["done"].Count > 0 ? $"Đã ghi lịch nghỉ năm {number}." : "",
            })
            : Unknown(year);

    private async Task<IResult> Edit(HttpRequest request, string year, CancellationToken cancellation)
    {
        if (!Permission.KeepsCalendars(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        if (YearIn(year) is not { } number)
        {
            return Unknown(year);
        }

        var list = await keep.Read(number, cancellation);
        return Form(number, TypedDays.Of(list?.Value.Days ?? WorkingCalendar.FixedHolidays(number)), list?.ETag.ToString() ?? "", null);
    }

    private async Task<IResult> Save(HttpRequest request, string year, CancellationToken cancellation)
    {
        if (!Permission.KeepsCalendars(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        if (YearIn(year) is not { } number)
        {
            return Unknown(year);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var (typed, read) = (TypedDays.Of(posted), posted["read"].ToString());
        if (posted["go"] == "rows")
        {
            return Form(number, typed.WithMoreRows(), read, null);
        }

        var (days, faults) = typed.Read();
        var put = faults.Count > 0
            ? CalendarRefusals.Invalid([.. faults, .. CalendarCheck.Of(number, days).Refusal?.Errors.Where(typed.IsReadable) ?? []])
            : await keep.Put(number, days, read.Length > 0 ? ETag.Of(read) : null, request.Caller(), cancellation);
        return put.Refusal is { } refusal
            ? Form(number, typed, read, typed.Placed(refusal))
            : Results.LocalRedirect($"{CalendarAddress.All}/{number}?done=true");
    }

    private static RazorComponentResult<CalendarEditPage> Form(int year, TypedDays typed, string read, Refusal? refusal) =>
        PageResult.Of<CalendarEditPage>(
            new { Year = year, Typed = typed, Read = read, Refusal = refusal },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));

    private static IResult Unknown(string year) =>
        ReportPages.Refused(CalendarRefusals.Unknown(year.Length > 40 ? year[..40] : year), CalendarAddress.All);

    private static string Years => $"Ghi một năm từ {CalendarCheck.FirstYear} đến {CalendarCheck.LastYear}.";

    private static int? YearIn(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= CalendarCheck.FirstYear and <= CalendarCheck.LastYear
            ? year
            : null;
}

/// <summary>Where the lists of holidays lie.</summary>
internal static class CalendarAddress
{
    public const string All = "/portal/calendars";
}
