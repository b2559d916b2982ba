using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Forms;
using VksServerless.Application.Totals;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Totals;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Totals;

/// <summary>Totals of a unit with everything below it, and from any figure down to the units and versions that it came from.</summary>
public sealed class TotalEndpoints(TotalAccess access, ITotals totals, TakeSnapshot snapshot, IForms forms) : IEndpoints
{
    private const string Total = "cycles/{cycle}/totals/{unit}";

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(Total, ReadTotal);
        api.MapGet(Total + "/figures/{field}", ReadFigure);
    }

    [Operation(
        "Số liệu tổng hợp của đơn vị và cấp dưới, với tình hình nộp (?as=submitted để tính cả bản đã nộp chưa duyệt, ?asOf= để lấy như " +
        "tại một thời điểm)",
        typeof(NodeView), Query = [BasisQuery.As, BasisQuery.Instant])]
    public async Task<IResult> ReadTotal(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var found = await access.Read(request.Caller(), cycle, unit, cancellation);
        var basis = BasisQuery.Read(request);
        if ((found.Refusal ?? basis.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (of, roster, node) = found.Value;
        if (!basis.Value.IsNow)
        {
            return Reply.Ok(NodeView.Of(await snapshot.Execute(of, roster, node, basis.Value, cancellation), node, roster));
        }

        var id = of.Id;
        var children = await totals.Children(id, node, cancellation);
        var below = NodeTotal.Of(node, children);

        // A superior that does not report itself has no row of its own until the first total of those below it.
        var own = roster.SuperiorOf(node) is { } superior
            && (await totals.Children(id, superior, cancellation)).FirstOrDefault(child => child.Unit == node) is { } row
            ? row with { Below = null }
            : new Child(node, null, null, null);
        var whole = own with { Below = below };
        return Reply.Ok(new NodeView(
            node, roster.NameOf(node), whole.Completeness, whole.Figures, own.Figures,
            [.. children.Select(child => ChildView.Of(child, roster))]));
    }

    [Operation("Một chỉ tiêu lấy từ những đơn vị, bản báo cáo nào", typeof(IReadOnlyList<SourceView>),
        Query = [BasisQuery.As, BasisQuery.Instant])]
    public async Task<IResult> ReadFigure(HttpRequest request, string cycle, string unit, string field, CancellationToken cancellation)
    {
        var found = await access.Read(request.Caller(), cycle, unit, cancellation);
        var basis = BasisQuery.Read(request);
        if ((found.Refusal ?? basis.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (of, roster, node) = found.Value;
        var (id, form, code) = (of.Id, (await forms.Find(of.Terms.Form, cancellation))!, FieldCode.Of(field));
        if (form.Find(code) is null)
        {
            return Reply.Problem(FormRefusals.FieldUnknown(form.Ref));
        }

        if (!basis.Value.IsNow)
        {
            var then = await snapshot.Execute(of, roster, node, basis.Value, cancellation);
            return Reply.Ok(SourceView.Of(then.Units.Values.OrderBy(child => child.Unit), code, roster).ToList());
        }

        var sources = new List<SourceView>();
        if (roster.SuperiorOf(node) is { } superior)
        {
            sources.AddRange(
                SourceView.Of((await totals.Children(id, superior, cancellation)).Where(child => child.Unit == node), code, roster));
        }

        await Gather(id, node, code, roster, sources, cancellation);
        return Reply.Ok(sources);
    }

    private async Task Gather(
        CycleId cycle, UnitCode node, FieldCode field, Roster roster, List<SourceView> sources, CancellationToken cancellation)
    {
        foreach (var child in await totals.Children(cycle, node, cancellation))
        {
            sources.AddRange(SourceView.Of([child], field, roster));
            if (child.Below?.Figures.ContainsKey(field) == true)
            {
                await Gather(cycle, child.Unit, field, roster, sources, cancellation);
            }
        }
    }
}

/// <param name="Figures">By field code: the unit itself and everything below it.</param>
/// <param name="Own">By field code: what the unit's own accepted report brings.</param>
/// <param name="Children">The units directly below.</param>
public sealed record NodeView(
    UnitCode Unit, string Name, Completeness Completeness, IReadOnlyDictionary<string, Figure> Figures,
    IReadOnlyDictionary<string, Figure> Own, IReadOnlyList<ChildView> Children)
{
    public static NodeView Of(Snapshot snapshot, UnitCode node, Roster roster) => new(
        node,
        roster.NameOf(node),
        snapshot.CompletenessOf(node),
        snapshot.FiguresOf(node),
        snapshot.OwnOf(node),
        [
            .. snapshot.Tree.Where(unit => unit.Superior == node).Select(unit => unit.Unit).Order().Select(unit =>
                ChildView.Of(
                    snapshot.Units.GetValueOrDefault(unit) ?? new Child(unit, null, null, null), roster) with { Completeness =
                        snapshot.CompletenessOf(unit) }),
        ]);
}

/// <param name="State">Of its own report; null when only units below it take part.</param>
public sealed record ChildView(UnitCode Unit, string Name, string? State, bool? OnTime, int? Version, Completeness Completeness)
{
    public static ChildView Of(Child child, Roster roster) => new(
        child.Unit, roster.NameOf(child.Unit), child.Obligation?.State.Name, child.Obligation?.OnTime, child.Contribution?.Version,
        child.Completeness);
}

/// <param name="Value">What this version brings to the figure.</param>
public sealed record SourceView(UnitCode Unit, string Name, int Version, string Sha256, Figure Value)
{
    public static IEnumerable<SourceView> Of(IEnumerable<Child> children, FieldCode field, Roster roster) =>
        from child in children
        let contribution = child.Contribution
        where contribution is not null && contribution.Figures.ContainsKey(field)
        select new SourceView(
            child.Unit, roster.NameOf(child.Unit), contribution.Version, contribution.Sha256.ToString(),
            contribution.Figures[field.ToString()]);
}
