using Microsoft.AspNetCore.Http;
using VksServerless.Reports;

namespace VksServerless.Web.Portal.Reports;

/// <summary>What an inspector typed about a version.</summary>
/// <param name="Finding">Null: nothing was chosen.</param>
/// <param name="Key">Of the page, so that it is recorded once.</param>
public sealed record TypedInspection(InspectionFinding? Finding, string Text, string Key)
{
    internal static TypedInspection Blank { get; } = new(null, "", "");

    internal static Refusal NothingChosen { get; } = InspectionRefusals.Invalid(
        new FieldError("/finding", "required", "Chọn hồ sơ đầy đủ hay chưa đầy đủ."));

    internal static TypedInspection Of(IFormCollection posted) => new(
        posted["finding"].ToString() switch
        {
            "in-order" => InspectionFinding.InOrder,
            "lacking" => InspectionFinding.Lacking,
            _ => null,
        },
        posted["text"].ToString(),
        posted["key"].ToString());
}
