using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Publications;
using VksServerless.Cycles;
using VksServerless.Publications;
using VksServerless.Units;
using VksServerless.Web.Api.Cycles;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Publications;

/// <summary>The sector report before the leadership: read, approved, or sent back and handed in again.</summary>
public sealed class SectorReportEndpoints(
    CycleAccess access, ReadSectorReport read, ApproveReport approve, RefuseReport refuse, ResubmitReport resubmit,
    WaitingDocument waitingDocument) : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("cycles/{cycle}/sector-report", ReadSectorReport);
        api.MapGet("cycles/{cycle}/sector-report/docx", ReadSectorReportDocx);
        api.MapPost("cycles/{cycle}/approvals", ApproveSectorReport);
        api.MapPost("cycles/{cycle}/sector-report/refuse", RefuseSectorReport);
        api.MapPost("cycles/{cycle}/sector-report/resubmit", ResubmitSectorReport);
    }

    [Operation("Duyệt báo cáo tổng hợp theo mã băm của bản đã xem", typeof(CycleView))]
    [Takes(typeof(ApprovalBody))]
    public async Task<IResult> ApproveSectorReport(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.For(request.Caller(), cycle, Permission.Approves, cancellation);
        var body = found.Refused ? default : await RequestBody.Read<ApprovalBody>(request, cancellation);
        return (found.Refusal ?? body.Refusal) is { } refusal
            ? Reply.Problem(refusal)
            : (await approve.Execute(found.Value.Id, DigestIn(body.Value.Digest), request.Caller(), cancellation))
                .ToReply(next => CycleEndpoints.View(next, request));
    }

    [Operation("Báo cáo tổng hợp đang chờ duyệt", typeof(SectorReport))]
    public async Task<IResult> ReadSectorReport(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var waiting = await read.Execute(request.Caller(), cycle, cancellation);
        return waiting.ToReply(found => Reply.Ok(found.Report, found.Digest.ToString()));
    }

    [Operation("Báo cáo tổng hợp đang chờ duyệt, văn bản Word để trình ký", MediaType = FrozenPublication.Docx)]
    public async Task<IResult> ReadSectorReportDocx(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var waiting = await read.Execute(request.Caller(), cycle, cancellation);
        return waiting.Refusal is { } refusal ? Reply.Problem(refusal) : await waitingDocument.Of(waiting.Value, cancellation);
    }

    [Operation("Không duyệt báo cáo tổng hợp, có lý do; báo cáo của các đơn vị được nêu tên được trả lại", typeof(CycleView))]
    [Takes(typeof(RefusalBody))]
    public async Task<IResult> RefuseSectorReport(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.For(request.Caller(), cycle, Permission.Approves, cancellation);
        var body = found.Refused ? default : await RequestBody.Read<RefusalBody>(request, cancellation);
        if ((found.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (digest, reason, units, dueAt) = body.Value;
        var refused = await refuse.Execute(
            found.Value.Id, DigestIn(digest), reason, [.. (units ?? []).Distinct()], dueAt, request.Caller(), cancellation);
        return refused.ToReply(next => CycleEndpoints.View(next, request));
    }

    [Operation("Trình lại báo cáo tổng hợp mà lãnh đạo đã trả lại", typeof(CycleView))]
    public async Task<IResult> ResubmitSectorReport(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        return found.Refusal is { } refusal
            ? Reply.Problem(refusal)
            : (await resubmit.Execute(found.Value.Id, request.Caller(), cancellation)).ToReply(next => CycleEndpoints.View(next, request));
    }

    /// <summary>What is no hash names no report: like another hash, it is refused as changed.</summary>
    private static Sha256 DigestIn(string digest) => Sha256.TryParse(digest.Trim('"'), out var read) ? read : default;
}

/// <param name="Digest">ETag of the sector report that was read, with or without its quotation marks.</param>
/// <param name="Reason">Why, 1 to 2,000 characters.</param>
/// <param name="Units">Those whose accepted reports are to be answered again; may be left out.</param>
/// <param name="DueAt">By when they are to answer; needed where units are named.</param>
public sealed record RefusalBody(
    string Digest, string? Reason = null, IReadOnlyList<UnitCode>? Units = null, DateTimeOffset? DueAt = null);

/// <param name="Digest">ETag of the sector report that was read, with or without its quotation marks.</param>
public sealed record ApprovalBody(string Digest);
