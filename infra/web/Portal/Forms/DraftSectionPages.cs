using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Forms;
using VksServerless.Application.Units;
using VksServerless.Forms;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Forms;

/// <summary>A section of a draft: what it is called, who answers it, and its fields.</summary>
internal sealed class DraftSectionPages(FormDraftAccess access, ChangeFormDraft change, IDirectoryStore directories) : IPages
{
    private const string Draft = "forms/drafts/{code}";

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(Draft + "/new-section", New);
        portal.MapPost(Draft + "/new-section", Add);
        portal.MapGet(Draft + "/sections/{section}", Show);
        portal.MapPost(Draft + "/sections/{section}", Save);
        portal.MapGet(Draft + "/sections/{section}/remove", ShowRemove);
        portal.MapPost(Draft + "/sections/{section}/remove", Remove);
    }

    private async Task<IResult> New(HttpRequest request, string code, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        return draft.Refusal is { } refusal
            ? ReportPages.Refused(refusal, FormAddress.All)
            : PageOf(request, draft.Value, null, TypedSectionPart.Blank(draft.Value.Value.Definition.Sections.Count), [], null);
    }

    private Task<IResult> Add(HttpRequest request, string code, CancellationToken cancellation) =>
        Write(request, code, null, cancellation);

    private async Task<IResult> Show(HttpRequest request, string code, string section, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        return draft.Refusal is { } refusal ? ReportPages.Refused(refusal, FormAddress.All)
            : draft.Value.Value.Definition.FindSection(section) is not { } found
                ? ReportPages.Refused(FormRefusals.PartUnknown, FormAddress.Draft(code))
            : PageOf(request, draft.Value, found, TypedSectionPart.Of(found), new DraftView(draft.Value).FaultsOf(found), null);
    }

    private Task<IResult> Save(HttpRequest request, string code, string section, CancellationToken cancellation) =>
        Write(request, code, section, cancellation);

    /// <param name="section">Null: it is new.</param>
    private async Task<IResult> Write(HttpRequest request, string code, string? section, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        if (draft.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, FormAddress.All);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var typed = TypedSectionPart.Of(posted);
        var (part, faults) = typed.Read((await directories.Read(cancellation)).Value);
        var changed = faults.Count > 0
            ? FormRefusals.Invalid(faults)
            : await change.Execute(
                code, ETag.Of(posted["read"].ToString()),
                form => section is null ? form.AddSection(part) : form.ChangeSection(section, part), request.Caller(), cancellation);
        if (changed.Refusal is { } refusal)
        {
            return await access.Open(request.Caller(), code, cancellation) is not { Refused: false } now
                || (section is not null && now.Value.Value.Definition.FindSection(section) is null)
                ? ReportPages.Refused(refusal, FormAddress.Draft(code))
                : PageOf(
                    request, now.Value, section is null ? null : now.Value.Value.Definition.FindSection(section), typed, refusal.Errors,
                    refusal);
        }

        var form = changed.Value.Value.Definition;
        return Results.LocalRedirect($"{FormAddress.Draft(code)}/sections/{section ?? form.Sections[^1].Code}?done=saved");
    }

    private async Task<IResult> ShowRemove(HttpRequest request, string code, string section, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        return draft.Refusal is { } refusal ? ReportPages.Refused(refusal, FormAddress.All)
            : draft.Value.Value.Definition.FindSection(section) is not { } found
                ? ReportPages.Refused(FormRefusals.PartUnknown, FormAddress.Draft(code))
            : RemoveOf(draft.Value, found, null);
    }

    private async Task<IResult> Remove(HttpRequest request, string code, string section, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        if (draft.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, FormAddress.All);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var removed = await change.Execute(
            code, ETag.Of(posted["read"].ToString()), form => form.RemoveSection(section), request.Caller(), cancellation);
        return removed.Refusal is not { } refusal
            ? Results.LocalRedirect($"{FormAddress.Draft(code)}?done=removed#cac-phan")
            : draft.Value.Value.Definition.FindSection(section) is { } found
                ? RemoveOf(draft.Value, found, refusal)
                : ReportPages.Refused(refusal, FormAddress.Draft(code));
    }

    private static RazorComponentResult<DraftSectionPage> PageOf(
        HttpRequest request, Versioned<FormDraft> draft, FormDefinition.SectionPart? section, TypedSectionPart typed,
        IReadOnlyList<FieldError> faults, Refusal? refusal) => PageResult.Of<DraftSectionPage>(
        new
        {
            View = new DraftView(draft),
            Section = section,
            Typed = typed,
            Faults = faults,
            Refusal = refusal,
            Done = request.Query["done"].Count > 0 && refusal is null ? "Đã lưu dự thảo." : "",
        },
        refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));

    private static RazorComponentResult<DraftRemovePage> RemoveOf(
        Versioned<FormDraft> draft, FormDefinition.SectionPart section, Refusal? refusal)
    {
        var view = new DraftView(draft);
        return PageResult.Of<DraftRemovePage>(
            new
            {
                View = view,
                Title = $"Xóa phần “{section.Title}”?",
                About = section.Fields.Count == 0
                    ? "Phần này chưa có chỉ tiêu nào."
                    : $"{section.Fields.Count} chỉ tiêu dưới đây bị xóa cùng với phần này. Công thức và quy tắc dùng đến chúng sẽ báo lỗi.",
                Items = (IReadOnlyList<string>)[.. section.Fields.Select(field => field.Label)],
                Action = $"{view.SectionAddress(section)}/remove",
                Do = "Xóa phần này",
                Back = view.SectionAddress(section),
                Refusal = refusal,
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }
}
