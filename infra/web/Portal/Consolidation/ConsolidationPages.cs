using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Reports;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Notices;
using VksServerless.Reports;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Cycles;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Consolidation;

/// <summary>A superior's consolidation: the sums below, what its report adjusts in them and why, what earlier versions adjusted.</summary>
internal sealed class ConsolidationPages(ReadReport read, ChangeAdjustments change, IFiguresBelow figuresBelow) : IPages
{
    private const string Consolidation = "cycles/{cycle}/consolidation/{unit}";

    private static readonly Refusal NothingBelow = new(
        RefusalKind.NotFound, "nothing-below", "Không có cấp dưới để tổng hợp", "Trong kỳ này không đơn vị nào báo cáo cho đơn vị này.");

    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet(Consolidation, ShowSums);
        portal.MapPost(Consolidation, Put);
        portal.MapPost(Consolidation + "/remove", Remove);
        portal.MapPost(Consolidation + "/confirm", Confirm);
    }

    public static string AddressOf(CycleId cycle, UnitCode unit) => $"{PortalPath.Cycle(cycle)}/consolidation/{unit}";

    private Task<IResult> ShowSums(HttpRequest request, string cycle, string unit, CancellationToken cancellation) =>
        Show(request, cycle, unit, TypedAdjustment.For(request.Query["field"].ToString()), null, cancellation);

    private async Task<IResult> Show(
        HttpRequest request, string cycle, string unit, TypedAdjustment typed, Refusal? refusal, CancellationToken cancellation)
    {
        var found = await read.Read(request.Caller(), cycle, unit, cancellation);
        if (found.Refusal is { } closed)
        {
            return ReportPages.Refused(closed);
        }

        var view = found.Value;
        if (!view.Open.Roster.HasSubordinates(view.Obligation.Unit))
        {
            return ReportPages.Refused(NothingBelow, view.Address);
        }

        var below = await figuresBelow.ByUnit(view.Obligation.Cycle, view.Obligation.Unit, cancellation);
        var versions = new List<AdjustedVersion>();
        foreach (var version in view.Versions)
        {
            versions.Add(new AdjustedVersion(version, await read.Content(view.Open, version.Sha256, cancellation)));
        }

        var content = view.Draft?.Content ?? (versions is [.., { } last] ? last.Content : ReportContent.Empty);
        return PageResult.Of<ConsolidationPage>(
            new
            {
                View = view,
                Content = content,
                Rows = ConsolidatedRow.Of(view.Open.Form, content, below),
                Stands = content.AdjustedOn is not { } on || VksServerless.Figures.Consolidation.Stands(on, below),
                Below = below.Count,
                Versions = (IReadOnlyList<AdjustedVersion>)[.. versions.Where(version => version.Content.Adjustments.Count > 0)],
                Seen = ChangeAdjustments.MarkOf(below),
                Typed = typed,
                Refusal = refusal,
                Done = request.Query["done"].ToString() switch
                {
                    "adjusted" => "Đã ghi điều chỉnh vào dự thảo báo cáo.",
                    "removed" => "Đã bỏ điều chỉnh.",
                    "confirmed" => "Đã xác nhận các điều chỉnh theo số liệu hiện nay.",
                    _ => "",
                },
            },
            refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind));
    }

    private async Task<IResult> Put(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var me = request.Caller();
        var view = await read.Write(me, cycle, unit, cancellation);
        if (view.Refusal is { } closed)
        {
            return ReportPages.Refused(closed);
        }

        var posted = await request.ReadFormAsync(cancellation);
        var typed = TypedAdjustment.Of(posted);
        var adjustment = typed.Read(view.Value.Open.Form);
        var changed = adjustment.Refusal is { } unreadable
            ? unreadable
            : await change.Put(me, cycle, unit, adjustment.Value, posted["seen"].ToString(), cancellation);
        return await Answer(request, cycle, unit, changed, typed, "adjusted", cancellation);
    }

    private async Task<IResult> Remove(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var changed = await change.Remove(
            request.Caller(), cycle, unit, FieldCode.Of(posted["field"].ToString()), posted["seen"].ToString(), cancellation);
        return await Answer(request, cycle, unit, changed, TypedAdjustment.Blank, "removed", cancellation);
    }

    private async Task<IResult> Confirm(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var posted = await request.ReadFormAsync(cancellation);
        var changed = await change.Confirm(request.Caller(), cycle, unit, posted["seen"].ToString(), cancellation);
        return await Answer(request, cycle, unit, changed, TypedAdjustment.Blank, "confirmed", cancellation);
    }

    private async Task<IResult> Answer(
        HttpRequest request, string cycle, string unit, Outcome<OpenReport> changed, TypedAdjustment typed, string done,
        CancellationToken cancellation) =>
        changed.Refusal is { Kind: RefusalKind.Forbidden or RefusalKind.NotFound } closed ? ReportPages.Refused(closed)
        : changed.Refusal is { } refusal ? await Show(request, cycle, unit, typed, refusal, cancellation)
        : Results.LocalRedirect($"{AddressOf(changed.Value.Obligation.Cycle, changed.Value.Obligation.Unit)}?done={done}");
}

/// <summary>A version with what it says.</summary>
public sealed record AdjustedVersion(SubmittedVersion Version, ReportContent Content);
