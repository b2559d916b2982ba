using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Reports;
using VksServerless.Figures;
using VksServerless.Notices;
using VksServerless.Reports;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Session;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Reports;

/// <summary>From the draft to the receipt: checked whole, handed in or presented to the head, signed or sent back, taken back.</summary>
internal sealed class HandInPages(
    ReadReport read, ReportAccess access, IReports reports, ReportDrafts drafts, ReportCheck check, SubmitReport submit,
    PresentReport present, Signatories signatories, SendReportBack sendBack, WithdrawReport withdraw, ReportBackground background,
    IAttachments attachments, StepUp stepUp) : IPages
{
    private const string Report = "cycles/{cycle}/reports/{unit}";
    private static readonly JsonElement Nothing = JsonDocument.Parse("{\"answers\":{}}").RootElement;

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(Report + "/check", Check);
        portal.MapPost(Report + "/check", HandIn);
        portal.MapGet(Report + "/sign", ShowPresented);
        portal.MapPost(Report + "/sign", Sign);
        portal.MapPost(Report + "/send-back", SendBack);
        portal.MapPost(Report + "/withdraw", Withdraw);
    }

    private async Task<IResult> Check(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var view = await read.Write(request.Caller(), cycle, unit, cancellation);
        return view.Refusal is { } refusal ? ReportPages.Refused(refusal)
            : view.Value.Barred is { } barred ? ReportPages.Refused(barred, view.Value.Address)
            : await ShowCheck(view.Value, cancellation);
    }

    private async Task<IResult> ShowCheck(ReportPageView view, CancellationToken cancellation)
    {
        var stored = await drafts.Read(view.Open, cancellation);
        using var document = stored is { } draft ? JsonDocument.Parse(draft.Value) : null;
        var whole = await check.Check(view.Open, document?.RootElement ?? Nothing, cancellation);
        return PageResult.Of<CheckPage>(new
        {
            View = view,
            Faults = whole.Refusal,
            Read = stored?.ETag.ToString() ?? "",
            Key = Guid.NewGuid().ToString("N"),
            Content = view.Draft!.Content,
            Earlier = await background.Previous(view.Open, cancellation),
            Files = await attachments.List(view.Obligation.Cycle, view.Obligation.Unit, cancellation),
        });
    }

    private async Task<IResult> HandIn(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var me = request.Caller();
        var view = await read.Write(me, cycle, unit, cancellation);
        if (view.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal);
        }

        var key = new IdempotencyKey(me.Person, posted["key"].ToString());
        var open = view.Value.Open;
        var stored = await drafts.Read(open, cancellation);
        ETag? seen = posted["read"].ToString() is { Length: > 0 } tag ? ETag.Of(tag) : null;
        using var document = stored is { } draft ? JsonDocument.Parse(draft.Value) : null;
        var sent = document?.RootElement ?? Nothing;
        if (view.Value.NeedsSignature)
        {
            var presented = await present.Execute(open, sent, seen, key, me, cancellation);
            return presented.Refusal is { } wrong
                ? ReportPages.Refused(wrong, $"{view.Value.Address}/check")
                : Results.LocalRedirect($"{view.Value.Address}?done=presented");
        }

        var receipt = await submit.Execute(open, sent, seen, key, me, cancellation);
        return receipt.Refusal is { } refused
            ? ReportPages.Refused(refused, $"{view.Value.Address}/check")
            : Results.LocalRedirect($"{view.Value.Address}/versions/{receipt.Value.Version}/receipt");
    }

    private async Task<IResult> ShowPresented(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var view = await read.Write(request.Caller(), cycle, unit, cancellation);
        if (view.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal);
        }

        if (view.Value.Obligation.Presented is not { } presented)
        {
            return ReportPages.Refused(SigningRefusals.NothingPresented, view.Value.Address);
        }

        var signature = await signatories.SignatureOf(request.Caller(), view.Value.Open, cancellation);
        if (!signature.Refused && !stepUp.IsProved(request.HttpContext.User))
        {
            return StepUp.Ask(request);
        }

        return await ShowToSign(view.Value, presented, signature.Refusal, null, null, cancellation);
    }

    /// <param name="typed">What was sent and not done, with the presentation that was read.</param>
    private async Task<IResult> ShowToSign(
        ReportPageView view, Presentation presented, Refusal? cannotSign, Refusal? refusal, IFormCollection? typed,
        CancellationToken cancellation)
    {
        var form = view.Open.Form;
        var content = await read.Content(view.Open, presented.Sha256, cancellation);
        var seen = typed is null ? null : await Replaced(view, presented, typed, cancellation);
        var before = seen ?? (view.Versions is [.., { } last] ? await read.Content(view.Open, last.Sha256, cancellation) : null);
        return PageResult.Of<SignPage>(
            new
            {
                View = view,
                Presented = presented,
                Content = content,
                CannotSign = cannotSign,
                Changed = before is null ? [] : ReportDifference.Between(form, before, content).Fields,
                Earlier = await background.Previous(view.Open, cancellation),
                Files = await attachments.List(view.Obligation.Cycle, view.Obligation.Unit, cancellation),
                Key = Guid.NewGuid().ToString("N"),
                Refusal = seen is null ? refusal : ChangedSinceRead.Tell(refusal!, form, seen, content),
                Reason = typed?["reason"].FirstOrDefault(),
                IsReplaced = seen is not null,
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }

    /// <summary>What was read, where something else waits now; null: nothing else does, or nobody knows what was read.</summary>
    private async Task<ReportContent?> Replaced(
        ReportPageView view, Presentation presented, IFormCollection typed, CancellationToken cancellation) =>
        Sha256.TryParse(typed["sha256"], out var sha256) && sha256 != presented.Sha256
            && (await reports.Presentations(view.Obligation.Cycle, view.Obligation.Unit, cancellation))
                .Any(before => before.Sha256 == sha256)
                ? await read.Content(view.Open, sha256, cancellation)
                : null;

    private async Task<IResult> Sign(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var open = await OpenToSign(request, cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal);
        }

        var (report, signature) = open.Value;
        var address = PortalPath.Report(report.Obligation);
        if (!stepUp.IsProved(request.HttpContext.User))
        {
            return Results.LocalRedirect($"{address}/sign");
        }

        var signed = await submit.Sign(
            report, Sha256.TryParse(posted["sha256"], out var sha256) ? sha256 : default, signature,
            new IdempotencyKey(request.Caller().Person, posted["key"].ToString()), cancellation);
        return signed.Refusal is { } refused
            ? await NotDecided(request, cycle, unit, refused, posted, cancellation)
            : Results.LocalRedirect($"{address}/versions/{signed.Value.Version}/receipt");
    }

    private async Task<IResult> SendBack(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var open = await OpenToSign(request, cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal);
        }

        var report = open.Value.Report;
        var address = PortalPath.Report(report.Obligation);
        var sent = await sendBack.Execute(
            report, Sha256.TryParse(posted["sha256"], out var sha256) ? sha256 : null, posted["reason"].ToString(), request.Caller(),
            cancellation);
        return sent.Refusal is { } refused
            ? await NotDecided(request, cycle, unit, refused, posted, cancellation)
            : Results.LocalRedirect($"{address}?done=sent-back");
    }

    /// <summary>Why the head's decision was not taken: on what waits now, with what was typed.</summary>
    private async Task<IResult> NotDecided(
        HttpRequest request, string cycle, string unit, Refusal refusal, IFormCollection posted, CancellationToken cancellation)
    {
        var view = await read.Write(request.Caller(), cycle, unit, cancellation);
        return view.Refusal is { } closed ? ReportPages.Refused(closed)
            : view.Value.Obligation.Presented is { } presented
                ? await ShowToSign(view.Value, presented, null, refusal, posted, cancellation)
            : ReportPages.Refused(refusal, view.Value.Address);
    }

    private async Task<IResult> Withdraw(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var open = await access.Write(request.Caller(), cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal);
        }

        var address = PortalPath.Report(open.Value.Obligation);
        var reason = posted["reason"].ToString().Trim();
        var withdrawn = await withdraw.Execute(open.Value, reason.Length == 0 ? null : reason, request.Caller(), cancellation);
        return withdrawn.Refusal is { } refused ? ReportPages.Refused(refused, address) : Results.LocalRedirect($"{address}?done=withdrawn");
    }

    private async Task<Outcome<(OpenReport Report, Signature Signature)>> OpenToSign(
        HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Write(request.Caller(), cycle, unit, cancellation);
        return open.Refusal is { } refusal
            ? refusal
            : (await signatories.SignatureOf(request.Caller(), open.Value, cancellation)).Map(signature => (open.Value, signature));
    }
}
