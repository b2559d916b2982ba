using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Cycles;
using VksServerless.Application.Workflow;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Cycles;

/// <summary>
/// A cycle keeps its participants until the centre says otherwise, with a reason that is on record. After the closing they stay, and only
/// who answers for them changes.
/// </summary>
public sealed class UnitChangeEndpoint(CycleAccess access, ChangeUnitsOfCycle units) : IEndpoints
{
    public void Map(IEndpointRouteBuilder api) => api.MapPost("cycles/{cycle}/unit-changes", ChangeUnits);

    [Operation("Áp dụng thay đổi đơn vị vào kỳ báo cáo chưa duyệt xong hoặc đang đính chính, có lý do", typeof(CycleView))]
    [Takes(typeof(UnitChangeBody))]
    public async Task<IResult> ChangeUnits(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
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
