using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Reports;
using VksServerless.Reports;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Reports;

/// <summary>Files attached to a report: streamed in against the announced length, hash and kind; given out as downloads only.</summary>
public sealed class AttachmentEndpoints(
    ReportAccess access, AttachFile attach, RemoveFile remove, IAttachments attachments, VisibleFiles visibleFiles, TimeProvider clock) : IEndpoints
{
    private const string Attachments = "cycles/{cycle}/reports/{unit}/attachments";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Attachments, Attach);
        api.MapGet(Attachments, ListAttachments);
        api.MapGet(Attachments + "/{id}", ReadAttachment);
        api.MapDelete(Attachments + "/{id}", RemoveAttachment);
    }

    [Operation("Đính kèm một tệp", typeof(AttachmentView), Headers = ["Content-Length", "Content-Digest", "Content-Disposition"],
        Idempotent = true)]
    [TakesFile("*/*")]
    public async Task<IResult> Attach(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        RequestBody.Allow(request, AttachmentRules.MaxLength);
        var open = await access.HandIn(request.Caller(), cycle, unit, cancellation);
        var key = IdempotencyHeader.Of(request);
        var announced = open.Refused || key.Refused ? default : Announcement.Read(request, key.Value, clock.GetUtcNow());
        if ((open.Refusal ?? key.Refusal ?? announced.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var attached = await attach.Execute(open.Value, announced.Value, request.Body, cancellation);
        return attached.ToReply(file => Reply.Created($"{request.Path}/{file.Id}", AttachmentView.Of(file)));
    }

    [Operation("Các tệp đính kèm của báo cáo", typeof(IReadOnlyList<AttachmentView>))]
    public async Task<IResult> ListAttachments(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Follow(request.Caller(), cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var visible = await visibleFiles.Execute(request.Caller(), open.Value, cancellation);
        var files = await attachments.List(open.Value.Obligation.Cycle, open.Value.Obligation.Unit, cancellation);
        return Reply.Ok(files.Where(file => visible(file.Id)).Select(AttachmentView.Of).ToList());
    }

    [Operation("Tải một tệp đính kèm", MediaType = "application/octet-stream")]
    public async Task<IResult> ReadAttachment(HttpRequest request, string cycle, string unit, string id, CancellationToken cancellation)
    {
        var open = await access.Follow(request.Caller(), cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        if (!Announcement.IsId(id) || !(await visibleFiles.Execute(request.Caller(), open.Value, cancellation))(id)
            || await attachments.Open(open.Value.Obligation.Cycle, open.Value.Obligation.Unit, id, cancellation) is not var (file, content))
        {
            return Reply.Problem(AttachmentRefusals.Unknown(id.Length > 40 ? id[..40] : id));
        }

        return await Download.Of(request, file, content);
    }

    [Operation("Bỏ một tệp chưa nộp khỏi các tệp đính kèm", typeof(IReadOnlyList<AttachmentView>))]
    public async Task<IResult> RemoveAttachment(HttpRequest request, string cycle, string unit, string id, CancellationToken cancellation)
    {
        var open = await access.Write(request.Caller(), cycle, unit, cancellation);
        var unknown = Announcement.IsId(id) ? null : AttachmentRefusals.Unknown(id.Length > 40 ? id[..40] : id);
        if ((open.Refusal ?? unknown ?? await remove.Execute(open.Value, id, cancellation)) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var files = await attachments.List(open.Value.Obligation.Cycle, open.Value.Obligation.Unit, cancellation);
        return Reply.Ok(files.Select(AttachmentView.Of).ToList());
    }
}
