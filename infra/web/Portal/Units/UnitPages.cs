using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Units;
using VksServerless.Documents.Units;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Cycles;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Units;

/// <summary>The directory: looked through, one unit by itself, and replaced by a file after its changes were looked at.</summary>
internal sealed class UnitPages(IDirectoryStore directories, KeepDirectory keep, TimeProvider clock) : IPages
{
    private const int PageSize = 50;
    private const int MostBelow = 100;

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("units", List);
        portal.MapGet("units/file", Download);
        portal.MapGet("units/{unit}", Show);
        portal.MapPost("units/compare", Compare);
        portal.MapPost("units/replace", Replace);
    }

    private async Task<IResult> List(HttpRequest request, CancellationToken cancellation) =>
        await ShowList(request, null, request.Query["done"].Count > 0 ? "Danh bạ đã được cập nhật." : "", cancellation);

    private async Task<IResult> ShowList(HttpRequest request, Refusal? refusal, string done, CancellationToken cancellation)
    {
        var (directory, etag) = await directories.Read(cancellation);
        var (filter, today) = (UnitFilter.Of(request.Query), VietnamTime.DayOf(clock.GetUtcNow()));
        var found = filter.In(directory, today);
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(CycleListPages.NumberOf(request.Query["page"]), 1, pages);
        return PageResult.Of<UnitsPage>(
            new
            {
                Units = (IReadOnlyList<Unit>)[.. found.Skip((page - 1) * PageSize).Take(PageSize)],
                Below = BelowOf(directory, today),
                Total = found.Count,
                Number = page,
                Count = pages,
                Filter = filter,
                Directory = directory,
                Today = today,
                Keeps = Permission.KeepsDirectory(request.Caller()),
                Read = etag.ToString(),
                Refusal = refusal,
                Done = done,
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }

    /// <summary>How many units report to each today.</summary>
    private static Dictionary<UnitCode, int> BelowOf(UnitDirectory directory, DateOnly today) =>
        directory.Units.Where(unit => unit.Superior is not null && unit.LivesOn(today))
            .CountBy(unit => unit.Superior!.Value).ToDictionary();

    private async Task<IResult> Show(HttpRequest request, string unit, CancellationToken cancellation)
    {
        var (directory, _) = await directories.Read(cancellation);
        var today = VietnamTime.DayOf(clock.GetUtcNow());
        return !UnitCode.TryParse(unit, out var code) || directory.Find(code) is not { } found
            ? ReportPages.Refused(DirectoryRefusals.UnitUnknown(unit.Length > 40 ? unit[..40] : unit), UnitAddress.All)
            : PageResult.Of<UnitPage>(new
            {
                Unit = found,
                Above = Above(directory, found),
                Below = (IReadOnlyList<Unit>)
                [
                    .. directory.Units.Where(one => one.Superior == code && one.LivesOn(today)).Take(MostBelow + 1),
                ],
                MostBelow,
                Successions = (IReadOnlyList<(Succession, DirectoryChange)>)
                [
                    .. directory.Changes
                        .SelectMany(change => change.Successions.Select(entry => (Entry: entry, change)))
                        .Where(pair => pair.Entry.Predecessor == code || pair.Entry.Successor == code)
                        .OrderByDescending(pair => pair.Entry.Day),
                ],
                Directory = directory,
                Today = today,
                Keeps = Permission.KeepsDirectory(request.Caller()),
                ReadsMails = Permission.ReadsUnitMails(request.Caller()),
                Done = request.Query["done"].Count > 0 ? "Đã ghi vào danh bạ." : "",
            });
    }

    /// <summary>From the sector down to the unit's own superior.</summary>
    private static List<Unit> Above(UnitDirectory directory, Unit unit)
    {
        var above = new List<Unit>();
        for (var at = unit.Superior; at is { } code && directory.Find(code) is { } next && !above.Contains(next); at = next.Superior)
        {
            above.Insert(0, next);
        }

        return above;
    }

    private async Task<IResult> Download(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.KeepsDirectory(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var file = new MemoryStream();
        await DirectoryCsv.Write((await directories.Read(cancellation)).Value, file, cancellation);
        return Results.File(file.ToArray(), "text/csv; charset=utf-8", "danh-ba-don-vi.csv");
    }

    private async Task<IResult> Compare(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.KeepsDirectory(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var posted = await request.ReadFormAsync(cancellation);
        if (posted.Files.GetFile("file") is not { Length: > 0 } file)
        {
            return await ShowList(request, DeedFaults.Unreadable("file", "Hãy chọn tệp CSV của danh bạ."), "", cancellation);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        content.Position = 0;
        var compared = await Try(content, posted, dryRun: true, cancellation);
        return compared.Refusal is { } refusal
            ? await ShowList(request, refusal, "", cancellation)
            : PageResult.Of<DirectoryComparisonPage>(new
            {
                compared.Value.Difference,
                Read = posted["read"].ToString(),
                Content = CarriedFile.Pack(content.ToArray()),
                Action = $"{UnitAddress.All}/replace",
                Back = UnitAddress.All,
                Button = "Thay danh bạ",
            });
    }

    private async Task<IResult> Replace(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.KeepsDirectory(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var posted = await request.ReadFormAsync(cancellation);
        using var content = new MemoryStream(CarriedFile.Unpack(posted["content"].ToString(), DirectoryCsv.MaxBytes));
        var replaced = await Try(content, posted, dryRun: false, cancellation);
        return replaced.Refusal is { } refusal
            ? await ShowList(request, refusal, "", cancellation)
            : Results.LocalRedirect($"{UnitAddress.All}?done=true");
    }

    private async Task<Outcome<KeptDirectory>> Try(
        Stream content, IFormCollection posted, bool dryRun, CancellationToken cancellation)
    {
        var lines = await DirectoryCsv.Read(content, cancellation);
        return lines.Refusal is { } unreadable
            ? unreadable
            : await keep.Replace(lines.Value, CarriedFile.ReadIn(posted), dryRun, cancellation);
    }
}
