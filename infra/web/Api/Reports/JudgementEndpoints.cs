using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Reports;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Reports;

/// <summary>What a superior does with a report that was handed in.</summary>
public sealed class JudgementEndpoints(ReportAccess access, JudgeReport judge) : IEndpoints
{
    private const string Report = "cycles/{cycle}/reports/{unit}";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Report + "/accept", AcceptReport);
        api.MapPost(Report + "/return", ReturnReport);
        api.MapPost(Report + "/return/take-back", TakeBackReturn);
    }

    [Operation("Duyệt báo cáo", typeof(ObligationView))]
    [Takes(typeof(AcceptBody))]
    public Task<IResult> AcceptReport(HttpRequest request, string cycle, string unit, CancellationToken cancellation) =>
        Judge<AcceptBody>(
            request, cycle, unit, (open, body) => judge.Accept(open, body.Version, body.Reason, request.Caller(), cancellation),
            cancellation);

    [Operation("Trả lại báo cáo, có lý do; khi kỳ đã khóa thì kèm hạn nộp lại", typeof(ObligationView))]
    [Takes(typeof(ReturnBody))]
    public Task<IResult> ReturnReport(HttpRequest request, string cycle, string unit, CancellationToken cancellation) =>
        Judge<ReturnBody>(
            request, cycle, unit,
            (open, body) =>
                judge.Return(
                    open, body.Version, body.Reason ?? "", [.. (body.Fields ?? []).Distinct()], body.DueAt, request.Caller(), cancellation),
            cancellation);

    [Operation("Thu hồi việc trả lại khi đơn vị chưa nộp bản mới: báo cáo trở lại như trước", typeof(ObligationView))]
    public async Task<IResult> TakeBackReturn(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Judge(request.Caller(), cycle, unit, cancellation);
        return open.Refusal is { } refusal
            ? Reply.Problem(refusal)
            : (await judge.TakeBackReturn(open.Value, request.Caller(), cancellation))
                .ToReply(change => Reply.Ok(ObligationView.Of(change.Next, open.Value.Roster)));
    }

    private async Task<IResult> Judge<TBody>(
        HttpRequest request, string cycle, string unit, Func<OpenReport, TBody, Task<Outcome<ReportChange>>> decide,
        CancellationToken cancellation)
    {
        // The body first: its sender decides how long it takes, and what was read before it came may be long over.
        var body = await RequestBody.Read<TBody>(request, cancellation);
        var open = await access.Judge(request.Caller(), cycle, unit, cancellation);
        return (open.Refusal ?? body.Refusal) is { } refusal
            ? Reply.Problem(refusal)
            : (await decide(open.Value, body.Value)).ToReply(change => Reply.Ok(ObligationView.Of(change.Next, open.Value.Roster)));
    }
}

/// <param name="Version">The version that was read.</param>
/// <param name="Reason">Why the centre accepts in the place of a superior that has not ended, 1 to 2,000 characters; nobody else need
/// say.</param>
public sealed record AcceptBody(int Version, string? Reason = null);

/// <param name="Version">The version that was read.</param>
/// <param name="Reason">Why, 1 to 2,000 characters.</param>
/// <param name="Fields">The fields to mend, by code; may be left out.</param>
/// <param name="DueAt">
/// By when it is to be answered: until then this unit may hand in, and the answer to a report that was on time is on time. May be left
/// out while the cycle is open: then it is the unit's deadline, or once that has passed its closing.
/// </param>
public sealed record ReturnBody(
    int Version, string? Reason = null, IReadOnlyList<FieldCode>? Fields = null, DateTimeOffset? DueAt = null);
