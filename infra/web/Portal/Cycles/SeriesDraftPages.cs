using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Application.Units;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>A series as the centre makes it by a form, and changes it.</summary>
internal sealed class SeriesDraftPages(ISeries all, PutSeries put, FindCycles cycles, IForms forms, IDirectoryStore directories) : IPages
{
    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("series/new", New);
        portal.MapPost("series/new", Create);
        portal.MapGet("series/{series}/edit", Edit);
        portal.MapPost("series/{series}/edit", Change);
    }

    private async Task<IResult> New(HttpRequest request, CancellationToken cancellation) => !Permission.RunsCycles(request.Caller())
        ? ReportPages.Refused(AccessRefusals.NotPermitted)
        : await Form(request, null, TypedSeries.Blank(), "", null, cancellation);

    private async Task<IResult> Edit(HttpRequest request, string series, CancellationToken cancellation) =>
        !Permission.RunsCycles(request.Caller()) ? ReportPages.Refused(AccessRefusals.NotPermitted)
        : SeriesCode.TryParse(series, out var code) && await all.Read(code, cancellation) is { } found
            ? await Form(request, found.Value, TypedSeries.Of(found.Value.Terms), found.ETag.ToString(), null, cancellation)
            : SeriesPages.Unknown(series);

    private async Task<IResult> Create(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.RunsCycles(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var typed = TypedSeries.Of(posted);
        return posted["go"] == "rows"
            ? await Form(request, null, typed.WithMoreRows(), "", null, cancellation)
            : await Put(request, null, SeriesCode.OfTitle(typed.Terms["title"]), typed, null, "", cancellation);
    }

    private async Task<IResult> Change(HttpRequest request, string series, CancellationToken cancellation)
    {
        if (!Permission.RunsCycles(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        if (!SeriesCode.TryParse(series, out var code) || await all.Read(code, cancellation) is not { Value: var found })
        {
            return SeriesPages.Unknown(series);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var (typed, read) = (TypedSeries.Of(posted), posted["read"].ToString());
        return posted["go"] == "rows"
            ? await Form(request, found, typed.WithMoreRows(), read, null, cancellation)
            : await Put(request, found, code, typed, ETag.Of(read), read, cancellation);
    }

    private async Task<IResult> Put(
        HttpRequest request, CycleSeries? before, SeriesCode code, TypedSeries typed, ETag? read, string shown,
        CancellationToken cancellation)
    {
        var (terms, faults) = typed.Read((await directories.Read(cancellation)).Value);
        var saved = faults.Count > 0 ? SeriesRefusals.Invalid(faults)
            : before is null && await all.Read(code, cancellation) is not null ? SeriesRefusals.TitleTaken
            : await put.Execute(code, terms, read, request.Caller(), cancellation);
        return saved.Refusal is { } refusal
            ? await Form(request, before, typed, shown, refusal, cancellation)
            : Results.LocalRedirect($"{SeriesAddress.Of(code)}?done=saved");
    }

    private async Task<IResult> Form(
        HttpRequest request, CycleSeries? series, TypedSeries typed, string read, Refusal? refusal, CancellationToken cancellation)
    {
        var known = await forms.List(cancellation);
        var before = await cycles.Execute(request.Caller(), "", "", cancellation);
        return PageResult.Of<SeriesFormPage>(
            new
            {
                Series = series,
                Typed = typed,
                Forms = (IReadOnlyList<Form>)
                [
                    .. known.OrderBy(form => form.Title, StringComparer.Ordinal).ThenByDescending(form => form.Version),
                ],
                Cycles = (IReadOnlyList<Cycle>)[.. before.Where(cycle => cycle.Phase is not CyclePhase.Cancelled)],
                Others = (IReadOnlyList<CycleSeries>)
                [
                    .. (await all.All(cancellation)).Select(one => one.Value).Where(one => one.Code != series?.Code),
                ],
                Read = read,
                Refusal = refusal,
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }
}
