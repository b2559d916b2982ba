using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Units;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Cycles;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Units;

/// <summary>Dated changes of units: those on record, a new one by a form or a file, each looked at before it is applied.</summary>
internal sealed class UnitChangePages(IDirectoryStore directories, KeepDirectory keep, TimeProvider clock) : IPages
{
    private const int LargestFile = 2 * 1024 * 1024;

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("units/changes", List);
        portal.MapGet("units/changes/new", New);
        portal.MapGet("units/changes/shipped/{name}", ShowShipped);
        portal.MapPost("units/changes/new", PreviewTyped);
        portal.MapPost("units/changes/file", PreviewFile);
        portal.MapPost("units/changes/apply", Apply);
    }

    private Task<IResult> List(HttpRequest request, CancellationToken cancellation) =>
        ForKeeper(request, () => ShowList(null, request.Query["done"].Count > 0 ? "Thay đổi đã ghi vào danh bạ." : "", cancellation));

    private async Task<IResult> ShowList(Refusal? refusal, string done, CancellationToken cancellation)
    {
        var (directory, etag) = await directories.Read(cancellation);
        return PageResult.Of<UnitChangesPage>(
            new { Directory = directory, Read = etag.ToString(), Refusal = refusal, Done = done },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }

    private Task<IResult> New(HttpRequest request, CancellationToken cancellation) => ForKeeper(
        request,
        async () => Form(TypedChange.Of(request.Query), (await directories.Read(cancellation)).ETag.ToString(), null));

    private Task<IResult> ShowShipped(HttpRequest request, string name, CancellationToken cancellation) => ForKeeper(request, async () =>
    {
        var etag = (await directories.Read(cancellation)).ETag;
        return DirectoryChangeFile.Find(name) is not { } shipped
            ? ReportPages.Refused(DirectoryRefusals.ChangeUnknown(name.Length > 40 ? name[..40] : name), UnitAddress.Changes)
            : await Preview(request, shipped, etag, refusal => ShowList(refusal, "", cancellation), cancellation);
    });

    private Task<IResult> PreviewTyped(HttpRequest request, CancellationToken cancellation) => ForKeeper(request, async () =>
    {
        var posted = await request.ReadFormAsync(cancellation);
        var (directory, typed, read) = ((await directories.Read(cancellation)).Value, TypedChange.Of(posted), posted["read"].ToString());
        var (change, faults) = typed.Read(directory, VietnamTime.DayOf(clock.GetUtcNow()));
        IReadOnlyList<FieldError> all = Reason.Check(typed.Reason) is { } missing
            ? [.. faults, new FieldError("/reason", "required", missing.Detail)]
            : faults;
        return all.Count > 0
            ? Form(typed, read, DirectoryRefusals.Invalid(new LineErrors()) with { Detail = "Có chỗ cần sửa:", Errors = all })
            : await Preview(
                request, change, CarriedFile.ReadIn(posted),
                refusal => Task.FromResult<IResult>(Form(
                    typed, read, refusal with { Errors = [.. refusal.Errors.Select(fault => typed.Placed(fault, directory))] })),
                cancellation);
    });

    private Task<IResult> PreviewFile(HttpRequest request, CancellationToken cancellation) => ForKeeper(request, async () =>
    {
        var posted = await request.ReadFormAsync(cancellation);
        using var content = new MemoryStream();
        if (posted.Files.GetFile("file") is { Length: > 0 and <= LargestFile } file)
        {
            await file.CopyToAsync(content, cancellation);
        }

        return ChangeIn(content.ToArray()) is { } change
            ? await Preview(request, change, CarriedFile.ReadIn(posted), refusal => ShowList(refusal, "", cancellation), cancellation)
            : await ShowList(
                DeedFaults.Unreadable("file", "Hãy chọn tệp thay đổi đơn vị, đúng mẫu như tệp kèm hệ thống."), "", cancellation);
    });

    private Task<IResult> Apply(HttpRequest request, CancellationToken cancellation) => ForKeeper(request, async () =>
    {
        var posted = await request.ReadFormAsync(cancellation);
        var applied = ChangeIn(CarriedFile.Unpack(posted["content"].ToString(), LargestFile)) is { } change
            ? await keep.Change(change, CarriedFile.ReadIn(posted), dryRun: false, request.Caller(), cancellation)
            : DirectoryRefusals.Stale;
        return applied.Refusal is { } refusal
            ? await ShowList(refusal, "", cancellation)
            : Results.LocalRedirect($"{UnitAddress.Changes}?done=true");
    });

    private async Task<IResult> Preview(
        HttpRequest request, DirectoryChangeFile change, ETag read, Func<Refusal, Task<IResult>> refused, CancellationToken cancellation)
    {
        var tried = await keep.Change(change, read, dryRun: true, request.Caller(), cancellation);
        return tried.Refusal is { } refusal
            ? await refused(refusal)
            : PageResult.Of<DirectoryComparisonPage>(new
            {
                tried.Value.Difference,
                Successions = (IReadOnlyList<string>)
                [
                    .. tried.Value.Directory.Changes[^1].Successions.Select(entry => SuccessionText.Of(entry, tried.Value.Directory)),
                ],
                Reason = change.Reason ?? "",
                Read = read.ToString(),
                Content = CarriedFile.Pack(JsonSerializer.SerializeToUtf8Bytes(change, DomainJson.Options)),
                Action = $"{UnitAddress.Changes}/apply",
                Back = UnitAddress.Changes,
                Button = "Ghi thay đổi vào danh bạ",
            });
    }

    private static RazorComponentResult<UnitChangePage> Form(TypedChange typed, string read, Refusal? refusal) =>
        PageResult.Of<UnitChangePage>(
            new { Typed = typed, Read = read, Refusal = refusal },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));

    private static DirectoryChangeFile? ChangeIn(byte[] content)
    {
        try
        {
            var file = JsonSerializer.Deserialize<DirectoryChangeFile>(content, DomainJson.Options);
            return file is { Units: not null, Successions: not null } ? file : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task<IResult> ForKeeper(HttpRequest request, Func<Task<IResult>> page) =>
        Permission.KeepsDirectory(request.Caller()) ? page() : Task.FromResult(ReportPages.Refused(AccessRefusals.NotPermitted));
}
