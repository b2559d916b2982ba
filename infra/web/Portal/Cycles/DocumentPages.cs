using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Documents;
using VksServerless.Notices;
using VksServerless.Reports;
using VksServerless.Units;
using VksServerless.Web.Api.Reports;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>What is handed out with a cycle: the plan's file, the draft on which opinions are asked.</summary>
internal sealed class DocumentPages(
    CycleAccess access, AttachDocument attach, RemoveDocument remove, IAttachments attachments, TimeProvider clock) : IPages
{
    private const string Documents = "cycles/{cycle}/documents";

    private static readonly Refusal Unknown = new(
        RefusalKind.NotFound, "document-unknown", "Không có tài liệu này", "Tài liệu đã được bỏ khỏi dự thảo, hoặc địa chỉ sai.");

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(Documents, List);
        portal.MapPost(Documents, Attach).WithMetadata(new RequestSizeLimitAttribute(AttachmentRules.MaxLength + (1024 * 1024)));
        portal.MapGet(Documents + "/{id}", Read);
        portal.MapPost(Documents + "/{id}/remove", Remove);
    }

    public static string AddressOf(CycleId cycle) => $"{PortalPath.Cycle(cycle)}/documents";

    public static IReadOnlyList<(string Name, DocumentKind Kind)> Kinds { get; } =
        [("plan", DocumentKind.Plan), ("draft", DocumentKind.Draft), ("other", DocumentKind.Other)];

    public static string NameOf(DocumentKind? kind) => kind switch
    {
        DocumentKind.Plan => "Kế hoạch",
        DocumentKind.Draft => "Dự thảo lấy ý kiến",
        _ => "Tài liệu khác",
    };

    private async Task<IResult> List(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Read(request.Caller(), cycle, cancellation);
        return found.Refusal is { } refusal
            ? ReportPages.Refused(refusal, PortalPath.Cycles)
            : await Show(request, found.Value, "", null, cancellation);
    }

    private async Task<IResult> Show(HttpRequest request, Cycle cycle, string kind, Refusal? refusal, CancellationToken cancellation) =>
        PageResult.Of<DocumentsPage>(
            new
            {
                Cycle = cycle,
                Documents = await attachments.List(cycle.Id, UnitCode.Sector, cancellation),
                Kind = kind,
                Refusal = refusal,
                Done = request.Query["done"].ToString() switch
                {
                    "attached" => "Đã đính kèm tài liệu.",
                    "removed" => "Đã bỏ tài liệu.",
                    _ => "",
                },
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));

    private async Task<IResult> Attach(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var me = request.Caller();
        var found = await access.Run(me, cycle, cancellation);
        if (found.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, PortalPath.Cycles);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var named = posted["kind"].ToString();
        var kind = Kinds.Where(one => one.Name == named).Select(one => (DocumentKind?)one.Kind).FirstOrDefault();
        var file = posted.Files.GetFile("file");
        if (kind is null || file is null)
        {
            return await Show(request, found.Value, named, Missing(kind is null, file is null), cancellation);
        }

        var announced = await Uploaded.Announce(file, $"{found.Value.Id} {kind}", me, clock.GetUtcNow(), cancellation);
        await using var content = file.OpenReadStream();
        var attached = announced.Refused
            ? announced
            : await attach.Execute(found.Value, announced.Value with { Kind = kind }, content, me, cancellation);
        return attached.Refusal is { } refusal
            ? await Show(request, found.Value, named, AtFile(refusal), cancellation)
            : Results.LocalRedirect($"{AddressOf(found.Value.Id)}?done=attached");
    }

    private async Task<IResult> Read(HttpRequest request, string cycle, string id, CancellationToken cancellation)
    {
        var found = await access.Read(request.Caller(), cycle, cancellation);
        return found.Refusal is { } refusal ? ReportPages.Refused(refusal, PortalPath.Cycles)
            : Announcement.IsId(id)
                && (await attachments.List(found.Value.Id, UnitCode.Sector, cancellation)).Any(file => file.Id == id)
                && await attachments.Open(found.Value.Id, UnitCode.Sector, id, cancellation) is var (file, content)
                ? await Download.Of(request, file, content)
            : ReportPages.Refused(Unknown, AddressOf(found.Value.Id));
    }

    private async Task<IResult> Remove(HttpRequest request, string cycle, string id, CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        return found.Refusal is { } closed ? ReportPages.Refused(closed, PortalPath.Cycles)
            : !Announcement.IsId(id) ? ReportPages.Refused(Unknown, AddressOf(found.Value.Id))
            : await remove.Execute(found.Value, id, cancellation) is { } refusal ? ReportPages.Refused(refusal, AddressOf(found.Value.Id))
            : Results.LocalRedirect($"{AddressOf(found.Value.Id)}?done=removed");
    }

    private static Refusal Missing(bool kind, bool file) =>
        new(RefusalKind.Invalid, "document-incomplete", "Chưa đính kèm được", "Có chỗ cần bổ sung:")
        {
            Errors =
            [
                .. kind ? [new FieldError("/kind", "required", "Chọn loại tài liệu.")] : Array.Empty<FieldError>(),
                .. file ? [new FieldError("/file", "required", "Chọn tệp.")] : Array.Empty<FieldError>(),
            ],
        };

    private static Refusal AtFile(Refusal refusal) => refusal.Errors.Count > 0 ? refusal : refusal with
    {
        Errors = [new FieldError("/file", refusal.Type, refusal.Detail)],
    };
}
