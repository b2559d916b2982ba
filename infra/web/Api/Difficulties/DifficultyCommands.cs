using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Difficulties;
using VksServerless.Difficulties;
using VksServerless.People;
using VksServerless.Web.Api.Cycles;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Difficulties;

/// <summary>What is done with a difficulty. Each changes only what its sender has read (If-Match).</summary>
public sealed class DifficultyCommands(DifficultyAccess access, ChangeDifficulty change, TimeProvider clock) : IEndpoints
{
    private const string Route = "difficulties/{difficulty}/";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Route + "assign", AssignDifficulty);
        api.MapPost(Route + "answer", AnswerDifficulty);
        api.MapPost(Route + "close", CloseDifficulty);
        api.MapPost(Route + "reopen", ReopenDifficulty);
    }

    [Operation("Phân công đơn vị hướng dẫn, có thể đặt lại thời hạn", typeof(DifficultyView), Condition = Condition.Read)]
    [Takes(typeof(AssignBody))]
    public Task<IResult> AssignDifficulty(HttpRequest request, string difficulty, CancellationToken cancellation) =>
        Change<AssignBody>(
            request,
            difficulty,
            (caller, _) => Permission.AssignsDifficulty(caller),
            (open, body, by, now) => DecideDifficulty.Assign(open, body.Unit, body.Person, body.Note, body.DueAt, by, now),
            cancellation);

    [Operation("Hướng dẫn", typeof(DifficultyView), Condition = Condition.Read)]
    [Takes(typeof(AnswerBody))]
    public Task<IResult> AnswerDifficulty(HttpRequest request, string difficulty, CancellationToken cancellation) =>
        Change<AnswerBody>(
            request,
            difficulty,
            (caller, read) => Permission.AnswersDifficulty(caller, read.Assignment?.To),
            (open, body, by, now) => DecideDifficulty.Answer(open, body.Guidance, by, now),
            cancellation);

    [Operation("Đóng: đơn vị đã nêu đóng nội dung đã được hướng dẫn; Cục 2 đóng kèm lý " +
        "do", typeof(DifficultyView), Condition = Condition.Read)]
    [Takes(typeof(CloseBody))]
    public Task<IResult> CloseDifficulty(HttpRequest request, string difficulty, CancellationToken cancellation) =>
        Change<CloseBody>(
            request,
            difficulty,
            (caller, read) => Permission.ClosesDifficulty(caller, read.Unit),
            (open, body, by, now) => DecideDifficulty.Close(open, body.Reason, by, now),
            cancellation);

    [Operation("Mở lại nội dung chưa giải quyết được, có lý do; thời hạn tính lại từ " +
        "đầu", typeof(DifficultyView), Condition = Condition.Read)]
    [Takes(typeof(ReasonBody))]
    public Task<IResult> ReopenDifficulty(HttpRequest request, string difficulty, CancellationToken cancellation) =>
        Change<ReasonBody>(
            request,
            difficulty,
            (caller, read) => Permission.OwnsDifficulty(caller, read.Unit),
            (open, body, by, now) => DecideDifficulty.Reopen(open, body.Reason, by, now),
            cancellation);

    /// <summary>The body first: its sender decides how long it takes, and what was read before it came may be long over.</summary>
    private async Task<IResult> Change<TBody>(
        HttpRequest request,
        string difficulty,
        Func<Caller, Difficulty, bool> permits,
        Func<OpenDifficulty, TBody, Caller, DateTimeOffset, Outcome<Difficulty>> decide,
        CancellationToken cancellation)
    {
        var condition = Conditions.Read(request);
        var body = condition.Refused ? default : await RequestBody.Read<TBody>(request, cancellation);
        var open = await access.For(request.Caller(), difficulty, permits, cancellation);
        if ((open.Refusal ?? condition.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (read, now) = (open.Value, clock.GetUtcNow());
        _ = int.TryParse(condition.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var revision);
        var changed = await change.Execute(read.Read, revision, _ => decide(read, body.Value, request.Caller(), now), cancellation);
        return changed.ToReply(next => DifficultyEndpoints.View(next, read.Directory, now));
    }
}
