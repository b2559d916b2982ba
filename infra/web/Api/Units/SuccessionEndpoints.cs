using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Units;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Units;

/// <summary>What becomes of units: merged, divided, renamed, moved under another superior, each from a day on.</summary>
public sealed class SuccessionEndpoints(IDirectoryStore directories, KeepDirectory keep) : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("units/changes", ChangeDirectory);
        api.MapGet("units/changes/{change}", ReadShippedChange);
        api.MapGet("units/successions", ListSuccessions);
    }

    [Operation(
        "Áp dụng một bộ thay đổi đơn vị có ngày hiệu lực; mọi lỗi được nêu theo từng dòng. ?dryRun=true: chỉ thử, không ghi",
        typeof(DirectoryChangeView), Condition = Condition.Read, Query = ["dryRun"])]
    [Takes(typeof(DirectoryChangeFile))]
    public async Task<IResult> ChangeDirectory(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.KeepsDirectory(request.Caller()))
        {
            return Reply.Problem(AccessRefusals.NotPermitted);
        }

        var condition = Conditions.Read(request);
        var dryRun = DryRun.Of(request);
        var body = condition.Refused || dryRun.Refused ? default : await RequestBody.Read<DirectoryChangeFile>(request, cancellation);
        if ((condition.Refusal ?? dryRun.Refusal ?? body.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var read = Conditions.ETagOf(condition.Value) ?? ETag.None;
        return (await keep.Change(body.Value, read, dryRun.Value, request.Caller(), cancellation)).ToReply(kept =>
            Reply.Ok(DirectoryChangeView.Of(kept.Directory.Changes[^1]), Conditions.Encode(kept.ETag)));
    }

    [Operation("Bộ thay đổi đơn vị kèm theo hệ thống, ví dụ 2025-07-01 (63 tỉnh, thành phố còn 34), gửi lại nguyên văn để áp " +
        "dụng", typeof(DirectoryChangeFile))]
    public static IResult ReadShippedChange(HttpRequest request, string change) =>
        !Permission.KeepsDirectory(request.Caller()) ? Reply.Problem(AccessRefusals.NotPermitted)
            : DirectoryChangeFile.Find(change) is { } shipped ? Reply.Ok(shipped)
            : Reply.Problem(DirectoryRefusals.ChangeUnknown(change.Length > 40 ? change[..40] : change));

    [Operation("Kế thừa giữa các đơn vị, cũ trước mới sau (?unit= để chỉ lấy của một đơn " +
        "vị)", typeof(PageView<SuccessionView>), Paged = true, Query = ["unit"])]
    public async Task<IResult> ListSuccessions(HttpRequest request, CancellationToken cancellation)
    {
        var paging = Paging.Read(request, usual: 200, max: 1000);
        if (paging.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var directory = (await directories.Read(cancellation)).Value;
        var all = directory.Changes
            .SelectMany(change => change.Successions.Select(entry => (Entry: entry, Change: change)))
            .OrderBy(pair => pair.Entry.Day)
            .Where(pair => request.Query["unit"] is not [{ } unit] || unit == pair.Entry.Predecessor.ToString()
                || unit == pair.Entry.Successor.ToString())
            .ToList();
        _ = int.TryParse(paging.Value.Continuation, out var from);
        var items = all.Skip(from).Take(paging.Value.Size).Select(pair => SuccessionView.Of(pair.Entry, pair.Change, directory)).ToList();
        return Reply.Ok(
            new Page<SuccessionView>(items, from + items.Count < all.Count ? $"{from + items.Count}" : null).ToView(view => view));
    }
}

/// <param name="Units">Added or altered.</param>
public sealed record DirectoryChangeView(
    string Reason, string By, DateTimeOffset At, IReadOnlyList<UnitCode> Units, IReadOnlyList<Succession> Successions)
{
    public static DirectoryChangeView Of(DirectoryChange change) =>
        new(change.Reason, change.By, change.At, change.Units, change.Successions);
}

/// <param name="Was">Of a unit that lives on: the name or the superior's code that it had before.</param>
/// <param name="Text">The same as a sentence.</param>
/// <param name="Reason">Of the change that brought it into the directory, with who applied it and when.</param>
public sealed record SuccessionView(
    UnitCode Predecessor, UnitCode Successor, SuccessionKind Kind, DateOnly Day, string Note, string? Was, string Text, string Reason,
    string By, DateTimeOffset At)
{
    public static SuccessionView Of(Succession entry, DirectoryChange change, UnitDirectory directory) => new(
        entry.Predecessor, entry.Successor, entry.Kind, entry.Day, entry.Note, entry.Was, SuccessionText.Of(entry, directory),
        change.Reason, change.By, change.At);
}
