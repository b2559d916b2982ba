using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Reports;
using VksServerless.Application.Workflow;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Cycles;

/// <summary>What the centre and the leadership do with a cycle; each wakes its orchestration, which does the rest.</summary>
public sealed class CycleCommands(
    CycleAccess access, StartCycle start, ChangeCycle change, GrantExtension extensions, ExemptUnits exemptions,
    RevokeExemptions revocations, TimeProvider clock) : IEndpoints
{
    private const int MostUnits = 1000;

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("cycles/{cycle}/start", StartCycle);
        api.MapPost("cycles/{cycle}/close", CloseCycleEarly);
        api.MapPost("cycles/{cycle}/cancel", CancelCycle);
        api.MapPost("cycles/{cycle}/extensions", ExtendDeadline);
        api.MapPost("cycles/{cycle}/exemptions", ExemptFromCycle);
        api.MapPost("cycles/{cycle}/exemptions/revoke", RevokeExemption);
        api.MapPost("cycles/{cycle}/corrections", CorrectPublication);
        api.MapPost("cycles/{cycle}/corrections/ready", FinishCorrecting);
    }

    [Operation("Bắt đầu kỳ báo cáo", typeof(CycleView))]
    public async Task<IResult> StartCycle(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        return found.Refusal is { } refusal
            ? Reply.Problem(refusal)
            : (await start.Execute(found.Value, request.Caller(), cancellation)).ToReply(next => CycleEndpoints.View(next, request));
    }

    [Operation("Khóa kỳ báo cáo sớm, có lý do", typeof(CycleView))]
    [Takes(typeof(ReasonBody))]
    public Task<IResult> CloseCycleEarly(HttpRequest request, string cycle, CancellationToken cancellation) =>
        WithReason(request, cycle, (open, reason, by, now) => open.Close($"{by.Name}: {reason}", now), cancellation);

    [Operation("Hủy kỳ báo cáo, có lý do", typeof(CycleView))]
    [Takes(typeof(ReasonBody))]
    public Task<IResult> CancelCycle(HttpRequest request, string cycle, CancellationToken cancellation) =>
        WithReason(request, cycle, (ended, reason, by, now) => ended.Cancel(reason, by, now), cancellation);

    [Operation("Gia hạn cho các đơn vị được nêu tên, có lý do", typeof(CycleView))]
    [Takes(typeof(ExtensionBody))]
    public async Task<IResult> ExtendDeadline(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        var body = found.Refused ? default : await RequestBody.Read<ExtensionBody>(request, cancellation);
        if ((found.Refusal ?? body.Refusal ?? Reason.Check(body.Value.Reason) ?? NoUnits(body.Value.Units)) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (units, dueAt, closesAt, reason) = body.Value;
        var granted = await extensions.Execute(
            found.Value.Id, [.. units.Distinct()], dueAt, closesAt ?? Later(dueAt, found.Value.Terms.ClosesAt), reason!.Trim(),
            request.Caller(), cancellation);
        return granted.ToReply(next => CycleEndpoints.View(next, request));
    }

    [Operation("Miễn báo cáo cho các đơn vị được nêu tên, có lý do", typeof(CycleView))]
    [Takes(typeof(ExemptionBody))]
    public async Task<IResult> ExemptFromCycle(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        var body = found.Refused ? default : await RequestBody.Read<ExemptionBody>(request, cancellation);
        if ((found.Refusal ?? body.Refusal ?? Reason.Check(body.Value.Reason) ?? NoUnits(body.Value.Units)) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var refused = await exemptions.Execute(
            found.Value.Id, [.. body.Value.Units.Distinct()], body.Value.Reason!.Trim(), request.Caller(), cancellation);
        return refused is null ? CycleEndpoints.View(found.Value, request) : Reply.Problem(refused);
    }

    [Operation("Thu hồi việc miễn báo cáo của các đơn vị được nêu tên, có lý do", typeof(CycleView))]
    [Takes(typeof(RevocationBody))]
    public async Task<IResult> RevokeExemption(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        var body = found.Refused ? default : await RequestBody.Read<RevocationBody>(request, cancellation);
        if ((found.Refusal ?? body.Refusal ?? Reason.Check(body.Value.Reason) ?? NoUnits(body.Value.Units)) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var refused = await revocations.Execute(
            found.Value.Id, [.. body.Value.Units.Distinct()], body.Value.Reason!.Trim(), body.Value.DueAt, request.Caller(), cancellation);
        return refused is null ? CycleEndpoints.View(found.Value, request) : Reply.Problem(refused);
    }

    [Operation("Bắt đầu đính chính bản đã công bố, có lý do", typeof(CycleView))]
    [Takes(typeof(ReasonBody))]
    public Task<IResult> CorrectPublication(HttpRequest request, string cycle, CancellationToken cancellation) =>
        WithReason(request, cycle, (published, reason, by, now) => published.Correct(reason, by, now), cancellation);

    [Operation("Các báo cáo cần sửa đã đủ: tổng hợp lại để công bố bản đính chính", typeof(CycleView))]
    public Task<IResult> FinishCorrecting(HttpRequest request, string cycle, CancellationToken cancellation) =>
        Change(request, cycle, (published, _, _) => published.FinishCorrecting(), cancellation);

    private async Task<IResult> Change(
        HttpRequest request, string cycle, Func<Cycle, Caller, DateTimeOffset, Outcome<Cycle>> decide, CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        return found.Refusal is { } refusal ? Reply.Problem(refusal) : await Save(request, found.Value.Id, decide, cancellation);
    }

    private async Task<IResult> WithReason(
        HttpRequest request, string cycle, Func<Cycle, string, Caller, DateTimeOffset, Outcome<Cycle>> decide,
        CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        var body = found.Refused ? default : await RequestBody.Read<ReasonBody>(request, cancellation);
        return (found.Refusal ?? body.Refusal ?? Reason.Check(body.Value.Reason)) is { } refusal
            ? Reply.Problem(refusal)
            : await Save(request, found.Value.Id, (current, by, now) => decide(current, body.Value.Reason!.Trim(), by, now), cancellation);
    }

    private async Task<IResult> Save(
        HttpRequest request, CycleId cycle, Func<Cycle, Caller, DateTimeOffset, Outcome<Cycle>> decide, CancellationToken cancellation)
    {
        var saved = await change.AndWake(
            cycle, current => decide(current, request.Caller(), clock.GetUtcNow()), request.Caller().Person, cancellation);
        return saved.ToReply(next => CycleEndpoints.View(next, request));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static Refusal? NoUnits(IReadOnlyList<UnitCode> units) =>
        units.Count is 0 or > MostUnits ? CycleRefusals.ListOfUnits(MostUnits) : null;
}

/// <param name="Reason">1 to 2,000 characters.</param>
public sealed record ReasonBody(string? Reason = null);

/// <param name="ClosesAt">Left out: when the cycle closes, or the new deadline if that is later.</param>
public sealed record ExtensionBody(
    IReadOnlyList<UnitCode> Units, DateTimeOffset DueAt, DateTimeOffset? ClosesAt = null, string? Reason = null);

public sealed record ExemptionBody(IReadOnlyList<UnitCode> Units, string? Reason = null);

/// <param name="DueAt">Their new deadline; may be left out while the cycle is open and the one that they had has not passed.</param>
public sealed record RevocationBody(IReadOnlyList<UnitCode> Units, string? Reason = null, DateTimeOffset? DueAt = null);
