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
public sealed class TotalEndpoints(TotalAccess access, ReadNodeTotal read, TraceFigure trace, IForms forms) : IEndpoints
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
        return Reply.Ok(NodeView.Of(await read.Execute(of, roster, node, basis.Value, cancellation), node, roster));
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
        var (form, code) = ((await forms.Find(of.Terms.Form, cancellation))!, FieldCode.Of(field));
        if (form.Find(code) is null)
        {
            return Reply.Problem(FormRefusals.FieldUnknown(form.Ref));
        }

        var sources = await trace.Execute(of, roster, node, code, basis.Value, cancellation);
        return Reply.Ok(sources.Select(source => SourceView.Of(source, code, roster)).ToList());
    }
}

/// <param name="Figures">By field code: the unit itself and everything below it.</param>
/// <param name="Own">By field code: what the unit's own accepted report brings.</param>
/// <param name="Children">The units directly below.</param>
public sealed record NodeView(
    UnitCode Unit, string Name, Completeness Completeness, IReadOnlyDictionary<string, Figure> Figures,
    IReadOnlyDictionary<string, Figure> Own, IReadOnlyList<ChildView> Children)
{
    public static NodeView Of(NodeOverview node, UnitCode unit, Roster roster) => new(
        unit, roster.NameOf(unit), node.Completeness, node.Figures, node.Own,
        [.. node.Subordinates.Select(child => ChildView.Of(child, roster))]);
}

/// <param name="State">Of its own report; null when only units below it take part.</param>
public sealed record ChildView(UnitCode Unit, string Name, string? State, bool? OnTime, int? Version, Completeness Completeness)
{
    public static ChildView Of(Subordinate child, Roster roster) => new(
        child.Unit.Unit, roster.NameOf(child.Unit.Unit), child.Unit.Obligation?.State.Name, child.Unit.Obligation?.OnTime,
        child.Unit.Contribution?.Version, child.Completeness);
}

/// <param name="Value">What this version brings to the figure.</param>
public sealed record SourceView(UnitCode Unit, string Name, int Version, string Sha256, Figure Value)
{
    public static SourceView Of(Contribution source, FieldCode field, Roster roster) => new(
        source.Unit, roster.NameOf(source.Unit), source.Version, source.Sha256.ToString(), source.Figures[field.ToString()]);
}
