using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Cycles;
using VksServerless.People;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Cycles;

/// <summary>Cycles as they are drafted, found and read.</summary>
public sealed class CycleEndpoints(
    CycleAccess access, CreateCycle create, RedraftCycle redraft, ICycles cycles) : IEndpoints
{
    private const int MostListed = 200;

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("cycles", Create);
        api.MapGet("cycles", ListCycles);
        api.MapGet("cycles/{cycle}", ReadCycle);
        api.MapPut("cycles/{cycle}", RedraftCycle);
    }

    [Operation("Lập dự thảo kỳ báo cáo", typeof(CycleView), Idempotent = true)]
    [Takes(typeof(CycleBody))]
    public async Task<IResult> Create(HttpRequest request, CancellationToken cancellation)
    {
        var caller = request.Caller();
        if (!Permission.RunsCycles(caller))
        {
            return Reply.Problem(AccessRefusals.NotPermitted);
        }

        var key = IdempotencyHeader.Of(request);
        var body = key.Refused ? default : await RequestBody.Read<CycleBody>(request, cancellation);
        if ((key.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var created = await create.Execute(key.Value, body.Value.ToTerms(), caller, cancellation);
        return created.ToReply(cycle => Reply.Created(
            $"/api/cycles/{cycle.Id}", CycleView.Of(cycle, caller), cycle.Revision.ToString(CultureInfo.InvariantCulture)));
    }

    [Operation("Các kỳ báo cáo", typeof(PageView<CycleView>), Paged = true)]
    public async Task<IResult> ListCycles(HttpRequest request, CancellationToken cancellation)
    {
        var paging = Paging.Read(request, usual: 50, max: MostListed);
        if (paging.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        CycleId after = default;
        if (paging.Value.Continuation is { } from && !CycleId.TryParse(from, out after))
        {
            return Reply.Problem(Paging.Wrong);
        }

        var caller = request.Caller();
        var visible = await Visible(caller, after, paging.Value.Size + 1, cancellation);
        var page = new Page<Cycle>(
            [.. visible.Take(paging.Value.Size)], visible.Count > paging.Value.Size ? visible[paging.Value.Size - 1].Id.ToString() : null);
        return Reply.Ok(page.ToView(cycle => CycleView.Of(cycle, caller)));
    }

    /// <summary>
    /// The store's own continuation would name a draft to somebody who is not to know of it: the last cycle that was shown stands in for
    /// it.
    /// </summary>
    private async Task<List<Cycle>> Visible(Caller caller, CycleId after, int most, CancellationToken cancellation)
    {
        var visible = new List<Cycle>();
        string? continuation = null;
        do
        {
            var page = await cycles.List(MostListed, continuation, cancellation);
            visible.AddRange(page.Items.Where(cycle =>
                Permission.ReadsCycle(caller, cycle.IsDraft) && string.CompareOrdinal(cycle.Id.ToString(), after.ToString()) > 0));
            continuation = page.Continuation;
        }
        while (continuation is not null && visible.Count < most);
        return [.. visible.Take(most)];
    }

    [Operation("Đọc một kỳ báo cáo", typeof(CycleView))]
    public async Task<IResult> ReadCycle(HttpRequest request, string cycle, CancellationToken cancellation) =>
        (await access.Read(request.Caller(), cycle, cancellation)).ToReply(found => View(found, request));

    [Operation("Sửa dự thảo kỳ báo cáo", typeof(CycleView), Condition = Condition.Read)]
    [Takes(typeof(CycleBody))]
    public async Task<IResult> RedraftCycle(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.Run(request.Caller(), cycle, cancellation);
        var condition = Conditions.Read(request);
        var body = found.Refused || condition.Refused ? default : await RequestBody.Read<CycleBody>(request, cancellation);
        if ((found.Refusal ?? condition.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        _ = int.TryParse(condition.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var revision);
        var redrafted = await redraft.Execute(found.Value.Id, body.Value.ToTerms(), revision, cancellation);
        return redrafted.ToReply(next => View(next, request));
    }

    internal static Reply View(Cycle cycle, HttpRequest request) =>
        Reply.Ok(CycleView.Of(cycle, request.Caller()), cycle.Revision.ToString(CultureInfo.InvariantCulture));
}
