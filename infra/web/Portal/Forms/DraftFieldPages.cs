using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Forms;
using VksServerless.Forms;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Forms;

/// <summary>A field of a draft with all of its settings.</summary>
internal sealed class DraftFieldPages(FormDraftAccess access, ChangeFormDraft change) : IPages
{
    private const string Draft = "forms/drafts/{code}";

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(Draft + "/sections/{section}/new-field", New);
        portal.MapPost(Draft + "/sections/{section}/new-field", Add);
        portal.MapGet(Draft + "/fields/{field}", Show);
        portal.MapPost(Draft + "/fields/{field}", Save);
        portal.MapGet(Draft + "/fields/{field}/remove", ShowRemove);
        portal.MapPost(Draft + "/fields/{field}/remove", Remove);
    }

    private async Task<IResult> New(HttpRequest request, string code, string section, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        return draft.Refusal is { } refusal ? ReportPages.Refused(refusal, FormAddress.All)
            : draft.Value.Value.Definition.FindSection(section) is not { } found
                ? ReportPages.Refused(FormRefusals.PartUnknown, FormAddress.Draft(code))
            : PageOf(request, draft.Value, found, null, TypedField.Blank(section), [], null);
    }

    private Task<IResult> Add(HttpRequest request, string code, string section, CancellationToken cancellation) =>
        Write(request, code, section, null, cancellation);

    private async Task<IResult> Show(HttpRequest request, string code, string field, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        return draft.Refusal is { } refusal ? ReportPages.Refused(refusal, FormAddress.All)
            : draft.Value.Value.Definition.FindField(field) is not var (section, found)
                ? ReportPages.Refused(FormRefusals.PartUnknown, FormAddress.Draft(code))
            : PageOf(
                request, draft.Value, section, found, TypedField.Of(found, section.Code), new DraftView(draft.Value).FaultsOf(found), null);
    }

    private Task<IResult> Save(HttpRequest request, string code, string field, CancellationToken cancellation) =>
        Write(request, code, "", field, cancellation);

    /// <param name="section">Where a new field is to stand.</param>
    /// <param name="field">Null: it is new.</param>
    private async Task<IResult> Write(HttpRequest request, string code, string section, string? field, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        if (draft.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, FormAddress.All);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var typed = TypedField.Of(posted);
        if (posted["go"] == "type" || posted["go"] == "rows")
        {
            return Again(request, draft.Value, section, field, posted["go"] == "rows" ? typed.Settled().WithMoreRows() : typed, null);
        }

        var (part, faults) = typed.Read();
        var changed = faults.Count > 0
            ? FormRefusals.Invalid(faults)
            : await change.Execute(
                code, ETag.Of(posted["read"].ToString()),
                form => field is null ? form.AddField(section, part) : form.ChangeField(field, part, typed["section"]),
                request.Caller(), cancellation);
        if (changed.Refusal is { } refusal)
        {
            return await access.Open(request.Caller(), code, cancellation) is { Refused: false } now
                ? Again(request, now.Value, section, field, typed, refusal)
                : ReportPages.Refused(refusal, FormAddress.All);
        }

        var saved = Saved(changed.Value.Value.Definition, field is null ? section : typed["section"], part.Code, field);
        var view = new DraftView(changed.Value);
        return Results.LocalRedirect(
            view.FaultsOf(saved.Field).Count > 0 ? $"{view.FieldAddress(saved.Field)}?done=saved"
            : posted["go"] == "another" ? $"{view.SectionAddress(saved.Section)}/new-field"
            : $"{view.SectionAddress(saved.Section)}?done=saved#chi-tieu");
    }

    /// <summary>Where the field that was written stands now, and under which code.</summary>
    private static (FormDefinition.SectionPart Section, FormDefinition.FieldPart Field) Saved(
        FormDefinition form, string section, string typedCode, string? field)
    {
        var home = form.FindSection(section)!;
        return (home, field is null
            ? home.Fields[^1]
            : home.Fields.FirstOrDefault(one => one.Code == typedCode || one.Code == CodeProposal.Written(typedCode))
                ?? home.Fields.First(one => one.Code == field));
    }

    /// <summary>The page with what was typed; where what it is about is gone, why.</summary>
    private static IResult Again(
        HttpRequest request, Versioned<FormDraft> draft, string section, string? field, TypedField typed, Refusal? refusal)
    {
        var form = draft.Value.Definition;
        var (home, stored) = field is null
            ? (form.FindSection(section), null)
            : form.FindField(field) is var (found, one) ? (found, one) : (null, (FormDefinition.FieldPart?)null);
        return home is null || (field is not null && stored is null)
            ? ReportPages.Refused(refusal ?? FormRefusals.PartUnknown, FormAddress.Draft(form.Code))
            : PageOf(request, draft, home, stored, typed, refusal?.Errors ?? [], refusal);
    }

    private async Task<IResult> ShowRemove(HttpRequest request, string code, string field, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        return draft.Refusal is { } refusal ? ReportPages.Refused(refusal, FormAddress.All)
            : draft.Value.Value.Definition.FindField(field) is not var (_, found)
                ? ReportPages.Refused(FormRefusals.PartUnknown, FormAddress.Draft(code))
            : RemoveOf(draft.Value, found, null);
    }

    private async Task<IResult> Remove(HttpRequest request, string code, string field, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        if (draft.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, FormAddress.All);
        }

        var found = draft.Value.Value.Definition.FindField(field);
        var posted = await request.ReadFormAsync(cancellation);
        var removed = await change.Execute(
            code, ETag.Of(posted["read"].ToString()), form => form.RemoveField(field), request.Caller(), cancellation);
        return removed.Refusal is not { } refusal
            ? Results.LocalRedirect($"{FormAddress.Draft(code)}/sections/{found!.Value.Section.Code}?done=removed#chi-tieu")
            : found is var (_, part)
                ? RemoveOf(draft.Value, part, refusal)
                : ReportPages.Refused(refusal, FormAddress.Draft(code));
    }

    private static RazorComponentResult<DraftFieldPage> PageOf(
        HttpRequest request, Versioned<FormDraft> draft, FormDefinition.SectionPart section, FormDefinition.FieldPart? field,
        TypedField typed, IReadOnlyList<FieldError> faults, Refusal? refusal) => PageResult.Of<DraftFieldPage>(
        new
        {
            View = new DraftView(draft),
            Section = section,
            Field = field,
            Typed = typed.Settled(),
            Faults = faults,
            Refusal = refusal,
            Done = request.Query["done"].Count > 0 && refusal is null ? "Đã lưu dự thảo." : "",
        },
        refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));

    private static RazorComponentResult<DraftRemovePage> RemoveOf(
        Versioned<FormDraft> draft, FormDefinition.FieldPart field, Refusal? refusal)
    {
        var view = new DraftView(draft);
        return PageResult.Of<DraftRemovePage>(
            new
            {
                View = view,
                Title = $"Xóa chỉ tiêu “{field.Label}”?",
                About = "Công thức và quy tắc dùng đến chỉ tiêu này sẽ báo lỗi cho đến khi được sửa.",
                Action = $"{view.FieldAddress(field)}/remove",
                Do = "Xóa chỉ tiêu này",
                Back = view.FieldAddress(field),
                Refusal = refusal,
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }
}
