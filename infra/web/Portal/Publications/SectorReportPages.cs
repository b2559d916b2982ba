using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Application.Publications;
using VksServerless.Application.Reports;
using VksServerless.Application.Totals;
using VksServerless.Cycles;
using VksServerless.Notices;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Units;
using VksServerless.Web.Api.Reports;
using VksServerless.Web.Api.Publications;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Publications;

/// <summary>
/// The sector report at the centre: how far it is, its own words in it, what leaders refused and approved, the cycle's documents.
/// </summary>
internal sealed class SectorReportPages(
    CycleAccess access, ICycles cycles, IForms forms, ReadSectorReport read, ReadNodeTotal totals, ISectorTexts texts,
    WriteSectorText write, ResubmitReport resubmit, IAttachments attachments, WaitingDocument waitingDocument) : IPages
{
    private const string Report = "cycles/{cycle}/sector-report";

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(Report, Show);
        portal.MapGet(Report + "/docx", DownloadDraft);
        portal.MapPost(Report + "/text", Write);
        portal.MapPost(Report + "/resubmit", Resubmit);
        portal.MapGet(Report + "/documents/{id}", ReadDocument);
    }

    private async Task<IResult> Show(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.For(request.Caller(), cycle, Permission.ReadsPublications, cancellation);
        return found.Refusal is { } refusal
            ? ReportPages.Refused(refusal)
            : await ShowReport(request, found.Value, null, null, cancellation);
    }

    /// <param name="typed">By section: what was typed and not written; null: nothing.</param>
    private async Task<IResult> ShowReport(
        HttpRequest request, Cycle cycle, Refusal? refusal, IReadOnlyDictionary<string, string>? typed, CancellationToken cancellation)
    {
        var form = (await forms.Find(cycle.Terms.Form, cancellation))!;
        var waiting = await read.Execute(request.Caller(), cycle.Id.ToString(), cancellation);
        var roster = await cycles.Roster(cycle, cancellation) ?? new Roster([], []);
        var text = await texts.Read(cycle.Id, cancellation);
        return PageResult.Of<SectorReportPage>(
            new
            {
                Cycle = cycle,
                Form = form,
                Roster = roster,
                Completeness = waiting.Refused
                    ? (await totals.Execute(cycle, roster, UnitCode.Sector, Basis.Standing, cancellation)).Completeness
                    : waiting.Value.Report.Completeness,
                Key = waiting.Refused ? [] : KeyFigure.Of(waiting.Value.Report, form),
                Text = text?.Value,
                Read = text?.ETag.ToString() ?? "",
                Typed = typed,
                Documents = await attachments.List(cycle.Id, UnitCode.Sector, cancellation),
                Writes = Permission.RunsCycles(request.Caller()),
                Refusal = refusal,
                Done = request.Query["done"].ToString() switch
                {
                    "text" => "Đã lưu lời của cơ quan tổng hợp.",
                    "resubmitted" => "Đã trình lại báo cáo tổng hợp.",
                    "refused" => "Đã trả lại báo cáo tổng hợp cho Cục 2, kèm lý do.",
                    _ => "",
                },
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }

    private async Task<IResult> DownloadDraft(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var waiting = await read.Execute(request.Caller(), cycle, cancellation);
        return waiting.Refusal is { } refusal ? ReportPages.Refused(refusal) : await waitingDocument.Of(waiting.Value, cancellation);
    }

    private async Task<IResult> Write(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var found = await access.Run(request.Caller(), cycle, cancellation);
        if (found.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal);
        }

        var form = (await forms.Find(found.Value.Terms.Form, cancellation))!;
        var typed = form.Sections.Where(section => posted.ContainsKey(NameOf(section.Code)))
            .ToDictionary(section => section.Code, section => posted[NameOf(section.Code)].ToString());
        var written = await write.Execute(found.Value, typed, ETag.Of(posted["read"].ToString()), request.Caller(), cancellation);
        return written.Refusal is { } refused
            ? await ShowReport(request, found.Value, refused, typed, cancellation)
            : Results.LocalRedirect($"{PortalPath.SectorReport(found.Value.Id)}?done=text");
    }

    private async Task<IResult> Resubmit(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        if (found.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal);
        }

        var again = await resubmit.Execute(found.Value.Id, request.Caller(), cancellation);
        return again.Refusal is { } refused
            ? ReportPages.Refused(refused, PortalPath.SectorReport(found.Value.Id))
            : Results.LocalRedirect($"{PortalPath.SectorReport(found.Value.Id)}?done=resubmitted");
    }

    private async Task<IResult> ReadDocument(HttpRequest request, string cycle, string id, CancellationToken cancellation)
    {
        var found = await access.Read(request.Caller(), cycle, cancellation);
        return found.Refusal is { } refusal ? ReportPages.Refused(refusal)
            : Announcement.IsId(id)
                && (await attachments.List(found.Value.Id, UnitCode.Sector, cancellation)).Any(file => file.Id == id)
                && await attachments.Open(found.Value.Id, UnitCode.Sector, id, cancellation) is var (file, content)
                ? await Download.Of(request, file, content)
            : ReportPages.Refused(AttachmentRefusals.Unknown(id.Length > 40 ? id[..40] : id), PortalPath.SectorReport(found.Value.Id));
    }

    public static string NameOf(string section) => $"s.{section}";
}
