using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Reports;
using VksServerless.Application.Workbooks;
using VksServerless.Reports;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Reports;

/// <summary>A report as a workbook: down, filled in, up again, every fault at its cell.</summary>
public sealed class WorkbookEndpoints(
    ReportAccess access, WriteReportWorkbook write, TakeReportWorkbook take, IReportWorkbooks workbooks) : IEndpoints
{
    internal const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Workbook = "cycles/{cycle}/reports/{unit}/workbook";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(Workbook, ReadWorkbook);
        api.MapPut(Workbook, TakeWorkbook);
    }

    [Operation("Mẫu Excel của báo cáo, đã điền dự thảo", MediaType = MediaType)]
    public async Task<IResult> ReadWorkbook(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Write(request.Caller(), cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        return WorkbookFile.Of(
            request.HttpContext.Response, await write.Execute(open.Value, cancellation), WorkbookFile.NameOf(open.Value.Obligation));
    }

    [Operation(
        "Nhận mẫu Excel đã điền làm dự thảo; tệp có ô sai thì không lưu gì, và với Accept của Excel được gửi lại có đánh dấu từng ô",
        typeof(TakenWorkbookView), Query = ["replace"])]
    [TakesFile(MediaType)]
    public async Task<IResult> TakeWorkbook(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        RequestBody.Allow(request, IReportWorkbooks.MaxBytes);
        var open = await access.Write(request.Caller(), cycle, unit, cancellation);
        var file = open.Refused ? default : await WorkbookFile.Read(request.Body, request.ContentLength, cancellation);
        if ((open.Refusal ?? file.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var taken = await take.Execute(
            open.Value, file.Value, request.Query["replace"] == "true", request.Caller(), cancellation);
        if (taken.Refusal is { } refused)
        {
            return Reply.Problem(refused);
        }

        if (request.Headers.Accept == MediaType)
        {
            var marked = workbooks.Mark(file.Value, taken.Value.Faults);
            return marked.Refusal is { } unfit
                ? Reply.Problem(unfit)
                : WorkbookFile.Of(
                    request.HttpContext.Response, marked.Value, WorkbookFile.NameOf(open.Value.Obligation),
                    taken.Value.Saved is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }

        return taken.Value.Saved is { } saved
            ? Reply.Ok(new TakenWorkbookView([.. taken.Value.Faults.Select(WorkbookFaultView.Of)]), Conditions.Encode(saved.ETag))
            : Reply.Problem(ReportRefusals.Invalid(
                [.. taken.Value.Faults.Select(fault => new FieldError(fault.Pointer, fault.Rule, fault.InWords))]));
    }
}

/// <param name="Open">What must still be done before the report can be handed in.</param>
public sealed record TakenWorkbookView(IReadOnlyList<WorkbookFaultView> Open);

/// <param name="Sheet">As it is called in the file; null: it stands at no cell.</param>
/// <param name="Cell">E.g. C7.</param>
public sealed record WorkbookFaultView(string? Sheet, string? Cell, string Pointer, string Rule, string Message)
{
    public static WorkbookFaultView Of(WorkbookFault fault) =>
        new(fault.Place?.Sheet, fault.Place?.Cell, fault.Pointer, fault.Rule, fault.Message);
}
