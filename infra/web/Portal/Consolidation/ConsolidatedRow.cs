using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Web.Portal.Consolidation;

/// <summary>A sum of a superior's node.</summary>
/// <param name="Below">Of everything below, from accepted reports.</param>
/// <param name="Own">What the superior's own report answers.</param>
/// <param name="Adjusted">What is adjusted, or follows from what is.</param>
/// <param name="IsAdjustable">False: it is calculated from others.</param>
public sealed record ConsolidatedRow(Field Field, decimal Below, decimal Own, decimal Adjusted, bool IsAdjustable)
{
    public decimal Total => Below + Own + Adjusted;

    /// <param name="below">By unit directly below what it and everything below it bring.</param>
    internal static IReadOnlyList<ConsolidatedRow> Of(
        Form form, ReportContent content, IReadOnlyDictionary<string, IReadOnlyDictionary<string, Figure>> below)
    {
        var adjusted = Consolidated.Adjustments(form, content.Adjustments);
        return
        [
            .. from field in form.Fields
               where field.Aggregation == AggregationMethod.Sum && field.Type.Bounds is not null
               select new ConsolidatedRow(
                   field,
                   below.Values.Sum(figures => (figures.GetValueOrDefault(field.Code) as Figure.Sum)?.Total ?? 0),
                   (content.Answers[field.Code] as Answer.Number)?.Value ?? 0,
                   adjusted.GetValueOrDefault(field.Code),
                   !field.IsDerived),
        ];
    }
}
