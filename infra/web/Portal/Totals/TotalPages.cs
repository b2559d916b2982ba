using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Application.Forms;
using VksServerless.Application.Totals;
using VksServerless.Cycles;
using VksServerless.Documents;
using VksServerless.Documents.Charts;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Notices;
using VksServerless.Totals;
using VksServerless.Units;
using VksServerless.Web.Api.Totals;
using VksServerless.Web.Door;
using VksServerless.Web.Portal.Reports;
using VksServerless.Web.Portal.Shell;

namespace VksServerless.Web.Portal.Totals;

/// <summary>Figures of a unit with everything below it, down to the units' own reports, and over the periods.</summary>
internal sealed class TotalPages(TotalAccess access, ReadNodeTotal read, CompareWithEarlier compare, IForms forms) : IPages
{
    public void Map(IEndpointRouteBuilder portal)
    {
        portal.MapGet("cycles/{cycle}/totals/{unit}", Show);
        portal.MapGet("cycles/{cycle}/comparison/{unit}", Compare);
    }

    public static string AddressOf(CycleId cycle, UnitCode unit, FieldCode? field = null) =>
        $"{PortalPath.Cycle(cycle)}/totals/{unit}" + (field is { } code ? $"?field={code}" : "");

    public static string ComparisonOf(CycleId cycle, UnitCode unit, FieldCode? field = null) =>
        $"{PortalPath.Cycle(cycle)}/comparison/{unit}" + (field is { } code ? $"?field={code}" : "");

    private async Task<IResult> Show(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var found = await access.Read(request.Caller(), cycle, unit, cancellation);
        var basis = BasisQuery.Read(request);
        if ((found.Refusal ?? basis.Refusal) is { } refusal)
        {
            return ReportPages.Refused(refusal);
        }

        var (of, roster, node) = found.Value;
        var form = (await forms.Find(of.Terms.Form, cancellation))!;
        var overview = await read.Execute(of, roster, node, basis.Value, cancellation);
        IReadOnlyList<Field> fields =
            [.. form.Fields.Where(field => FigureNumber.Of(overview.Figures.GetValueOrDefault(field.Code)) is not null)];
        var chosen = Chosen(request, fields);
        return PageResult.Of<TotalPage>(new
        {
            Cycle = of,
            Roster = roster,
            Node = node,
            Form = form,
            Overview = overview,
            Fields = fields,
            Field = chosen,
            Ranking = chosen is null || overview.Subordinates.Count == 0 ? null : RankingOf(of, roster, overview, chosen),
            Me = request.Caller(),
        });
    }

    private async Task<IResult> Compare(HttpRequest request, string cycle, string unit, CancellationToken cancellation)
    {
        var me = request.Caller();
        var found = await compare.Execute(me, cycle, unit, request.Query["with"].ToString(), cancellation);
        if (found.Refusal is { } refusal)
        {
            return ReportPages.Refused(refusal);
        }

        var node = found.Value;
        var form = (await forms.Find(node.Cycle.Terms.Form, cancellation))!;
        var numbers = node.Compared.Figures.Where(one => one.Option is null).Select(one => one.Field).ToHashSet();
        IReadOnlyList<Field> fields =
            [.. form.Fields.Where(field => numbers.Contains(field.Code))];
        var chosen = Chosen(request, fields);
        return PageResult.Of<ComparisonPage>(new
        {
            Node = node,
            Form = form,
            Fields = fields,
            Field = chosen,
            Trend = chosen is null ? null : TrendOf(chosen, await compare.Follow(node, chosen.Code, null, me, cancellation)),
        });
    }

    private static Field? Chosen(HttpRequest request, IReadOnlyList<Field> fields) =>
        fields.FirstOrDefault(field => field.Code.ToString() == request.Query["field"])
        ?? fields.FirstOrDefault(field => field.Ranked is not null) ?? (fields is [var first, ..] ? first : null);

    private static Chart RankingOf(Cycle cycle, Roster roster, NodeOverview overview, Field field) => new RankingChart(
        "xep-theo", $"{field.Label}, theo đơn vị", "Đơn vị", Labels.WithMeasure(field),
        [
            .. from child in overview.Subordinates
               let value = FigureNumber.Of(child.Unit.Figures.GetValueOrDefault(field.Code))
               where value is not null
               select new RankedBar(
                   roster.NameOf(child.Unit.Unit), value.Value, Href: AddressOf(cycle.Id, child.Unit.Unit, field.Code)),
        ],
        field.Ranked is Ranked.Lowest).Draw();

    private static Chart TrendOf(Field field, IReadOnlyList<FigureOfPeriod> periods) => new TrendChart(
        "qua-cac-ky", $"{field.Label} qua các kỳ", "Kỳ báo cáo", Labels.WithMeasure(field),
        [.. periods.Select(period => new TrendPoint(PeriodName.Of(period.Cycle.Terms.Period), period.Value))]).Draw();
}
