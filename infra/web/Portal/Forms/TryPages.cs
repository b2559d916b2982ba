using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Forms;
using VksServerless.Application.Units;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Cycles;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Forms;

/// <summary>A form as a unit sees it, filled in for a try: what it computes and what it finds wrong. Nothing is kept.</summary>
internal sealed class TryPages(IForms forms, FormDraftAccess access, IDirectoryStore directories, TimeProvider clock) : IPages
{
    private const string Preview = "forms/{form}/{version:int}/preview";
    private const string Draft = "forms/drafts/{code}/try";

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(Preview, ShowPreview);
        portal.MapPost(Preview, TryPublished);
        portal.MapGet(Draft, ShowDraft);
        portal.MapPost(Draft, TryDraft);
    }

    private Task<IResult> ShowPreview(HttpRequest request, string form, int version, CancellationToken cancellation) =>
        Published(request, new FormRef(form, version), null, cancellation);

    private async Task<IResult> TryPublished(HttpRequest request, string form, int version, CancellationToken cancellation) =>
        await Published(request, new FormRef(form, version), await request.ReadFormAsync(cancellation), cancellation);

    private Task<IResult> ShowDraft(HttpRequest request, string code, CancellationToken cancellation) =>
        Drafted(request, code, null, cancellation);

    private async Task<IResult> TryDraft(HttpRequest request, string code, CancellationToken cancellation) =>
        await Drafted(request, code, await request.ReadFormAsync(cancellation), cancellation);

    /// <param name="posted">What is tried; null: nothing yet.</param>
    private async Task<IResult> Published(HttpRequest request, FormRef name, IFormCollection? posted, CancellationToken cancellation)
    {
        if (await forms.Find(name, cancellation) is not { } form)
        {
            return ReportPages.Refused(FormRefusals.Unknown, FormAddress.All);
        }

        var address = FormAddress.Of(form.Ref);
        return await PageOf(
            request, form, null, $"{address}/preview", [("Biểu mẫu", FormAddress.All), (form.Title, address)], posted, cancellation);
    }

    private async Task<IResult> Drafted(HttpRequest request, string code, IFormCollection? posted, CancellationToken cancellation)
    {
        var draft = await access.Open(request.Caller(), code, cancellation);
        if (draft.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal, FormAddress.All);
        }

        var view = new DraftView(draft.Value);
        return await PageOf(
            request, SoundPart.Of(view.Form), view, $"{view.Address}/try", [("Biểu mẫu", FormAddress.All), ("Dự thảo", view.Address)],
            posted, cancellation);
    }

    private async Task<IResult> PageOf(
        HttpRequest request, Form form, DraftView? draft, string address, IReadOnlyList<(string, string)> crumbs, IFormCollection? posted,
        CancellationToken cancellation)
    {
        var directory = (await directories.Read(cancellation)).Value;
        var text = posted is null ? UnitAskedFor(request, draft) : posted["unit"].ToString().Trim();
        var asUnit = text.Length > 0 && TypedTermsReader.UnitIn(text, directory) is { } unit ? PlaceOf(unit, directory) : null;
        return PageResult.Of<TryPage>(new
        {
            Tried = TriedForm.Of(form, asUnit, posted),
            Draft = draft,
            Address = address,
            Crumbs = crumbs,
            Unit = text,
            UnitName = asUnit is { } known ? directory.NameOf(known.Unit) : "",
            UnitUnknown = text.Length > 0 && asUnit is null,
            Print = request.Query["print"].Count > 0,
        });
    }

    /// <summary>As it would stand in a cycle of everybody that opens today; null: it does not report.</summary>
    private (UnitCode Unit, UnitLevel Level, bool Superior)? PlaceOf(UnitCode unit, UnitDirectory directory)
    {
        var roster = Roster.Fix(Participants.Everyone, directory, VietnamTime.DayOf(clock.GetUtcNow()));
        return roster.Participants.Any(participant => participant.Unit == unit)
            ? (unit, roster.LevelOf(unit), roster.HasSubordinates(unit))
            : null;
    }

    /// <summary>A unit's people look at it as their unit unless they ask for another.</summary>
    private static string UnitAskedFor(HttpRequest request, DraftView? draft) =>
        request.Query["unit"].Count > 0 || draft is not null || request.Caller().Role is not (Role.UnitReporter or Role.UnitHead)
            ? request.Query["unit"].ToString().Trim()
            : request.Caller().Unit.ToString();
}
