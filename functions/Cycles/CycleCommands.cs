using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VksServerless.Access;
using VksServerless.Cycles;
using VksServerless.Functions.Access;
using VksServerless.Functions.Http;
using VksServerless.Functions.Submissions;
using VksServerless.Publishing;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Functions.Cycles;

/// <summary>What the centre and the leadership do with a cycle; each wakes its orchestration, which does the rest.</summary>
public sealed class CycleCommands(
    CycleAccess access, ChangeCycle change, GrantExtension extensions, ExemptUnits exemptions, IPublications publications, TimeProvider clock)
{
    private const int MostUnits = 1000;

    [Function(nameof(StartCycle))]
    [Operation("Bắt đầu kỳ báo cáo", typeof(CycleView))]
    public Task<IResult> StartCycle(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cycles/{cycle}/start")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        Change(request, cycle, (draft, by, now) => draft.Start(by, now), cancellation);

    [Function(nameof(CloseCycleEarly))]
    [Operation("Khóa kỳ báo cáo sớm, có lý do", typeof(CycleView), Takes = typeof(ReasonBody))]
    public Task<IResult> CloseCycleEarly(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cycles/{cycle}/close")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        WithReason(request, cycle, (open, reason, by, now) => open.Close($"{by.Name}: {reason}", now), cancellation);

    [Function(nameof(CancelCycle))]
    [Operation("Hủy kỳ báo cáo, có lý do", typeof(CycleView), Takes = typeof(ReasonBody))]
    public Task<IResult> CancelCycle(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cycles/{cycle}/cancel")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        WithReason(request, cycle, (ended, reason, by, now) => ended.Cancel(reason, by, now), cancellation);

    [Function(nameof(ExtendDeadline))]
    [Operation("Gia hạn cho các đơn vị được nêu tên, có lý do", typeof(CycleView), Takes = typeof(ExtensionBody))]
    public async Task<IResult> ExtendDeadline(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cycles/{cycle}/extensions")] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Run(request, cycle, cancellation);
        var body = found.Refused ? default : await RequestBody.Read<ExtensionBody>(request, cancellation);
        if ((found.Refusal ?? body.Refusal ?? Reason.Check(body.Value.Reason) ?? NoUnits(body.Value.Units)) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (units, dueAt, closesAt, reason) = body.Value;
        var granted = await extensions.Execute(found.Value.Id, [.. units.Distinct()], dueAt, closesAt ?? Later(dueAt, found.Value.Terms.ClosesAt), reason!.Trim(), request.Caller(), cancellation);
        return granted.ToReply(next => CycleEndpoints.View(next, request));
    }

    [Function(nameof(ExemptFromCycle))]
    [Operation("Miễn báo cáo cho các đơn vị được nêu tên, có lý do", typeof(CycleView), Takes = typeof(ExemptionBody))]
    public async Task<IResult> ExemptFromCycle(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cycles/{cycle}/exemptions")] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Run(request, cycle, cancellation);
        var body = found.Refused ? default : await RequestBody.Read<ExemptionBody>(request, cancellation);
        if ((found.Refusal ?? body.Refusal ?? Reason.Check(body.Value.Reason) ?? NoUnits(body.Value.Units)) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var refused = await exemptions.Execute(found.Value.Id, [.. body.Value.Units.Distinct()], body.Value.Reason!.Trim(), request.Caller(), cancellation);
        return refused is null ? CycleEndpoints.View(found.Value, request) : Reply.Problem(refused);
    }

    [Function(nameof(ApproveReport))]
    [Operation("Duyệt báo cáo tổng hợp theo mã băm của bản đã xem", typeof(CycleView), Takes = typeof(ApprovalBody))]
    public async Task<IResult> ApproveReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cycles/{cycle}/approvals")] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.For(request, cycle, Permission.Approves, cancellation);
        var body = found.Refused ? default : await RequestBody.Read<ApprovalBody>(request, cancellation);
        return (found.Refusal ?? body.Refusal) is { } refusal
            ? Reply.Problem(refusal)
            : await Save(request, found.Value.Id, (waiting, by, now) => waiting.Approve(body.Value.Digest.Trim('"'), by, now), cancellation);
    }

    [Function(nameof(ReadSectorReport))]
    [Operation("Báo cáo tổng hợp đang chờ duyệt", typeof(SectorReport))]
    public async Task<IResult> ReadSectorReport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cycles/{cycle}/sector-report")] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.For(request, cycle, Permission.ReadsPublications, cancellation);
        return found.Refusal is { } refusal ? Reply.Problem(refusal)
            : found.Value.Phase is not CyclePhase.AwaitingApproval waiting ? Reply.Problem(CycleRefusals.NothingToApprove(found.Value))
            : Reply.Ok((await publications.Report(found.Value.Id, waiting.Digest, cancellation))!, waiting.Digest);
    }

    [Function(nameof(CorrectPublication))]
    [Operation("Bắt đầu đính chính bản đã công bố, có lý do", typeof(CycleView), Takes = typeof(ReasonBody))]
    public Task<IResult> CorrectPublication(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cycles/{cycle}/corrections")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        WithReason(request, cycle, (published, reason, by, now) => published.Correct(reason, by, now), cancellation);

    [Function(nameof(FinishCorrecting))]
    [Operation("Các báo cáo cần sửa đã đủ: tổng hợp lại để công bố bản đính chính", typeof(CycleView))]
    public Task<IResult> FinishCorrecting(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cycles/{cycle}/corrections/ready")] HttpRequest request, string cycle, CancellationToken cancellation) =>
        Change(request, cycle, (published, _, _) => published.FinishCorrecting(), cancellation);

    private async Task<IResult> Change(
        HttpRequest request, string cycle, Func<Cycle, Caller, DateTimeOffset, Outcome<Cycle>> decide, CancellationToken cancellation)
    {
        var found = await access.Run(request, cycle, cancellation);
        return found.Refusal is { } refusal ? Reply.Problem(refusal) : await Save(request, found.Value.Id, decide, cancellation);
    }

    private async Task<IResult> WithReason(
        HttpRequest request, string cycle, Func<Cycle, string, Caller, DateTimeOffset, Outcome<Cycle>> decide, CancellationToken cancellation)
    {
        var found = await access.Run(request, cycle, cancellation);
        var body = found.Refused ? default : await RequestBody.Read<ReasonBody>(request, cancellation);
        return (found.Refusal ?? body.Refusal ?? Reason.Check(body.Value.Reason)) is { } refusal
            ? Reply.Problem(refusal)
            : await Save(request, found.Value.Id, (current, by, now) => decide(current, body.Value.Reason!.Trim(), by, now), cancellation);
    }

    private async Task<IResult> Save(
        HttpRequest request, CycleId cycle, Func<Cycle, Caller, DateTimeOffset, Outcome<Cycle>> decide, CancellationToken cancellation)
    {
        var saved = await change.AndWake(cycle, current => decide(current, request.Caller(), clock.GetUtcNow()), cancellation);
        return saved.ToReply(next => CycleEndpoints.View(next, request));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static Refusal? NoUnits(IReadOnlyList<UnitCode> units) => units.Count is 0 or > MostUnits ? CycleRefusals.ListOfUnits(MostUnits) : null;
}

/// <param name="Reason">1 to 2,000 characters.</param>
public sealed record ReasonBody(string? Reason = null);

/// <param name="ClosesAt">Left out: when the cycle closes, or the new deadline if that is later.</param>
public sealed record ExtensionBody(IReadOnlyList<UnitCode> Units, DateTimeOffset DueAt, DateTimeOffset? ClosesAt = null, string? Reason = null);

public sealed record ExemptionBody(IReadOnlyList<UnitCode> Units, string? Reason = null);

/// <param name="Digest">ETag of the sector report that was read, with or without its quotation marks.</param>
public sealed record ApprovalBody(string Digest);
