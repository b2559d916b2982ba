using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Reports;
using VksServerless.Units;
using VksServerless.Web.Api.Reports;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Cycles;

/// <summary>What the centre hands out with a cycle: the plan's file, the draft on which opinions are asked.</summary>
public sealed class DocumentEndpoints(
    CycleAccess access, AttachDocument attach, RemoveDocument remove, IAttachments attachments, TimeProvider clock) : IEndpoints
{
    private const string Documents = "cycles/{cycle}/documents";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Documents, Attach);
        api.MapGet(Documents, ListDocuments);
        api.MapGet(Documents + "/{id}", ReadDocument);
        api.MapDelete(Documents + "/{id}", RemoveDocument);
    }

    [Operation("Đính kèm tài liệu của kỳ báo cáo: kế hoạch, dự thảo lấy ý kiến", typeof(DocumentView),
        Headers = ["Content-Length", "Content-Digest", "Content-Disposition"], Query = ["kind"], Idempotent = true)]
    [TakesFile("*/*")]
    public async Task<IResult> Attach(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        RequestBody.Allow(request, AttachmentRules.MaxLength);
        var found = await access.Run(request.Caller(), cycle, cancellation);
        var key = IdempotencyHeader.Of(request);
        var announced = found.Refused || key.Refused ? default : Announcement.Read(request, key.Value, clock.GetUtcNow());
        if ((found.Refusal ?? key.Refusal ?? announced.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        if (KindOf(request.Query["kind"].ToString()) is not { } kind)
        {
            return Reply.Problem(AttachmentRefusals.KindOfDocument);
        }

        var attached = await attach.Execute(
            found.Value, announced.Value with { Kind = kind }, request.Body, request.Caller(), cancellation);
        return attached.ToReply(file => Reply.Created($"{request.Path}/{file.Id}", DocumentView.Of(file)));
    }

    [Operation("Các tài liệu của kỳ báo cáo", typeof(IReadOnlyList<DocumentView>))]
    public async Task<IResult> ListDocuments(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Read(request.Caller(), cycle, cancellation);
        return found.Refusal is { } refusal
            ? Reply.Problem(refusal)
            : Reply.Ok((await attachments.List(found.Value.Id, UnitCode.Sector, cancellation)).Select(DocumentView.Of).ToList());
    }

    [Operation("Tải một tài liệu của kỳ báo cáo", MediaType = "application/octet-stream")]
    public async Task<IResult> ReadDocument(HttpRequest request, string cycle, string id, CancellationToken cancellation)
    {
        var found = await access.Read(request.Caller(), cycle, cancellation);
        return found.Refusal is { } refusal ? Reply.Problem(refusal)
            : Announcement.IsId(id)
                && (await attachments.List(found.Value.Id, UnitCode.Sector, cancellation)).Any(file => file.Id == id)
                && await attachments.Open(found.Value.Id, UnitCode.Sector, id, cancellation) is var (file, content)
                ? await Download.Of(request, file, content)
            : Reply.Problem(Unknown(id));
    }

    [Operation("Bỏ một tài liệu khỏi dự thảo kỳ báo cáo", typeof(IReadOnlyList<DocumentView>))]
    public async Task<IResult> RemoveDocument(HttpRequest request, string cycle, string id, CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        var unknown = Announcement.IsId(id) ? null : Unknown(id);
        return (found.Refusal ?? unknown ?? await remove.Execute(found.Value, id, cancellation)) is { } refusal
            ? Reply.Problem(refusal)
            : await ListDocuments(request, cycle, cancellation);
    }

    private static DocumentKind? KindOf(string kind) => kind switch
    {
        "plan" => DocumentKind.Plan,
        "draft" => DocumentKind.Draft,
        "other" => DocumentKind.Other,
        _ => null,
    };

    private static Refusal Unknown(string id) => AttachmentRefusals.Unknown(id.Length > 40 ? id[..40] : id);
}

/// <param name="Kind">plan, draft or other.</param>
public sealed record DocumentView(
    string Id, DocumentKind Kind, string FileName, string MediaType, long Length, string Sha256, DateTimeOffset At, string AttachedBy)
{
    public static DocumentView Of(Attachment file) => new(
        file.Id, file.Kind ?? DocumentKind.Other, file.FileName, file.MediaType, file.Length, file.Sha256.ToString(), file.At, file.ByName);
}
