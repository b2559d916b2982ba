using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Units;
using VksServerless.Documents.Units;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Door.Bodies;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Units;

/// <summary>The directory: names and places in the tree for everyone who is signed in, addresses for those who keep it.</summary>
public sealed class UnitEndpoints(IDirectoryStore directories, KeepDirectory keep) : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("units", ListUnits);
        api.MapGet("units/{unit}", ReadUnit);
        api.MapPut("units", ReplaceDirectory);
    }

    // A little more than the directory's own reader takes, so that its refusal is the one that is heard.
    private const long LargestFile = 6 * 1024 * 1024;

    [Operation("Danh bạ đơn vị", typeof(PageView<UnitView>), Paged = true)]
    public async Task<IResult> ListUnits(HttpRequest request, CancellationToken cancellation)
    {
        var paging = Paging.Read(request, usual: 200, max: 1000);
        if (paging.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (directory, etag) = await directories.Read(cancellation);
        _ = int.TryParse(paging.Value.Continuation, out var from);
        var items = directory.Units.Skip(from).Take(paging.Value.Size).ToList();
        var next = from + items.Count < directory.Units.Count ? $"{from + items.Count}" : null;
        return Reply.Ok(new Page<Unit>(items, next).ToView(unit => UnitView.Of(unit, request.Caller())), Conditions.Encode(etag));
    }

    [Operation("Một đơn vị", typeof(UnitView))]
    public async Task<IResult> ReadUnit(HttpRequest request, string unit, CancellationToken cancellation) =>
        UnitCode.TryParse(unit, out var code) && (await directories.Read(cancellation)).Value.Find(code) is { } found
            ? Reply.Ok(UnitView.Of(found, request.Caller()))
            : Reply.Problem(DirectoryRefusals.UnitUnknown(unit.Length > 40 ? unit[..40] : unit));

    [Operation(
        "Thay danh bạ bằng một tệp CSV; mọi lỗi được nêu theo từng dòng. ?dryRun=true: chỉ xem thay đổi, không ghi", typeof(DirectoryView),
        Condition = Condition.ReadOrNew, Query = ["dryRun"])]
    [TakesFile("text/csv")]
    public async Task<IResult> ReplaceDirectory(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.KeepsDirectory(request.Caller()))
        {
            return Reply.Problem(AccessRefusals.NotPermitted);
        }

        RequestBody.Allow(request, LargestFile);
        var condition = Conditions.Read(request);
        var dryRun = DryRun.Of(request);
        var lines = condition.Refused || dryRun.Refused ? default : await DirectoryCsv.Read(request.Body, cancellation);
        if ((condition.Refusal ?? dryRun.Refusal ?? lines.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var read = Conditions.ETagOf(condition.Value) ?? ETag.None;
        return (await keep.Replace(lines.Value, read, dryRun.Value, cancellation)).ToReply(kept =>
            Reply.Ok(DirectoryView.Of(kept), Conditions.Encode(kept.ETag)));
    }
}

/// <param name="Mails">Only for those who keep the directory and for the centre.</param>
public sealed record UnitView(
    UnitCode Code, string Name, UnitLevel Level, UnitCode? Superior, string Head, IReadOnlyList<string>? Mails, DateOnly ValidFrom,
    DateOnly? ValidTo)
{
    public static UnitView Of(Unit unit, Caller caller) => new(
        unit.Code, unit.Name, unit.Level, unit.Superior, unit.Head,
        Permission.ReadsUnitMails(caller) ? unit.Mails : null, unit.ValidFrom, unit.ValidTo);
}

/// <param name="Units">How many there are afterwards.</param>
/// <param name="Changes">Unit by unit, at most 500.</param>
public sealed record DirectoryView(int Units, int Added, int Changed, int Gone, IReadOnlyList<UnitDifferenceView> Changes)
{
    private const int Most = 500;

    public static DirectoryView Of(KeptDirectory kept) => new(
        kept.Directory.Units.Count, kept.Difference.Count(UnitDifferenceKind.Added), kept.Difference.Count(UnitDifferenceKind.Changed),
        kept.Difference.Count(UnitDifferenceKind.Gone),
        [
            .. kept.Difference.Changes.Take(Most)
                .Select(change => new UnitDifferenceView(change.Unit, change.Name, change.Kind, change.What)),
        ]);
}

/// <param name="What">A sentence for each change.</param>
public sealed record UnitDifferenceView(UnitCode Unit, string Name, UnitDifferenceKind Kind, IReadOnlyList<string> What);
