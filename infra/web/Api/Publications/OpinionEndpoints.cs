using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Publications;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Publications;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Publications;

/// <summary>What units say of a draft, and what the centre replies.</summary>
public sealed class OpinionEndpoints(
    CycleAccess access, ReportAccess reportAccess, ICycles cycles, ReadOpinions read, ReplyToOpinions reply) : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("cycles/{cycle}/opinions", ListOpinions);
        api.MapPost("cycles/{cycle}/opinions/replies", GiveReplies);
        api.MapGet("cycles/{cycle}/reports/{unit}/opinions", ListOpinionsOfUnit);
    }

    [Operation("Ý kiến góp ý trong các báo cáo đã duyệt, kèm nội dung tiếp thu hoặc giải trình", typeof(OpinionsView))]
    public async Task<IResult> ListOpinions(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.For(request.Caller(), cycle, Permission.ReadsPublications, cancellation);
        return found.Refusal is { } refusal
            ? Reply.Problem(refusal)
            : await View(found.Value, await read.Of(found.Value, cancellation), cancellation);
    }

    [Operation("Tiếp thu hoặc giải trình nhiều ý kiến cùng một nội dung; báo cáo đang chờ duyệt được lập lại", typeof(OpinionsView))]
    [Takes(typeof(RepliesBody))]
    public async Task<IResult> GiveReplies(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var body = await RequestBody.Read<RepliesBody>(request, cancellation);
        var found = await access.Run(request.Caller(), cycle, cancellation);
        if ((found.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (ids, kind, text) = body.Value;
        var answered = await reply.Execute(found.Value, ids, kind, text, request.Caller(), cancellation);
        return answered.Refusal is { } refused ? Reply.Problem(refused) : await View(found.Value, answered.Value, cancellation);
    }

    [Operation("Ý kiến góp ý trong báo cáo đã duyệt của một đơn vị, kèm nội dung tiếp thu hoặc giải trình", typeof(OpinionsView))]
    public async Task<IResult> ListOpinionsOfUnit(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var open = await reportAccess.Read(request.Caller(), cycle, unit, cancellation);
        return open.Refusal is { } refusal
            ? Reply.Problem(refusal)
            : Reply.Ok(OpinionsView.Of(await read.Of(open.Value, cancellation), open.Value.Roster));
    }

    private async Task<IResult> View(Cycle cycle, CycleOpinions opinions, CancellationToken cancellation) =>
        Reply.Ok(OpinionsView.Of(opinions, await cycles.Roster(cycle, cancellation) ?? new Roster([], [])));
}

/// <param name="Ids">1 to 500 opinions that get the same reply, in place of the one before.</param>
/// <param name="Text">Up to 5,000 characters; may be left out of what is accepted.</param>
public sealed record RepliesBody(IReadOnlyList<string> Ids, ReplyKind Kind, string? Text = null);
