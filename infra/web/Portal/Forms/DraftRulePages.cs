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

/// <summary>A rule of a draft: what must hold, how strictly, and what is said where it does not.</summary>
internal sealed class DraftRulePages(FormDraftAccess access, ChangeFormDraft change) : IPages
{
    private const string Draft = "forms/drafts/{code}";

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(Draft + "/new-rule", New);
        portal.MapPost(Draft + "/new-rule", Add);
        portal.MapGet(Draft + "/rules/{rule}", Show);
        portal.MapPost(Draft + "/rules/{rule}", Save);
        portal.MapGet(Draft + "/rules/{rule}/remove", ShowRemove);
        portal.MapPost(Draft + "/rules/{rule}/remove", Remove);
    }

    private async Task<IResult> New(HttpRequest request, string code, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        return draft.Refusal is { } refusal
            ? ReportPages.Refused(refusal, FormAddress.All)
            : PageOf(request, draft.Value, null, new Rule("", Severity.Error, "", "", []), [], null);
    }

    private Task<IResult> Add(HttpRequest request, string code, CancellationToken cancellation) =>
        Write(request, code, null, cancellation);

    private async Task<IResult> Show(HttpRequest request, string code, string rule, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        return draft.Refusal is { } refusal ? ReportPages.Refused(refusal, FormAddress.All)
            : draft.Value.Value.Definition.FindRule(rule) is not { } found
                ? ReportPages.Refused(FormRefusals.PartUnknown, FormAddress.Draft(code))
            : PageOf(request, draft.Value, found, found, new DraftView(draft.Value).FaultsOf(found), null);
    }

    private Task<IResult> Save(HttpRequest request, string code, string rule, CancellationToken cancellation) =>
        Write(request, code, rule, cancellation);

    /// <param name="rule">Null: it is new.</param>
    private async Task<IResult> Write(HttpRequest request, string code, string? rule, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        if (draft.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, FormAddress.All);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var typed = Typed(posted, rule is null ? null : draft.Value.Value.Definition.FindRule(rule));
        var changed = await change.Execute(
            code, ETag.Of(posted["read"].ToString()), form => rule is null ? form.AddRule(typed) : form.ChangeRule(rule, typed),
            request.Caller(), cancellation);
        if (changed.Refusal is { } refusal)
        {
            return await access.Open(request.Caller(), code, cancellation) is not { Refused: false } now
                || (rule is not null && now.Value.Value.Definition.FindRule(rule) is null)
                ? ReportPages.Refused(refusal, FormAddress.Draft(code))
                : PageOf(
                    request, now.Value, rule is null ? null : now.Value.Value.Definition.FindRule(rule), typed, refusal.Errors, refusal);
        }

        var view = new DraftView(changed.Value);
        var saved = rule is null ? view.Form.Rules![^1] : view.Form.FindRule(rule)!;
        return Results.LocalRedirect(
            view.FaultsOf(saved).Count > 0 ? $"{view.RuleAddress(saved)}?done=saved" : $"{view.Address}?done=saved#quy-tac");
    }

    /// <summary>Fields that it named before keep their order; what is added follows in the form's order.</summary>
    private static Rule Typed(IFormCollection posted, Rule? before)
    {
        var (first, ticked) = (posted["first"].ToString(), posted["fields"].OfType<string>().ToList());
        var ordered = (before?.Fields ?? []).Select(field => field.ToString()).Where(ticked.Contains).Concat(ticked);
        return new Rule(
            "", posted["severity"] == nameof(Severity.Query) ? Severity.Query : Severity.Error, TypedField.Clean(posted["holds"]),
            TypedField.Clean(posted["message"]),
            [.. ordered.Prepend(first).Where(field => field.Length > 0).Distinct().Select(FieldCode.Of)]);
    }

    private async Task<IResult> ShowRemove(HttpRequest request, string code, string rule, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        return draft.Refusal is { } refusal ? ReportPages.Refused(refusal, FormAddress.All)
            : draft.Value.Value.Definition.FindRule(rule) is not { } found
                ? ReportPages.Refused(FormRefusals.PartUnknown, FormAddress.Draft(code))
            : RemoveOf(draft.Value, found, null);
    }

    private async Task<IResult> Remove(HttpRequest request, string code, string rule, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        if (draft.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, FormAddress.All);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var removed = await change.Execute(
            code, ETag.Of(posted["read"].ToString()), form => form.RemoveRule(rule), request.Caller(), cancellation);
        return removed.Refusal is not { } refusal
            ? Results.LocalRedirect($"{FormAddress.Draft(code)}?done=removed#quy-tac")
            : draft.Value.Value.Definition.FindRule(rule) is { } found
                ? RemoveOf(draft.Value, found, refusal)
                : ReportPages.Refused(refusal, FormAddress.Draft(code));
    }

    private static RazorComponentResult<DraftRulePage> PageOf(
        HttpRequest request, Versioned<FormDraft> draft, Rule? rule, Rule typed, IReadOnlyList<FieldError> faults, Refusal? refusal) =>
        PageResult.Of<DraftRulePage>(
            new
            {
                View = new DraftView(draft),
                Rule = rule,
                Typed = typed,
                Faults = faults,
                Refusal = refusal,
                Done = request.Query["done"].Count > 0 && refusal is null ? "Đã lưu dự thảo." : "",
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));

    private static RazorComponentResult<DraftRemovePage> RemoveOf(Versioned<FormDraft> draft, Rule rule, Refusal? refusal)
    {
        var view = new DraftView(draft);
        return PageResult.Of<DraftRemovePage>(
            new
            {
                View = view,
                Title = "Xóa quy tắc này?",
                About = rule.Message,
                Action = $"{view.RuleAddress(rule)}/remove",
                Do = "Xóa quy tắc này",
                Back = view.RuleAddress(rule),
                Refusal = refusal,
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }
}
