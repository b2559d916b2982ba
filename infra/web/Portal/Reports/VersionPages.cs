using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Reports;
using VksServerless.Notices;
using VksServerless.Reports;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Reports;

/// <summary>A version that was handed in, with the checks of it; an inspector puts on record what a check found.</summary>
internal sealed class VersionPages(
    ReadReport read, ReportAccess access, InspectReport inspect, IInspections inspections, IAttachments attachments) : IPages
{
    private const string Version = "cycles/{cycle}/reports/{unit}/versions/{version:int}";

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(Version, ShowVersion);
        portal.MapPost(Version + "/inspections", Inspect);
    }

    private Task<IResult> ShowVersion(HttpRequest request, string cycle, string unit, int version, CancellationToken cancellation) =>
        Show(request, cycle, unit, version, TypedInspection.Blank, null, cancellation);

    private async Task<IResult> Show(
        HttpRequest request, string cycle, string unit, int version, TypedInspection typed, Refusal? refusal,
        CancellationToken cancellation)
    {
        var found = await read.Read(request.Caller(), cycle, unit, cancellation);
        if (found.Refusal is { } closed)
        {
            return ReportPages.Refused(closed);
        }

        var view = found.Value;
        if (view.Versions.FirstOrDefault(handed => handed.Number == version) is not { } handedIn)
        {
            return ReportPages.Refused(ReportRefusals.VersionUnknown(version), view.Address);
        }

        return PageResult.Of<VersionPage>(
            new
            {
                View = view,
                Version = handedIn,
                Content = await read.Content(view.Open, handedIn.Sha256, cancellation),
                Files = await attachments.List(view.Obligation.Cycle, view.Obligation.Unit, cancellation),
                Inspections = await inspections.Of(view.Obligation, cancellation),
                Typed = typed,
                Key = typed.Key.Length > 0 ? typed.Key : Guid.NewGuid().ToString("N"),
                Refusal = refusal,
                Done = request.Query["done"] == "inspected" ? "Đã ghi kết quả kiểm tra hồ sơ." : "",
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }

    private async Task<IResult> Inspect(HttpRequest request, string cycle, string unit, int version, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var me = request.Caller();
        var open = await access.Inspect(me, cycle, unit, cancellation);
        if (open.Refusal is { } closed)
        {
            return ReportPages.Refused(closed);
        }

        var typed = TypedInspection.Of(posted);
        var made = typed.Finding is { } finding
            ? await inspect.Execute(
                open.Value, version, finding, typed.Text, new IdempotencyKey(me.Person, typed.Key), me, cancellation)
            : TypedInspection.NothingChosen;
        return made.Refusal is { } refusal
            ? await Show(request, cycle, unit, version, typed, refusal, cancellation)
            : Results.LocalRedirect($"{PortalPath.Report(open.Value.Obligation)}/versions/{version}?done=inspected");
    }
}
