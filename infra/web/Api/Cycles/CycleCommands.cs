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
    CycleAccess access, StartCycle start, SteerCycle steer, GrantExtension extensions, ExemptUnits exemptions,
    RevokeExemptions revocations) : IEndpoints
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
        WithReason(request, cycle, steer.Close, cancellation);

    [Operation("Hủy kỳ báo cáo, có lý do", typeof(CycleView))]
    [Takes(typeof(ReasonBody))]
    public Task<IResult> CancelCycle(HttpRequest request, string cycle, CancellationToken cancellation) =>
        WithReason(request, cycle, steer.Cancel, cancellation);

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
            found.Value.Id, [.. units.Distinct()], dueAt, closesAt, reason!.Trim(),
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
        WithReason(request, cycle, steer.Correct, cancellation);

    [Operation("Các báo cáo cần sửa đã đủ: tổng hợp lại để công bố bản đính chính", typeof(CycleView))]
    public async Task<IResult> FinishCorrecting(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        return found.Refusal is { } refusal
            ? Reply.Problem(refusal)
            : (await steer.FinishCorrecting(found.Value.Id, request.Caller(), cancellation))
                .ToReply(next => CycleEndpoints.View(next, request));
    }

    private async Task<IResult> WithReason(
        HttpRequest request, string cycle, Func<CycleId, string?, Caller, CancellationToken, Task<Outcome<Cycle>>> decide,
        CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        var body = found.Refused ? default : await RequestBody.Read<ReasonBody>(request, cancellation);
        return (found.Refusal ?? body.Refusal) is { } refusal
            ? Reply.Problem(refusal)
            : (await decide(found.Value.Id, body.Value.Reason, request.Caller(), cancellation))
                .ToReply(next => CycleEndpoints.View(next, request));
    }

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
