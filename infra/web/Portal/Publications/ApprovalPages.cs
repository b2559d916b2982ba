using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Application.Publications;
using VksServerless.Cycles;
using VksServerless.Notices;
using VksServerless.People;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Session;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Publications;

/// <summary>What waits for a leader: the sector report, read whole, then approved exactly as it was read, or refused with a reason.</summary>
internal sealed class ApprovalPages(
    ReadSectorReport read, CycleAccess access, ApproveReport approve, RefuseReport refuse, IPublications publications, IForms forms,
    IPublicationPage page, StepUp stepUp) : IPages
{
    private const string Approval = "cycles/{cycle}/approval";

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(Approval, Show);
        portal.MapPost(Approval, Approve);
        portal.MapGet(Approval + "/confirm", Confirm);
        portal.MapPost(Approval + "/refuse", Refuse);
    }

    private async Task<IResult> Show(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var waiting = await read.Execute(request.Caller(), cycle, cancellation);
        return waiting.Refusal is { } refusal
            ? await NothingWaits(request, cycle, refusal, cancellation)
            : MustProve(request, waiting.Value.Cycle) ? StepUp.Ask(request)
            : await ShowWaiting(request, waiting.Value, null, null, cancellation);
    }

    /// <summary>Who has just approved, or follows the link of an earlier mail, may find it published already.</summary>
    private async Task<IResult> NothingWaits(HttpRequest request, string cycle, Refusal refusal, CancellationToken cancellation)
    {
        var found = await access.Read(request.Caller(), cycle, cancellation);
        return found.Refused || found.Value.Phase is not CyclePhase.Published
            ? ReportPages.Refused(refusal)
            : Results.LocalRedirect(
                $"{PublicationPages.Address}/{found.Value.Id}{(request.Query["done"].Count > 0 ? "?approved=true" : "")}");
    }

    private async Task<IResult> ShowWaiting(
        HttpRequest request, WaitingReport waiting, Refusal? refusal, IFormCollection? typed, CancellationToken cancellation)
    {
        var form = (await forms.Find(waiting.Cycle.Terms.Form, cancellation))!;
        var corrected = await read.Corrected(waiting.Cycle, cancellation);
        return PageResult.Of<ApprovalPage>(
            new
            {
                Waiting = waiting,
                Key = KeyFigure.Of(waiting.Report, form),
                Document = page.Body(waiting.Report, waiting.Digest, form),
                Changes = corrected is null ? "" : page.Changes(corrected, waiting.Report, form),
                Decides = Decides(request.Caller(), waiting.Cycle),
                HasApproved = waiting.Cycle.ValidApprovals.Any(given => given.Person == request.Caller().Person),
                Refusal = refusal,
                Typed = typed,
                Done = request.Query["done"] == "approved" ? "Bạn đã phê duyệt báo cáo tổng hợp." : "",
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }

    private async Task<IResult> Confirm(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.For(request.Caller(), cycle, Permission.Approves, cancellation);
        if (found.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal);
        }

        var waiting = await read.Execute(request.Caller(), cycle, cancellation);
        if (waiting.Refusal is { } nothing)
        {
            return ReportPages.Refused(nothing);
        }

        if (MustProve(request, found.Value))
        {
            return StepUp.Ask(request);
        }

        var seen = DigestIn(request.Query["digest"]);
        var form = (await forms.Find(found.Value.Terms.Form, cancellation))!;
        return seen != waiting.Value.Digest
            ? await ShowChanged(waiting.Value, seen, cancellation)
            : PageResult.Of<ConfirmPage>(new
            {
                Waiting = waiting.Value,
                Key = KeyFigure.Of(waiting.Value.Report, form).Take(1).ToList(),
            });
    }

    private async Task<IResult> Approve(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var found = await access.For(request.Caller(), cycle, Permission.Approves, cancellation);
        if (found.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal);
        }

        var address = PortalPath.Approval(found.Value.Id);
        if (!stepUp.IsProved(request.HttpContext.User))
        {
            return Results.LocalRedirect(address);
        }

        var digest = DigestIn(posted["digest"]);
        var approved = await approve.Execute(found.Value.Id, digest, request.Caller(), cancellation);
        return approved.Refusal is not { } refused
            ? Results.LocalRedirect($"{address}?done=approved")
            : await Told(request, cycle, refused, digest, null, cancellation);
    }

    private async Task<IResult> Refuse(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var found = await access.For(request.Caller(), cycle, Permission.Approves, cancellation);
        if (found.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal);
        }

        if (!stepUp.IsProved(request.HttpContext.User))
        {
            return Results.LocalRedirect(PortalPath.Approval(found.Value.Id));
        }

        var digest = DigestIn(posted["digest"]);
        var typed = TypedRefusal.Read(posted, await Asked(found.Value, digest, cancellation));
        var wrong = typed.Refusal ?? (await refuse.Execute(
            found.Value.Id, digest, typed.Value.Reason, typed.Value.Units, typed.Value.AnswerBy, request.Caller(), cancellation)).Refusal;
        return wrong is null
            ? Results.LocalRedirect($"{PortalPath.SectorReport(found.Value.Id)}?done=refused")
            : await Told(request, cycle, TypedRefusal.AtItsPlace(wrong), digest, posted, cancellation);
    }

    /// <summary>Who stands in the report that was read.</summary>
    private async Task<IReadOnlyList<ManifestEntry>> Asked(Cycle cycle, Sha256 digest, CancellationToken cancellation) =>
        (await publications.Report(cycle.Id, digest, cancellation))?.Manifest ?? [];

    /// <summary>Why nothing was done: on the page that was read, or, where that has changed, what has.</summary>
    private async Task<IResult> Told(
        HttpRequest request, string cycle, Refusal refused, Sha256 seen, IFormCollection? typed, CancellationToken cancellation)
    {
        var waiting = await read.Execute(request.Caller(), cycle, cancellation);
        return waiting.Refused ? ReportPages.Refused(refused, "/portal")
            : waiting.Value.Digest != seen ? await ShowChanged(waiting.Value, seen, cancellation)
            : await ShowWaiting(request, waiting.Value, refused, typed, cancellation);
    }

    private async Task<IResult> ShowChanged(WaitingReport waiting, Sha256 seen, CancellationToken cancellation)
    {
        var before = await publications.Report(waiting.Cycle.Id, seen, cancellation);
        var form = (await forms.Find(waiting.Cycle.Terms.Form, cancellation))!;
        return PageResult.Of<ChangedPage>(
            new
            {
                waiting.Cycle,
                Changes = before is null ? "" : page.Changes(before, waiting.Report, form),
            },
            Problems.StatusOf(CycleRefusals.ReportChanged.Kind));
    }

    private bool MustProve(HttpRequest request, Cycle cycle) =>
        Decides(request.Caller(), cycle) && !stepUp.IsProved(request.HttpContext.User);

    /// <summary>Who has approved may still refuse, until it is approved by as many as must.</summary>
    private static bool Decides(Caller caller, Cycle cycle) => Permission.Approves(caller) && !cycle.IsApproved;

    private static Sha256 DigestIn(string? text) => Sha256.TryParse(text, out var digest) ? digest : default;
}
