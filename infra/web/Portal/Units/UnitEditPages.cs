using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Units;
using VksServerless.People;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Units;

/// <summary>A unit that is new in the directory, or whose head and addresses are others: the same use case as a whole file.</summary>
internal sealed class UnitEditPages(IDirectoryStore directories, KeepDirectory keep) : IPages
{
    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("units/edit", Edit);
        portal.MapPost("units/edit", Save);
    }

    private async Task<IResult> Edit(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.KeepsDirectory(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var (directory, etag) = await directories.Read(cancellation);
        var unit = UnitCode.TryParse(request.Query["unit"], out var code) ? directory.Find(code) : null;
        return Form(unit is null ? TypedUnit.Blank : TypedUnit.Of(unit), unit is null, etag.ToString(), null);
    }

    private async Task<IResult> Save(HttpRequest request, CancellationToken cancellation)
    {
        if (!Permission.KeepsDirectory(request.Caller()))
        {
            return ReportPages.Refused(AccessRefusals.NotPermitted);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var directory = (await directories.Read(cancellation)).Value;
        var known = UnitCode.TryParse(posted["code"], out var code) ? directory.Find(code) : null;
        var isNew = posted["new"] == "true";
        var typed = TypedUnit.Of(posted, isNew ? null : known);
        var kept = isNew && known is not null ? TypedUnit.CodeTaken(known)
            : !isNew && known is null ? DirectoryRefusals.UnitUnknown(typed.Code)
            : await keep.Replace(typed.In(directory), CarriedFile.ReadIn(posted), dryRun: false, cancellation);
        return kept.Refusal is { } refusal
            ? Form(typed, isNew, posted["read"].ToString(), typed.Placed(refusal, directory))
            : Results.LocalRedirect($"{UnitAddress.Of(UnitCode.Of(typed.Code))}?done=true");
    }

    private static RazorComponentResult<UnitEditPage> Form(TypedUnit typed, bool isNew, string read, Refusal? refusal) =>
        PageResult.Of<UnitEditPage>(
            new { Typed = typed, IsNew = isNew, Read = read, Refusal = refusal },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
}
