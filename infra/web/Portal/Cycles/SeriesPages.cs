using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Calendars;
using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>The series of cycles: the list, one of them with the cycles that it has opened, and stopping it.</summary>
internal sealed class SeriesPages(ISeries all, StopSeries stop, ReadOpenedCycles opened, ICalendars calendars, IForms forms) : IPages
{
    private const int MostOpened = 36;

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("series", List);
        portal.MapGet("series/{series}", Show);
        portal.MapGet("series/{series}/stop", AskStop);
        portal.MapPost("series/{series}/stop", Stop);
    }

    private async Task<IResult> List(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.ReadsCycle(request.Caller(), isDraft: true))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var calendar = await calendars.InUse(cancellation);
        return PageResult.Of<SeriesListPage>(new
        {
            Series = (IReadOnlyList<CycleSeries>)
            [
                .. (await all.All(cancellation)).Select(one => one.Value)
                    .OrderBy(one => one.Stopped is not null).ThenBy(one => one.Terms.Title, StringComparer.Ordinal),
            ],
            Calendar = calendar,
            Runs = Permission.RunsCycles(request.Caller()),
        });
    }

    private async Task<IResult> Show(HttpRequest request, string series, CancellationToken cancellation)
    {
        if (await Find(request, series, cancellation) is not { Value: var found })
        {
            return Unknown(series);
        }

        var parts = found.Terms.Parts is { } code ? await all.Read(code, cancellation) : null;
        return PageResult.Of<SeriesPage>(new
        {
            Series = found,
            Opened = await opened.Execute(found, MostOpened, cancellation),
            FormTitle = (await forms.Find(found.Terms.Form, cancellation))?.Title ?? "",
            PartsTitle = parts is null ? "" : SeriesAddress.TitleOf(parts.Value),
            Calendar = await calendars.InUse(cancellation),
            Runs = Permission.RunsCycles(request.Caller()),
            Done = request.Query["done"].ToString() switch
            {
                "saved" => "Đã ghi chuỗi kỳ báo cáo.",
                "stopped" => "Đã dừng chuỗi kỳ báo cáo.",
                _ => "",
            },
        });
    }

    private async Task<IResult> AskStop(HttpRequest request, string series, CancellationToken cancellation) =>
        !Permission.RunsCycles(request.Caller()) ? ReportPages.Refused(AccessRefusals.NotPermitted)
        : await Find(request, series, cancellation) is { Value: var found }
            ? PageResult.Of<SeriesStopPage>(new { Series = found })
            : Unknown(series);

    private async Task<IResult> Stop(HttpRequest request, string series, CancellationToken cancellation)
    {
        var me = request.Caller();
        if (!Permission.RunsCycles(me))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        if (await Find(request, series, cancellation) is not { Value: var found })
        {
            return Unknown(series);
        }

        var reason = (await request.ReadFormAsync(cancellation))["reason"].ToString();
        return (await stop.Execute(found.Code, reason, me, cancellation)).Refusal is { } refusal
            ? PageResult.Of<SeriesStopPage>(
                new { Series = found, Reason = reason, Refusal = refusal }, Problems.StatusOf(refusal.Kind))
            : Results.LocalRedirect($"{SeriesAddress.Of(found.Code)}?done=stopped");
    }

    private async Task<Versioned<CycleSeries>?> Find(HttpRequest request, string text, CancellationToken cancellation) =>
        Permission.ReadsCycle(request.Caller(), isDraft: true) && SeriesCode.TryParse(text, out var code)
            ? await all.Read(code, cancellation)
            : null;

    internal static IResult Unknown(string series) =>
        ReportPages.Refused(SeriesRefusals.Unknown(series.Length > 40 ? series[..40] : series), SeriesAddress.All);
}
