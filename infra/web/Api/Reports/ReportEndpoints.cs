using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Reports;
using VksServerless.Application.Totals;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Reports;
using VksServerless.Totals;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Reports;

/// <summary>
/// A unit's report: read, drafted, submitted, withdrawn. A body is read before the report is opened: its sender decides how
/// long it takes, and what was read before it came may be long over.
/// </summary>
public sealed class ReportEndpoints(
    ReportAccess access, ReportCheck desk, ReportDrafts drafts, ITotals totals, SaveDraft save, SubmitReport submit,
    WithdrawReport withdraw) : IEndpoints
{
    private const string Report = "cycles/{cycle}/reports/{unit}";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(Report, ReadReport);
        api.MapGet(Report + "/draft", ReadDraft);
        api.MapPut(Report + "/draft", SaveDraft);
        api.MapPost(Report + "/submit", Submit);
        api.MapPost(Report + "/withdraw", Withdraw);
    }

    [Operation("Đọc nghĩa vụ và tình trạng báo cáo của đơn vị", typeof(ReportView))]
    public async Task<IResult> ReadReport(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Follow(request.Caller(), cycle, unit, cancellation);
        return open.Refusal is { } refusal ? Reply.Problem(refusal) : await ViewOf(open.Value, request.Caller(), cancellation);
    }

    [Operation("Đọc dự thảo báo cáo", typeof(DraftView))]
    public async Task<IResult> ReadDraft(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await access.Write(request.Caller(), cycle, unit, cancellation);
        if (open.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        return await drafts.Read(open.Value, cancellation) is { } draft
            ? new Reply(StatusCodes.Status200OK, "application/json; charset=utf-8", draft.Value) { ETag = Conditions.Encode(draft.ETag) }
            : Reply.Problem(ReportRefusals.NoDraft);
    }

    [Operation("Lưu dự thảo báo cáo", typeof(DraftSavedView), Condition = Condition.ReadOrNew)]
    [Takes(typeof(DraftView))]
    public async Task<IResult> SaveDraft(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var condition = Conditions.Read(request);
        var bytes = condition.Refused ? default : await RequestBody.JsonBytes(request, cancellation);
        var open = await access.HandIn(request.Caller(), cycle, unit, cancellation);
        var body = open.Refused || condition.Refused ? default : bytes.Then(RequestBody.Parse);
        if ((open.Refusal ?? condition.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        using var sent = body.Value;
        var saved = await save.Execute(
            open.Value, sent.RootElement, Conditions.ETagOf(condition.Value), request.Caller(), cancellation);
        return saved.ToReply(done => Reply.Ok(DraftSavedView.Of(done.Draft), Conditions.Encode(done.ETag)));
    }

    [Operation("Nộp báo cáo, nhận biên nhận", typeof(ReceiptView), Idempotent = true, Condition = Condition.Optional)]
    [Takes(typeof(DraftView))]
    public async Task<IResult> Submit(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var read = await SentReport.Of(request, access, cycle, unit, cancellation);
        if (read.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        using var sent = read.Value;
        var receipt = await submit.Execute(sent.Report, sent.Content.RootElement, sent.Read, sent.Key, request.Caller(), cancellation);
        return receipt.ToReply(given => Reply.Created(
            $"/api/cycles/{given.Cycle}/reports/{given.Unit}/versions/{given.Version}", ReceiptView.Of(given)));
    }

    [Operation("Rút lại báo cáo chưa được duyệt; bản đã ký thì chỉ Thủ trưởng rút, có lý do", typeof(ObligationView))]
    [Takes(typeof(WithdrawalBody))]
    public async Task<IResult> Withdraw(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var body = string.IsNullOrEmpty(request.ContentType)
            ? new WithdrawalBody()
            : await RequestBody.Read<WithdrawalBody>(request, cancellation);
        var open = await access.Write(request.Caller(), cycle, unit, cancellation);
        if ((open.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var withdrawn = await withdraw.Execute(open.Value, body.Value.Reason, request.Caller(), cancellation);
        return withdrawn.ToReply(change => Reply.Ok(ObligationView.Of(change.Next, open.Value.Roster)));
    }

    private async Task<Reply> ViewOf(OpenReport open, Caller caller, CancellationToken cancellation)
    {
        var unit = open.Obligation.Unit;
        var readsBelow = open.Roster.HasSubordinates(unit) && Permission.ReadsTotals(caller, unit, open.Roster, open.Cycle);
        var below = readsBelow ? (await totals.Read(open.Cycle.Id, unit, cancellation)).Value ?? NodeTotal.Empty(unit) : null;
        return Reply.Ok(new ReportView(
            ObligationView.Of(open.Obligation, open.Roster),
            below is null ? null : TotalView.Of(below, open.Roster),
            SigningView.Of(open, caller),
            await desk.OpenFields(open, cancellation)));
    }
}

/// <param name="Reason">Why, 1 to 2,000 characters; left out only where no signature is demanded.</param>
public sealed record WithdrawalBody(string? Reason = null);

/// <param name="Answers">Field code to value; of a table the rows, each by column; { "notApplicable": true } where the form allows
/// it.</param>
/// <param name="Adjustments">What a superior adjusts in the totals of its subordinates.</param>
/// <param name="Explanations">Why unusual values are as they are; those given before stand as long as the values do.</param>
/// <param name="Nil">Báo cáo không phát sinh.</param>
/// <param name="AdjustedOn">The sums below on which the adjustments were made, by unit and field; said by the system. Who sends them back
/// is told when they have changed since.</param>
public sealed record DraftView(
    IReadOnlyDictionary<string, JsonElement> Answers, IReadOnlyList<Adjustment>? Adjustments, IReadOnlyList<ExplanationView>? Explanations =
        null, bool? Nil = null, IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? AdjustedOn = null);

/// <param name="Rule">The query that it answers.</param>
/// <param name="Of">The values that it explains; said by the system.</param>
public sealed record ExplanationView(string Rule, string Text, string? Of = null);

/// <param name="StillMissing">What must yet be answered before the report can be submitted.</param>
/// <param name="Faults">What must be mended before the report can be submitted.</param>
/// <param name="Queries">What is unusual and must be explained before the report can be submitted.</param>
/// <param name="Unknown">Rules of which nobody can say whether they hold, for there is nothing to compare with.</param>
public sealed record DraftSavedView(
    IReadOnlyList<FieldError> StillMissing, IReadOnlyList<FieldError> Faults, IReadOnlyList<RaisedQuery> Queries,
    IReadOnlyList<UnknownRule> Unknown)
{
    public static DraftSavedView Of(CheckedReport draft) => new(draft.StillMissing, draft.Faults, draft.Queries, draft.Unknown);
}
