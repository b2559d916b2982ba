using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Forms;
using VksServerless.Application.Publications;
using VksServerless.Documents.Charts;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Notices;
using VksServerless.Publications;
using VksServerless.Web.Api.Publications;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;
using VksServerless.Web.Portal.Totals;

namespace VksServerless.Web.Portal.Publications;

/// <summary>What has been published: found, its figures first, the document as it was frozen, corrections with links both ways.</summary>
internal sealed class PublicationPages(
    FindPublications find, ReadPublication read, AcknowledgePublication acknowledge, IPublications publications,
    IAcknowledgements acknowledgements, FrozenPublication frozen, IForms forms) : IPages
{
    public const string Address = "/portal/publications";
    private const int OnPage = 20;

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("publications", List);
        portal.MapGet("publications/{cycle}", ShowNewest);
        portal.MapGet("publications/{cycle}/{sequence:int}", Show);
        portal.MapPost("publications/{cycle}/{sequence:int}/acknowledge", Acknowledge);
        portal.MapGet("publications/{cycle}/{sequence:int}/page", ShowDocument);
        portal.MapGet("publications/{cycle}/{sequence:int}/data", DownloadData);
        portal.MapGet("publications/{cycle}/{sequence:int}/docx", DownloadWord);
        portal.MapGet("publications/{cycle}/{sequence:int}/pdf", DownloadPdf);
    }

    private async Task<IResult> List(HttpRequest request, CancellationToken cancellation)
    {
        var search = request.Query["search"].ToString();
        var all = await find.Execute(request.Caller(), search, cancellation);
        var last = Math.Max(1, (all.Count + OnPage - 1) / OnPage);
        var page = int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 1, last)
            : 1;
        IReadOnlyList<PublicationFound> shown = [.. all.Skip((page - 1) * OnPage).Take(OnPage)];
        return PageResult.Of<PublicationsPage>(new
        {
            Found = shown,
            Unread = await acknowledge.Waiting(request.Caller(), shown, cancellation),
            Count = all.Count,
            Search = search,
            Number = page,
            Last = last,
        });
    }

    private async Task<IResult> ShowNewest(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await read.Execute(request.Caller(), cycle, null, cancellation);
        return found.Refusal is { } refusal
            ? ReportPages.Refused(refusal, Address)
            : Results.LocalRedirect($"{AddressOf(found.Value.Entry)}{request.QueryString}");
    }

    private async Task<IResult> Show(HttpRequest request, string cycle, int sequence, CancellationToken cancellation)
    {
        var found = await read.Execute(request.Caller(), cycle, sequence, cancellation);
        if (found.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal, Address);
        }

        var report = (await publications.Report(found.Value.Cycle.Id, found.Value.Entry.Digest, cancellation))!;
        var form = (await forms.Find(report.Form, cancellation))!;
        var key = KeyFigure.Of(report, form);
        IReadOnlyList<Field> fields =
            [.. form.Fields.Where(field => FigureNumber.Of(report.Figures.GetValueOrDefault(field.Code)) is not null)];
        var chosen = fields.FirstOrDefault(field => field.Code.ToString() == request.Query["field"])
            ?? key.Select(figure => figure.Field).FirstOrDefault(fields.Contains) ?? (fields is [var first, ..] ? first : null);
        var sees = Permission.ReadsPublications(request.Caller());
        return PageResult.Of<PublishedPage>(new
        {
            Found = found.Value,
            Report = report,
            Form = form,
            Key = key,
            Fields = fields,
            Chosen = chosen,
            Ranking = chosen is null ? null : RankingOf(found.Value, report, chosen, sees),
            Sees = sees,
            Acknowledged = sees ? await acknowledgements.Of(found.Value.Cycle.Id, sequence, cancellation) : [],
            Waits = (await acknowledge.Waiting(request.Caller(), [found.Value], cancellation)).Count > 0,
            Done = request.Query["approved"].Count > 0 ? "Bạn đã phê duyệt; báo cáo đã được công bố."
                : request.Query["done"] == "acknowledged" ? "Bạn đã xác nhận đã xem báo cáo này." : "",
        });
    }

    private async Task<IResult> Acknowledge(HttpRequest request, string cycle, int sequence, CancellationToken cancellation)
    {
        var acknowledged = await acknowledge.Execute(request.Caller(), cycle, sequence, cancellation);
        return acknowledged.Refusal is { } refusal
            ? ReportPages.Refused(refusal, Address)
            : Results.LocalRedirect($"{AddressOf(acknowledged.Value.Entry)}?done=acknowledged");
    }

    private static Chart RankingOf(PublicationFound found, SectorReport report, Field field, bool sees) => new RankingChart(
        "xep-theo", $"{field.Label}, theo đơn vị trực thuộc", "Đơn vị", Documents.Labels.WithMeasure(field),
        [
            .. from node in report.Nodes
               let value = FigureNumber.Of(node.Figures.GetValueOrDefault(field.Code))
               where value is not null
               select new RankedBar(
                   node.Name, value.Value,
                   Href: sees ? TotalPages.AddressOf(found.Cycle.Id, node.Unit, field.Code) : null),
        ],
        field.Ranked is Ranked.Lowest).Draw();

    private async Task<IResult> ShowDocument(HttpRequest request, string cycle, int sequence, CancellationToken cancellation)
    {
        var found = await read.Execute(request.Caller(), cycle, sequence, cancellation);
        return found.Refusal is { } refusal
            ? ReportPages.Refused(refusal, Address)
            : await frozen.Send(request.HttpContext.Response, found.Value, Rendition.Html, cancellation)
                ?? ReportPages.Refused(PublicationRefusals.Unknown, AddressOf(found.Value.Entry));
    }

    private Task<IResult> DownloadData(HttpRequest request, string cycle, int sequence, CancellationToken cancellation) =>
        Download(request, cycle, sequence, Rendition.Json, cancellation);

    private Task<IResult> DownloadWord(HttpRequest request, string cycle, int sequence, CancellationToken cancellation) =>
        Download(request, cycle, sequence, Rendition.Docx, cancellation);

    private Task<IResult> DownloadPdf(HttpRequest request, string cycle, int sequence, CancellationToken cancellation) =>
        Download(request, cycle, sequence, Rendition.Pdf, cancellation);

    private async Task<IResult> Download(
        HttpRequest request, string cycle, int sequence, Rendition rendition, CancellationToken cancellation)
    {
        var found = await read.Execute(request.Caller(), cycle, sequence, cancellation);
        if (found.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal, Address);
        }

        if (rendition == Rendition.Json)
        {
            request.HttpContext.Response.Headers.ContentDisposition =
                $"attachment; filename=\"{FrozenPublication.NameOf(found.Value.Entry, "json")}\"";
        }

        return await frozen.Send(request.HttpContext.Response, found.Value, rendition, cancellation)
            ?? ReportPages.Refused(PublicationRefusals.Unknown, AddressOf(found.Value.Entry));
    }

    public static string AddressOf(PublicationEntry entry) => PortalPath.Publication(entry.Cycle, entry.Sequence);
}
