using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Reports;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Notices;
using VksServerless.Reports;
using VksServerless.Web.Api.Reports;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Reports;

/// <summary>A unit's report: the list of its sections, each section as a form, what was handed in.</summary>
internal sealed class ReportPages(
    ReadReport read, ReadReportAside aside, ReportAccess access, ChangeDraft change, AttachUploads uploads, ReportBackground background, VisibleFiles visibleFiles,
    IAttachments attachments, TimeProvider clock) : IPages
{
    private const string Report = "cycles/{cycle}/reports/{unit}";

    /// <summary>Bytes of a section's answers and of what surrounds its files.</summary>
    private const long BesideFiles = 4 * 1024 * 1024;

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(Report, Show);
        portal.MapGet(Report + "/sections/{section}", ShowSection);
        portal.MapPost(Report + "/sections/{section}", Save).WithMetadata(new RequestSizeLimitAttribute(AttachmentRules.MaxLength + BesideFiles));
        portal.MapPost(Report + "/nil", SetNil);
        portal.MapGet(Report + "/print", Print);
        portal.MapGet(Report + "/files/{id}", ReadFile);
        portal.MapGet(Report + "/versions/{version:int}/receipt", ShowReceipt);
    }

    private async Task<IResult> Show(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var view = await read.Read(request.Caller(), cycle, unit, cancellation);
        return view.Refusal is { } refusal
            ? Refused(refusal)
            : PageResult.Of<ReportPage>(new
            {
                View = view.Value,
                Aside = await aside.Of(view.Value.Open, cancellation),
                Done = DoneText.Of(request.Query, view.Value.UnitName),
            });
    }

    private async Task<IResult> ShowSection(
        HttpRequest request, string cycle, string unit, string section, CancellationToken cancellation)
    {
        var view = await read.Write(request.Caller(), cycle, unit, cancellation);
        return view.Refusal is { } refusal ? Refused(refusal)
            : view.Value.Barred is { } barred ? Refused(barred, view.Value.Address)
            : Find(view.Value, section) is not { } found ? Results.LocalRedirect(view.Value.Address)
            : await Form(view.Value, found, null, null, [], [], request.Query["rows"], cancellation);
    }

    private async Task<IResult> Save(HttpRequest request, string cycle, string unit, string section, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var me = request.Caller();
        var before = await read.Write(me, cycle, unit, cancellation);
        if ((before.Refusal ?? before.Value.Barred) is { } refusal)
        {
            return Refused(refusal, before.Refused ? "/portal" : before.Value.Address);
        }

        if (Find(before.Value, section) is not { } found)
        {
            return Results.LocalRedirect(before.Value.Address);
        }

        var typed = new TypedSection(found.Fields, posted);
        var (attached, failed) = await uploads.Execute(before.Value.Open, found, posted.Files, typed.Answers, me, cancellation);
        var changed = await change.Execute(
            me, cycle, unit,
            new DraftChange(attached, found.Fields.ToDictionary(field => field.Code, field => typed.Before(field.Code)), typed.Explanations),
            cancellation);
        if (changed.Refusal is { } refused)
        {
            return await Form(
                before.Value, found, typed, attached, refused.Errors.Count > 0 ? refused.Errors : [new("", refused.Type, refused.Detail)],
                [], null, cancellation);
        }

        if (request.Headers.Accept == "application/json")
        {
            return Results.Json(SavedWhileTyping.Of(found, typed, changed.Value, clock.GetUtcNow()));
        }

        var now = await read.Of(changed.Value.Open, me, cancellation) with { Draft = changed.Value.Draft };
        IReadOnlyList<FieldError> errors = [.. typed.Errors, .. failed, .. changed.Value.Errors];
        if (errors.Count > 0 || changed.Value.Conflicts.Count > 0)
        {
            return await Form(now, found, typed, attached, errors, changed.Value.Conflicts, null, cancellation);
        }

        var here = $"{now.Address}/sections/{found.Code}";
        var more = posted["rows"].ToString();
        return Results.LocalRedirect(
            more.Length > 0 ? $"{here}?rows={Uri.EscapeDataString(more)}#{FormNames.Id(FormNames.Of(FieldCode.Of(more)))}"
            : now.IsFaultyByItself(found) && posted["go"] != "list" ? $"{here}?checked=true"
            : posted["go"] == "next" && Next(now, found) is { } next ? $"{now.Address}/sections/{next.Code}"
            : posted["go"] == "stay" ? here
            : $"{now.Address}?done=saved");
    }

    private async Task<IResult> SetNil(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var changed = await change.Execute(
            request.Caller(), cycle, unit,
            new DraftChange(
                new Dictionary<FieldCode, JsonNode?>(), new Dictionary<FieldCode, string>(),
                new Dictionary<string, string>(), posted["nil"] == "true"),
            cancellation);
        return changed.Refusal is { } refusal
            ? Refused(refusal, $"/portal/cycles/{cycle}/reports/{unit}")
            : Results.LocalRedirect($"{PortalPath.Report(changed.Value.Open.Obligation)}?done=saved");
    }

    /// <summary>The form as it is filled in so far; blank with <c>?blank=true</c>.</summary>
    private async Task<IResult> Print(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var view = await read.Write(request.Caller(), cycle, unit, cancellation);
        return view.Refusal is { } refusal ? Refused(refusal) : PageResult.Of<PrintPage>(new
        {
            View = view.Value,
            Content = request.Query["blank"].Count > 0 ? ReportContent.Empty : view.Value.Draft!.Content,
            Blank = request.Query["blank"].Count > 0,
        });
    }

    private async Task<IResult> ReadFile(HttpRequest request, string cycle, string unit, string id, CancellationToken cancellation)
    {
        var open = await access.Read(request.Caller(), cycle, unit, cancellation);
        return open.Refusal is { } refusal ? Refused(refusal)
            : Announcement.IsId(id) && (await visibleFiles.Execute(request.Caller(), open.Value, cancellation))(id)
                && await attachments.Open(open.Value.Obligation.Cycle, open.Value.Obligation.Unit, id, cancellation) is var (file, content)
                ? await Download.Of(request, file, content)
            : Refused(AttachmentRefusals.Unknown(id.Length > 40 ? id[..40] : id), PortalPath.Report(open.Value.Obligation));
    }

    private async Task<IResult> ShowReceipt(
        HttpRequest request, string cycle, string unit, int version, CancellationToken cancellation)
    {
        var view = await read.Read(request.Caller(), cycle, unit, cancellation);
        return view.Refusal is { } refusal ? Refused(refusal)
            : view.Value.Versions.FirstOrDefault(handed => handed.Number == version) is not { } found
                ? Refused(ReportRefusals.VersionUnknown(version), view.Value.Address)
            : PageResult.Of<ReceiptPage>(new
            {
                View = view.Value,
                Receipt = Receipt.For(view.Value.Obligation.Cycle, view.Value.Obligation.Unit, found),
            });
    }

    private async Task<IResult> Form(
        ReportPageView view, Section section, TypedSection? typed, IReadOnlyDictionary<FieldCode, JsonNode?>? sent,
        IReadOnlyList<FieldError> errors, IReadOnlyList<FieldCode> conflicts, string? moreRows,
        CancellationToken cancellation) => PageResult.Of<SectionPage>(
        new
        {
            View = view,
            Form = new SectionView(section, view.Draft!)
            {
                ReportAddress = view.Address,
                Typed = typed,
                Refused = errors,
                Conflicts = conflicts,
                MoreRows = moreRows,
                Earlier = await background.Previous(view.Open, cancellation),
                OpenFields = view.OpenFields,
                Files = await FilesOf(view, cancellation),
                Sent = sent,
            },
        },
        errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity
        : conflicts.Count > 0 ? StatusCodes.Status409Conflict
        : StatusCodes.Status200OK);

    private Task<IReadOnlyList<Attachment>> FilesOf(ReportPageView view, CancellationToken cancellation) =>
        attachments.List(view.Obligation.Cycle, view.Obligation.Unit, cancellation);

    private static Section? Find(ReportPageView view, string code) => view.Sections.FirstOrDefault(section => section.Code == code);

    private static Section? Next(ReportPageView view, Section section) =>
        view.Sections.SkipWhile(one => one.Code != section.Code).Skip(1).FirstOrDefault();

    internal static IResult Refused(Refusal refusal, string onward = "/portal") =>
        PageResult.Of<RefusedPage>(new { Refusal = refusal, Onward = onward }, Problems.StatusOf(refusal.Kind));
}
