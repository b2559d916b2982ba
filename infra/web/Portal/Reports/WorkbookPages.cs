using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Reports;
using VksServerless.Application.Workbooks;
using VksServerless.Notices;
using VksServerless.Reports;
using VksServerless.Web.Api.Reports;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Reports;

/// <summary>A report done in Excel: the workbook down, filled in and up again, with every fault named and marked in its cell.</summary>
internal sealed class WorkbookPages(
    ReadReport read, ReportAccess access, WriteReportWorkbook write, TakeReportWorkbook take, IReportWorkbooks workbooks) : IPages
{
    private const string Workbook = "cycles/{cycle}/reports/{unit}/workbook";

    /// <summary>Bytes of what surrounds the file in the form.</summary>
    private const int BesideFile = 64 * 1024;

    /// <summary>Bytes of a marked workbook that the page still carries to its download.</summary>
    private const int MostCarried = 2 * 1024 * 1024;

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(Workbook, Show);
        portal.MapPost(Workbook, Take).WithMetadata(new RequestSizeLimitAttribute(IReportWorkbooks.MaxBytes + BesideFile));
        portal.MapGet(Workbook + "/file", Download);
        portal.MapPost(Workbook + "/marked", DownloadMarked);
    }

    private async Task<IResult> Show(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var view = await read.Write(request.Caller(), cycle, unit, cancellation);
        return view.Refusal is { } refusal ? ReportPages.Refused(refusal)
            : view.Value.Barred is { } barred ? ReportPages.Refused(barred, view.Value.Address)
            : PageOf(view.Value, null, null, "");
    }

    private async Task<IResult> Download(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Write(request.Caller(), cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal);
        }

        return WorkbookFile.Of(
            request.HttpContext.Response, await write.Execute(open.Value, cancellation), WorkbookFile.NameOf(open.Value.Obligation));
    }

    private async Task<IResult> Take(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var view = await read.Write(request.Caller(), cycle, unit, cancellation);
        if ((view.Refusal ?? view.Value.Barred) is { } refusal)
        {
            return ReportPages.Refused(refusal, view.Refused ? "/portal" : view.Value.Address);
        }

        if (posted.Files.GetFile("file") is not { Length: > 0 } sent)
        {
            return PageOf(view.Value, NoFile, null, "");
        }

        await using var content = sent.OpenReadStream();
        var file = await WorkbookFile.Read(content, sent.Length, cancellation);
        var taken = file.Refused
            ? file.Refusal!
            : await take.Execute(view.Value.Open, file.Value, posted["replace"] == "true", request.Caller(), cancellation);
        if (taken.Refusal is { } refused)
        {
            return PageOf(view.Value, refused, null, "");
        }

        var marked = taken.Value.Faults.Count > 0 ? workbooks.Mark(file.Value, taken.Value.Faults) : file;
        return taken.Value is { Saved: not null, Faults.Count: 0 }
            ? Results.LocalRedirect($"{view.Value.Address}?done=workbook")
            : PageOf(
                view.Value, null, taken.Value,
                marked.Refused || marked.Value.Length > MostCarried ? "" : Convert.ToBase64String(marked.Value.Span));
    }

    /// <summary>Gives back what the page carried, if it is a workbook of this report: nothing of it is kept.</summary>
    private async Task<IResult> DownloadMarked(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var open = await access.Write(request.Caller(), cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal);
        }

        var (own, form) = (open.Value.Obligation, open.Value.Form);
        var carried = new byte[MostCarried];
        if (!Convert.TryFromBase64String(posted["workbook"].ToString(), carried, out var length))
        {
            return ReportPages.Refused(WorkbookRefusals.Damaged, PortalPath.Report(own));
        }

        var workbook = await workbooks.Read(new MemoryStream(carried, 0, length, writable: false), cancellation);
        return (workbook.Refusal ?? workbook.Value.Identity.Check(form.Ref, own.Cycle, own.Unit)) is { } unfit
            ? ReportPages.Refused(unfit, PortalPath.Report(own))
            : WorkbookFile.Of(
                request.HttpContext.Response, carried.AsMemory(0, length), $"danh-dau-{WorkbookFile.NameOf(own)}");
    }

    private static readonly Refusal NoFile = new(
        RefusalKind.Invalid, "no-file", "Chưa chọn tệp", "Chọn tệp Excel đã điền rồi bấm lại.")
    {
        Errors = [new FieldError("/file", "required", "Chọn tệp Excel đã điền.")],
    };

    private static RazorComponentResult<WorkbookPage> PageOf(ReportPageView view, Refusal? refusal, TakenWorkbook? taken, string marked) =>
        PageResult.Of<WorkbookPage>(
            new { View = view, Refusal = refusal, Taken = taken, Marked = marked },
            refusal is not null ? Problems.StatusOf(refusal.Kind)
            : taken is { Saved: null } ? StatusCodes.Status422UnprocessableEntity
            : StatusCodes.Status200OK);
}
