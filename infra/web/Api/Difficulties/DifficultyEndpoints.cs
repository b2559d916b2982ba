using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Difficulties;
using VksServerless.Application.Units;
using VksServerless.Difficulties;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Difficulties;

/// <summary>Difficulties as they are raised, found and read.</summary>
public sealed class DifficultyEndpoints(
    DifficultyAccess access, RaiseDifficulty raise, ListDifficulties list, IDirectoryStore directories, TimeProvider clock) : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("difficulties", List);
        api.MapPost("difficulties", Raise);
        api.MapGet("difficulties/{difficulty}", ReadDifficulty);
    }

    [Operation("Nêu khó khăn, vướng mắc của đơn vị để được hướng dẫn", typeof(DifficultyView), Idempotent = true)]
    [Takes(typeof(RaiseBody))]
    public async Task<IResult> Raise(HttpRequest request, CancellationToken cancellation)
    {
        var caller = request.Caller();
        if (!Permission.RaisesDifficulties(caller))
        {
            return Reply.Problem(AccessRefusals.NotPermitted);
        }

        var key = IdempotencyHeader.Of(request);
        var body = key.Refused ? default : await RequestBody.Read<RaiseBody>(request, cancellation);
        var words = key.Refused ? default : body.Then(sent => DifficultyWords.Check(sent.Area, sent.Title, sent.Text));
        var from = key.Refused ? default : body.Then(SourceOf);
        if ((key.Refusal ?? body.Refusal ?? words.Refusal ?? from.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var raised = await raise.Execute(key.Value, words.Value, from.Value, caller, cancellation);
        var directory = (await directories.Read(cancellation)).Value;
        return raised.ToReply(difficulty => Reply.Created(
            $"/api/difficulties/{difficulty.Id}", DifficultyView.Of(difficulty, directory, clock.GetUtcNow()), TagOf(difficulty)));
    }

    [Operation(
        "Khó khăn, vướng mắc (?unit= của một đơn vị, ?assignee= giao cho một đơn vị, ?state= theo trạng thái, ?overdue=true chỉ những " +
        "việc quá hạn)",
        typeof(PageView<DifficultyLineView>), Paged = true, Query = ["unit", "assignee", "state", "overdue"])]
    public async Task<IResult> List(HttpRequest request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var paging = Paging.Read(request, usual: 50, max: 200);
        var directory = (await directories.Read(cancellation)).Value;
        var shelves = DifficultyQuery.Read(request, directory, now);
        if ((shelves.Refusal ?? paging.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var page = await list.Execute(shelves.Value, paging.Value.Size, paging.Value.Continuation, cancellation);
        return page is null ? Reply.Problem(Paging.Wrong) : Reply.Ok(page.ToView(entry => DifficultyLineView.Of(entry, directory, now)));
    }

    [Operation("Đọc một khó khăn, vướng mắc với mọi bước đã xử lý", typeof(DifficultyView))]
    public async Task<IResult> ReadDifficulty(HttpRequest request, string difficulty, CancellationToken cancellation) =>
        (await access.Read(request.Caller(), difficulty, cancellation))
            .ToReply(open => View(open.Difficulty, open.Directory, clock.GetUtcNow()));

    internal static Reply View(Difficulty difficulty, UnitDirectory directory, DateTimeOffset now) =>
        Reply.Ok(DifficultyView.Of(difficulty, directory, now), TagOf(difficulty));

    private static string TagOf(Difficulty difficulty) => difficulty.Revision.ToString(CultureInfo.InvariantCulture);

    private static Outcome<DifficultySource?> SourceOf(RaiseBody body) => (body.Cycle, body.Field) switch
    {
        (null, null) => (DifficultySource?)null,
        ({ } cycle, { Length: > 0 and <= 100 } field) => new DifficultySource(cycle, FieldCode.Of(field)),
        _ =>
            DifficultyRefusals.Invalid(
                [new FieldError("/field", "incomplete", "Nêu cả kỳ báo cáo (cycle) và chỉ tiêu (field), hoặc không nêu gì.")]),
    };
}
