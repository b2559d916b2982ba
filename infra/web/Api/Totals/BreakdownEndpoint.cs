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

/// <summary>Phân tổ: the sector's figures by tier, by kind of unit, or by province.</summary>
public sealed class BreakdownEndpoint(TotalAccess access, BreakDownSector breakDown, IForms forms) : IEndpoints
{
    public void Map(IEndpointRouteBuilder api) => api.MapGet("cycles/{cycle}/breakdown", ReadBreakdown);

    [Operation(
        "Số liệu toàn ngành phân tổ theo cấp (?by=tier), loại đơn vị (level) hoặc tỉnh (province), có thể chỉ một chỉ tiêu (?field=)",
        typeof(IReadOnlyList<PartView>), Query = ["by", "field", BasisQuery.As, BasisQuery.Instant])]
    public async Task<IResult> ReadBreakdown(HttpRequest request, string cycle, CancellationToken cancellation)
    {
        var found = await access.ReadAll(request.Caller(), cycle, cancellation);
        var basis = BasisQuery.Read(request);
        if ((found.Refusal ?? basis.Refusal) is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var (of, roster) = found.Value;
        var form = (await forms.Find(of.Terms.Form, cancellation))!;
        var by = request.Query["by"].ToString();
        if (by is not ("tier" or "level" or "province"))
        {
            return Reply.Problem(TotalRefusals.BreakdownUnknown);
        }

        FieldCode? field = request.Query["field"] is [{ Length: > 0 } text] ? FieldCode.Of(text) : null;
        if (field is { } asked && form.Find(asked) is null)
        {
            return Reply.Problem(FormRefusals.FieldUnknown(form.Ref));
        }

        var parts = await breakDown.Execute(
            of, roster, Enum.Parse<BreakdownBy>(by, ignoreCase: true), field, basis.Value, cancellation);
        return Reply.Ok(parts.Select(part => PartView.Of(part, roster)).ToList());
    }
}

/// <param name="Part">district, province, supreme; department, high-level, …; or the code of the unit under the sector.</param>
/// <param name="Name">Of the unit; null of a tier or a level.</param>
public sealed record PartView(string Part, string? Name, Completeness Completeness, IReadOnlyDictionary<string, Figure> Figures)
{
    public static PartView Of(PartTotal part, Roster roster) => new(
        part.Part,
        UnitCode.TryParse(part.Part, out var unit) ? roster.NameOf(unit) : null,
        part.Completeness,
        part.Figures);
}
