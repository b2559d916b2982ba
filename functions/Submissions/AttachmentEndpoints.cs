using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;
using VksServerless.Functions.Access;
using VksServerless.Functions.Http;
using VksServerless.Submissions;

namespace VksServerless.Functions.Submissions;

/// <summary>Files attached to a report: streamed in against the announced length, hash and kind; given out as downloads only.</summary>
public sealed class AttachmentEndpoints(ReportAccess access, AttachFile attach, IAttachments attachments, TimeProvider clock)
{
    private const string Attachments = "cycles/{cycle}/reports/{unit}/attachments";

    [Function(nameof(Attach))]
    [Operation("Đính kèm một tệp (Content-Type, Content-Length, Content-Digest, Content-Disposition)", typeof(AttachmentView), Idempotent = true)]
    public async Task<IResult> Attach(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Attachments)] HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = AttachmentRules.MaxLength;
        }

        var open = await access.Write(request, cycle, unit, cancellation);
        var key = IdempotentReply.KeyOf(request);
        var announced = open.Refused || key.Refused ? default : Announcement.Read(request, key.Value, clock.GetUtcNow());
        if ((open.Refusal ?? key.Refusal ?? announced.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var attached = await attach.Execute(open.Value, announced.Value, request.Body, cancellation);
        return attached.ToReply(file => Reply.Created($"{request.Path}/{file.Id}", AttachmentView.Of(file)));
    }

    [Function(nameof(ListAttachments))]
    [Operation("Các tệp đính kèm của báo cáo", typeof(IReadOnlyList<AttachmentView>))]
    public async Task<IResult> ListAttachments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Attachments)] HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Read(request, cycle, unit, cancellation);
        return open.Refusal is { } refusal
            ? Reply.Problem(refusal)
            : Reply.Ok((await attachments.List(open.Value.Obligation.Cycle, open.Value.Obligation.Unit, cancellation)).Select(AttachmentView.Of).ToList());
    }

    [Function(nameof(ReadAttachment))]
    [Operation("Tải một tệp đính kèm", MediaType = "application/octet-stream")]
    public async Task<IResult> ReadAttachment(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Attachments + "/{id}")] HttpRequest request, string cycle, string unit, string id, CancellationToken cancellation)
    {
        var open = await access.Read(request, cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        if (!Announcement.IsId(id) || await attachments.Open(open.Value.Obligation.Cycle, open.Value.Obligation.Unit, id, cancellation) is not var (file, content))
        {
            return Reply.Problem(AttachmentRefusals.Unknown(id.Length > 40 ? id[..40] : id));
        }

        var headers = request.HttpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "no-store";
        headers.ContentLength = file.Length;
        return Results.Stream(content, file.MediaType, file.FileName, entityTag: new EntityTagHeaderValue($"\"{file.Sha256}\""));
    }
}
