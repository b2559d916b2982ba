using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Calendars;
using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Cycles;

/// <summary>Series of cycles: the centre's, and known to those who know of drafts.</summary>
public sealed class SeriesEndpoints(ISeries all, PutSeries put, StopSeries stop, ICalendars calendars) : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("series", ListSeries);
        api.MapGet("series/{series}", ReadSeries);
        api.MapPut("series/{series}", Put);
        api.MapPost("series/{series}/stop", StopSeries);
    }

    [Operation("Các chuỗi kỳ báo cáo", typeof(IReadOnlyList<SeriesView>))]
    public async Task<IResult> ListSeries(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.ReadsCycle(request.Caller(), isDraft: true))
        {
            return Reply.Problem(AccessRefusals.NotPermitted);
        }

        var calendar = await calendars.InUse(cancellation);
        return Reply.Ok((await all.All(cancellation)).Select(one => SeriesView.Of(one.Value, calendar)).ToList());
    }

    [Operation("Một chuỗi kỳ báo cáo", typeof(SeriesView))]
    public async Task<IResult> ReadSeries(HttpRequest request, string series, CancellationToken cancellation) =>
        await Find(request, series, cancellation) is { } found
            ? await View(found, cancellation)
            : Reply.Problem(SeriesRefusals.Unknown(series.Length > 40 ? series[..40] : series));

    [Operation("Lập hoặc sửa chuỗi kỳ báo cáo; chuỗi đã dừng chạy lại", typeof(SeriesView), Condition = Condition.ReadOrNew)]
    [Takes(typeof(SeriesBody))]
    public async Task<IResult> Put(HttpRequest request, string series, CancellationToken cancellation)
    {
        if (!Permission.RunsCycles(request.Caller()))
        {
            return Reply.Problem(AccessRefusals.NotPermitted);
        }

        var condition = Conditions.Read(request);
        var body = condition.Refused ? default : await RequestBody.Read<SeriesBody>(request, cancellation);
        if ((condition.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        if (!SeriesCode.TryParse(series, out var code))
        {
            return Reply.Problem(SeriesRefusals.CodeUnfit);
        }

        var read = Conditions.ETagOf(condition.Value);
        var saved = await put.Execute(code, body.Value.ToTerms(), read, request.Caller(), cancellation);
        return saved.Refusal is { } wrong ? Reply.Problem(wrong) : await View(saved.Value, cancellation);
    }

    [Operation("Dừng chuỗi kỳ báo cáo, có lý do; các kỳ đã mở không đổi", typeof(SeriesView))]
    [Takes(typeof(ReasonBody))]
    public async Task<IResult> StopSeries(HttpRequest request, string series, CancellationToken cancellation)
    {
        if (!Permission.RunsCycles(request.Caller()))
        {
            return Reply.Problem(AccessRefusals.NotPermitted);
        }

        var body = await RequestBody.Read<ReasonBody>(request, cancellation);
        if (body.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var stopped = SeriesCode.TryParse(series, out var code)
            ? await stop.Execute(code, body.Value.Reason, request.Caller(), cancellation)
            : SeriesRefusals.Unknown(series.Length > 40 ? series[..40] : series);
        return stopped.Refusal is { } wrong ? Reply.Problem(wrong) : await View(stopped.Value, cancellation);
    }

    private async Task<Versioned<CycleSeries>?> Find(HttpRequest request, string text, CancellationToken cancellation) =>
        Permission.ReadsCycle(request.Caller(), isDraft: true) && SeriesCode.TryParse(text, out var code)
            ? await all.Read(code, cancellation)
            : null;

    private async Task<Reply> View(Versioned<CycleSeries> read, CancellationToken cancellation) =>
        Reply.Ok(SeriesView.Of(read.Value, await calendars.InUse(cancellation)), Conditions.Encode(read.ETag));
}
