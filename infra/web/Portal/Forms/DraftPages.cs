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

/// <summary>The draft of a form as a whole: its parts, what is wrong with it, how it is called; published or given up.</summary>
internal sealed class DraftPages(
    FormDraftAccess access, ChangeFormDraft change, PublishFormDraft publish, IForms forms) : IPages
{
    private const string Draft = "forms/drafts/{code}";

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(Draft, Show);
        portal.MapPost(Draft + "/move", Move);
        portal.MapGet(Draft + "/settings", ShowSettings);
        portal.MapPost(Draft + "/settings", Settle);
        portal.MapPost(Draft + "/renumber", Renumber);
        portal.MapGet(Draft + "/publish", ShowPublish);
        portal.MapPost(Draft + "/publish", Publish);
        portal.MapGet(Draft + "/drop", ShowDrop);
        portal.MapPost(Draft + "/drop", Drop);
    }

    private async Task<IResult> Show(HttpRequest request, string code, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        return draft.Refusal is { } refusal
            ? ReportPages.Refused(refusal, FormAddress.All)
            : await Overview(request, draft.Value, null, cancellation);
    }

    /// <summary>A section, a field within its section, or a rule, up or down.</summary>
    private async Task<IResult> Move(HttpRequest request, string code, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        if (draft.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, FormAddress.All);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var (part, by) = (posted["part"].ToString(), posted["by"] == "up" ? -1 : 1);
        var home = draft.Value.Value.Definition.FindField(part)?.Section;
        var moved = await change.Execute(
            code, ETag.Of(posted["read"].ToString()),
            form => posted["kind"].ToString() switch
            {
                "section" => form.MoveSection(part, by),
                "field" => form.MoveField(part, by),
                _ => form.MoveRule(part, by),
            },
            request.Caller(), cancellation);
        return moved.Refusal is not { } refusal
            ? Results.LocalRedirect(posted["kind"] == "field" && home is not null
                ? $"{FormAddress.Draft(code)}/sections/{home.Code}#chi-tieu"
                : $"{FormAddress.Draft(code)}#{(posted["kind"] == "rule" ? "quy-tac" : "cac-phan")}")
            : await access.Open(request.Caller(), code, cancellation) is { Refused: false } now
                ? await Overview(request, now.Value, refusal, cancellation)
                : ReportPages.Refused(refusal, FormAddress.All);
    }

    private async Task<IResult> ShowSettings(HttpRequest request, string code, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        return draft.Refusal is { } refusal
            ? ReportPages.Refused(refusal, FormAddress.All)
            : SettingsOf(draft.Value, draft.Value.Value.Definition, null);
    }

    private async Task<IResult> Settle(HttpRequest request, string code, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        if (draft.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, FormAddress.All);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var settled = await change.Execute(
            code, ETag.Of(posted["read"].ToString()), form => Settled(form, posted), request.Caller(), cancellation);
        return settled.Refusal is not { } refusal
            ? Results.LocalRedirect($"{FormAddress.Draft(code)}?done=saved")
            : await access.Open(request.Caller(), code, cancellation) is { Refused: false } now
                ? SettingsOf(now.Value, Settled(now.Value.Value.Definition, posted), refusal)
                : ReportPages.Refused(refusal, FormAddress.All);
    }

    private static FormDefinition Settled(FormDefinition form, IFormCollection posted) => form with
    {
        Title = TypedField.Clean(posted["title"]),
        Changes = TypedField.Clean(posted["changes"]) is { Length: > 0 } changes ? changes : null,
        NilReturn = posted["nilReturn"] == "true",
        SignOff = posted["signOff"] == "true",
        SoftwareUnsigned = posted["softwareUnsigned"] == "true",
    };

    private async Task<IResult> Renumber(HttpRequest request, string code, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        if (draft.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, FormAddress.All);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var renumbered = await change.Renumber(code, ETag.Of(posted["read"].ToString()), request.Caller(), cancellation);
        return renumbered.Refusal is { } refusal
            ? ReportPages.Refused(refusal, FormAddress.Draft(code))
            : Results.LocalRedirect($"{FormAddress.Draft(code)}?done=saved");
    }

    private async Task<IResult> ShowPublish(HttpRequest request, string code, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        return draft.Refusal is { } refusal ? ReportPages.Refused(refusal, FormAddress.All)
            : await Confirm(draft.Value,
                new DraftView(draft.Value).NamedFaults is { Count: > 0 } faults ? FormRefusals.Invalid(faults) : null,
                cancellation);
    }

    private async Task<IResult> Publish(HttpRequest request, string code, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        if (draft.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, FormAddress.All);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var published = await publish.Execute(code, ETag.Of(posted["read"].ToString()), request.Caller(), cancellation);
        return published.Refusal is { } refusal
            ? await Confirm(draft.Value, refusal, cancellation)
            : Results.LocalRedirect($"{FormAddress.Of(published.Value.Ref)}?done=published");
    }

    private async Task<IResult> ShowDrop(HttpRequest request, string code, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        return draft.Refusal is { } refusal ? ReportPages.Refused(refusal, FormAddress.All) : DropOf(draft.Value, null);
    }

    private async Task<IResult> Drop(HttpRequest request, string code, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        if (draft.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, FormAddress.All);
        }

        var posted = await request.ReadFormAsync(cancellation);
        return await change.Drop(code, ETag.Of(posted["read"].ToString()), cancellation) is { } refusal
            ? DropOf(draft.Value, refusal)
            : Results.LocalRedirect($"{FormAddress.All}?done=dropped");
    }

    private async Task<IResult> Overview(
        HttpRequest request, Versioned<FormDraft> draft, Refusal? refusal, CancellationToken cancellation)
    {
        var versions = await VersionsOf(draft, cancellation);
        return PageResult.Of<FormDraftPage>(
            new
            {
                View = new DraftView(draft),
                Before = Before(draft, versions),
                Last = versions.Select(form => form.Version).DefaultIfEmpty(0).Max(),
                Refusal = refusal,
                Done = request.Query["done"].Count > 0 && refusal is null ? "Đã lưu dự thảo." : "",
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }

    private static RazorComponentResult<DraftSettingsPage> SettingsOf(Versioned<FormDraft> draft, FormDefinition typed, Refusal? refusal) =>
        PageResult.Of<DraftSettingsPage>(
            new { View = new DraftView(draft), Typed = typed, Refusal = refusal },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));

    private async Task<IResult> Confirm(Versioned<FormDraft> draft, Refusal? refusal, CancellationToken cancellation) =>
        PageResult.Of<DraftPublishPage>(
            new
            {
                View = new DraftView(draft),
                Before = Before(draft, await VersionsOf(draft, cancellation)),
                Refusal = refusal,
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));

    private static RazorComponentResult<DraftRemovePage> DropOf(Versioned<FormDraft> draft, Refusal? refusal)
    {
        var view = new DraftView(draft);
        return PageResult.Of<DraftRemovePage>(
            new
            {
                View = view,
                Title = "Bỏ dự thảo này?",
                About = "Toàn bộ nội dung đang soạn bị xóa và không lấy lại được. Các phiên bản đã ban hành không thay đổi.",
                Action = $"{view.Address}/drop",
                Do = "Bỏ dự thảo",
                Refusal = refusal,
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }

    private async Task<IReadOnlyList<Form>> VersionsOf(Versioned<FormDraft> draft, CancellationToken cancellation) =>
        [.. (await forms.List(cancellation)).Where(form => form.Code == draft.Value.Definition.Code)];

    private static Form? Before(Versioned<FormDraft> draft, IReadOnlyList<Form> versions) =>
        versions.Where(form => form.Version < draft.Value.Definition.Version).MaxBy(form => form.Version);
}
