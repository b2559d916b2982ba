using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Reports;
using VksServerless.Reports;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Reports;

/// <summary>Trình ký, ký duyệt: between a unit's reporter and its head, in cycles that demand the head's signature.</summary>
public sealed class SigningEndpoints(
    ReportAccess access, Signatories signatories, IReports reports, PresentReport present, SubmitReport submit,
    SendReportBack sendBack) : IEndpoints
{
    private const string Report = "cycles/{cycle}/reports/{unit}";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Report + "/present", Present);
        api.MapGet(Report + "/presented", ReadPresented);
        api.MapPost(Report + "/sign", SignReport);
        api.MapPost(Report + "/send-back", SendBack);
    }

    [Operation("Trình Thủ trưởng ký duyệt", typeof(PresentationView), Idempotent = true, Condition = Condition.Optional)]
    [Takes(typeof(DraftView))]
    public async Task<IResult> Present(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var read = await SentReport.Of(request, access, cycle, unit, cancellation);
        if (read.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        using var sent = read.Value;
        var presented = await present.Execute(sent.Report, sent.Content.RootElement, sent.Read, sent.Key, request.Caller(), cancellation);
        return presented.ToReply(presentation => Reply.Created(
            $"/api/cycles/{sent.Report.Obligation.Cycle}/reports/{sent.Report.Obligation.Unit}/presented",
            PresentationView.Of(presentation)));
    }

    [Operation("Nội dung bản đang chờ Thủ trưởng ký, đúng từng byte; ETag là SHA-256 để ký", typeof(DraftView))]
    public async Task<IResult> ReadPresented(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.HandIn(request.Caller(), cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var obligation = open.Value.Obligation;
        return obligation.Presented is { } presented && Permission.ReadsContent(request.Caller(), presented.ByPerson)
            ? new Reply(
                StatusCodes.Status200OK, "application/json; charset=utf-8",
                await reports.ReadContent(obligation.Cycle, obligation.Unit, presented.Sha256, cancellation))
            {
                ETag = presented.Sha256.ToString(),
            }
            : Reply.Problem(SigningRefusals.NothingPresented);
    }

    [Operation("Ký duyệt bản đang trình: bản ấy được nộp, nhận biên nhận", typeof(ReceiptView), Idempotent = true)]
    [Takes(typeof(SignBody))]
    public async Task<IResult> SignReport(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var key = IdempotencyHeader.Of(request);
        var body = key.Refused ? default : await RequestBody.Read<SignBody>(request, cancellation);
        var open = await Open(request, cycle, unit, cancellation);
        if ((open.Refusal ?? key.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (report, signature) = open.Value;
        return (await submit.Sign(report, Named(body.Value.Sha256), signature, key.Value, cancellation)).ToReply(given => Reply.Created(
            $"/api/cycles/{given.Cycle}/reports/{given.Unit}/versions/{given.Version}", ReceiptView.Of(given)));
    }

    [Operation("Thủ trưởng trả lại bản trình ký để hoàn thiện, có lý do", typeof(SigningView))]
    [Takes(typeof(SendBackBody))]
    public async Task<IResult> SendBack(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var body = await RequestBody.Read<SendBackBody>(request, cancellation);
        var open = await Open(request, cycle, unit, cancellation);
        if ((open.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var report = open.Value.Report;
        Sha256? named = body.Value.Sha256 is { } text ? Named(text) : null;
        return (await sendBack.Execute(report, named, body.Value.Reason, request.Caller(), cancellation)).ToReply(done =>
            Reply.Ok(SigningView.Of(report with { Read = report.Read with { Value = done.Next } }, request.Caller())));
    }

    /// <summary>The report, for those who may sign it.</summary>
    private async Task<Outcome<(OpenReport Report, Signature Signature)>> Open(
        HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Write(request.Caller(), cycle, unit, cancellation);
        return open.Refusal is { } refusal
            ? refusal
            : (await signatories.SignatureOf(request.Caller(), open.Value, cancellation))
                .Map(signature => (open.Value, signature));
    }

    /// <summary>What is no hash names no presentation: like another hash, it is refused as replaced.</summary>
    private static Sha256 Named(string text) => Sha256.TryParse(text, out var sha256) ? sha256 : default;
}

/// <param name="Sha256">Of the content that was read: what is signed is exactly that.</param>
public sealed record SignBody(string Sha256);

/// <param name="Reason">Why, 1 to 2,000 characters.</param>
/// <param name="Sha256">Of the content that was read; left out: whatever waits.</param>
public sealed record SendBackBody(string? Reason = null, string? Sha256 = null);
