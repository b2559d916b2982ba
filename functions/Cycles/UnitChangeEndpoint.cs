using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VksServerless.Access;
using VksServerless.Functions.Access;
using VksServerless.Functions.Http;

namespace VksServerless.Functions.Cycles;

/// <summary>A cycle that is open keeps its participants until the centre says otherwise, with a reason that is on record.</summary>
public sealed class UnitChangeEndpoint(CycleAccess access, ChangeUnitsOfCycle units)
{
    [Function(nameof(ChangeUnitsOfCycle))]
    [Operation("Áp dụng thay đổi đơn vị vào kỳ báo cáo đang mở, có lý do", typeof(CycleView), Takes = typeof(UnitChangeBody))]
    public async Task<IResult> ChangeUnits(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "cycles/{cycle}/unit-changes")] HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Run(request, cycle, cancellation);
        var body = found.Refused ? default : await RequestBody.Read<UnitChangeBody>(request, cancellation);
        if ((found.Refusal ?? body.Refusal ?? Reason.Check(body.Value.Reason)) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var changed = await units.Execute(found.Value.Id, body.Value.Day, body.Value.Reason!.Trim(), request.Caller(), cancellation);
        return changed.ToReply(next => CycleEndpoints.View(next, request));
    }
}

/// <param name="Day">Units as they are on this day, from the cycle's opening to today.</param>
/// <param name="Reason">1 to 2,000 characters.</param>
public sealed record UnitChangeBody(DateOnly Day, string? Reason = null);
