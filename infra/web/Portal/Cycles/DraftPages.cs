using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Application.Units;
using VksServerless.Application.Workflow;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Notices;
using VksServerless.People;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>A cycle as the centre drafts it by the guided form, and starts it.</summary>
internal sealed class DraftPages(
    CycleAccess access, CreateCycle create, RedraftCycle redraft, CheckTerms check, FindCycles find, IForms forms,
    IDirectoryStore directories) : IPages
{
    private static readonly Refusal MadeBefore = new(
        RefusalKind.Conflict, "draft-made-before", "Trang này đã lập một dự thảo",
        "Một dự thảo đã được lập từ chính trang này, với nội dung khác. Hãy mở danh sách kỳ báo cáo và sửa dự thảo đó.");

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("cycles/new", New);
        portal.MapPost("cycles/new", Create);
        portal.MapGet("cycles/{cycle}/edit", Edit);
        portal.MapPost("cycles/{cycle}/edit", Change);
    }

    private async Task<IResult> New(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.RunsCycles(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var like = request.Query["like"].ToString();
        var model = like.Length == 0 ? default : await access.Run(request.Caller(), like, cancellation);
        return model.Refusal is { } refusal
            ? ReportPages.Refused(refusal, PortalPath.Cycles)
            : await Form(request, null, like.Length == 0 ? TypedTerms.Blank() : TypedTerms.Of(model.Value.Terms), null, cancellation);
    }

    private async Task<IResult> Create(HttpRequest request, CancellationToken cancellation)
    {
        var me = request.Caller();
        if (!Permission.RunsCycles(me))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var typed = TypedTerms.Of(posted);
        if (posted["go"] is ["rows" or "milestones"])
        {
            return await MoreRows(request, null, typed, cancellation);
        }

        var key = new IdempotencyKey(me.Person, typed["key"]);
        var (terms, faults) = typed.Read(null, (await directories.Read(cancellation)).Value);
        var made = faults.Count > 0
            ? await Unreadable(terms, faults, CycleId.From(key.Person, key.Text), cancellation)
            : await create.Execute(key, terms, me, cancellation);
        return made.Refusal is { } refusal
            ? await Form(request, null, typed, refusal == Refusal.KeyReused ? MadeBefore : refusal, cancellation)
            : Results.LocalRedirect(PortalPath.Cycle(made.Value.Id));
    }

    private async Task<IResult> Edit(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        return found.Refusal is { } refusal ? ReportPages.Refused(refusal, PortalPath.Cycles)
            : !found.Value.IsDraft ? ReportPages.Refused(CycleRefusals.NotDraft(found.Value), PortalPath.Cycle(found.Value.Id))
            : await Form(request, found.Value, TypedTerms.Of(found.Value.Terms), null, cancellation);
    }

    private async Task<IResult> Change(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        if (found.Refusal is { } closed)
        {
            return ReportPages.Refused(closed, PortalPath.Cycles);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var typed = TypedTerms.Of(posted);
        if (posted["go"] is ["rows" or "milestones"])
        {
            return await MoreRows(request, found.Value, typed, cancellation);
        }

        var (terms, faults) = typed.Read(found.Value.Terms, (await directories.Read(cancellation)).Value);
        var changed = faults.Count > 0
            ? await Unreadable(terms, faults, found.Value.Id, cancellation)
            : await redraft.Execute(found.Value.Id, terms, CycleListPages.NumberOf(typed["revision"]), cancellation);
        return changed.Refusal is { } refusal
            ? await Form(request, found.Value, typed, refusal, cancellation)
            : Results.LocalRedirect($"{PortalPath.Cycle(found.Value.Id)}?done=saved");
    }

    /// <summary>All that is wrong at once: what cannot be read and what the check finds in the rest.</summary>
    private async Task<Outcome<Cycle>> Unreadable(
        CycleTerms terms, IReadOnlyList<FieldError> faults, CycleId itself, CancellationToken cancellation) =>
        CycleRefusals.Invalid(TermsInputs.Together(faults, (await check.Execute(terms, itself, cancellation)).Refusal?.Errors ?? []));

    private Task<IResult> MoreRows(HttpRequest request, Cycle? draft, TypedTerms typed, CancellationToken cancellation) =>
        Form(request, draft, typed["go"] == "rows" ? typed.WithMoreRows() : typed.WithAnotherMilestone(), null, cancellation);

    private async Task<IResult> Form(HttpRequest request, Cycle? draft, TypedTerms typed, Refusal? refusal, CancellationToken cancellation)
    {
        var all = await forms.List(cancellation);
        var cycles = await find.Execute(request.Caller(), "", "", cancellation);
        return PageResult.Of<TermsPage>(
            new
            {
                Draft = draft,
                Typed = typed,
                Forms = (IReadOnlyList<Form>)
                [
                    .. all.OrderBy(form => form.Title, StringComparer.Ordinal).ThenByDescending(form => form.Version),
                ],
                Cycles = (IReadOnlyList<Cycle>)[.. cycles.Where(one => one.Id != draft?.Id && one.Phase is not CyclePhase.Cancelled)],
                Key = typed["key"].Length > 0 ? typed["key"] : Guid.NewGuid().ToString("N"),
                Revision = typed["revision"].Length > 0 ? typed["revision"] : draft?.Revision.ToString(CultureInfo.InvariantCulture) ?? "",
                Refusal = refusal,
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }
}
