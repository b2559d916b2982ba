using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Publications;

/// <summary>What was published of the preceding period.</summary>
/// <param name="Number">Of its publication.</param>
/// <param name="Notes">How its figures were restated, in Vietnamese; usually none.</param>
public sealed record PublishedBefore(PublicationNumber Number, SectorReport Report, IReadOnlyList<string> Notes);

/// <summary>So sánh với kỳ trước.</summary>
/// <param name="Number">Of the publication whose figures stand for the preceding period.</param>
/// <param name="Notes">How they were restated, in Vietnamese; usually none.</param>
public sealed record PeriodComparison(
    CycleId Cycle, PublicationNumber Number, Period Period, IReadOnlyList<Compared> Figures, IReadOnlyList<string> Notes)
{
    /// <returns>Null when there is nothing to compare with, or only another form's report.</returns>
    internal static PeriodComparison? With(PublishedBefore? earlier, Form form, IReadOnlyDictionary<string, Figure> now) =>
        earlier is { Report: { } report } && report.Form.Code == form.Code
            ? new(report.Cycle, earlier.Number, report.Period, [.. Compare(form, report.Figures, now)], earlier.Notes)
            : null;

    private static IEnumerable<Compared> Compare(
        Form form, IReadOnlyDictionary<string, Figure> then, IReadOnlyDictionary<string, Figure> now) =>
        from field in form.Fields
        let pair = (Then: then.GetValueOrDefault(field.Code), Now: now.GetValueOrDefault(field.Code))
        where pair.Then?.GetType() == pair.Now?.GetType()
        let before = Values(pair.Then)
        let after = Values(pair.Now)
        from option in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
        where option.Length > 0 || (before.ContainsKey(option) && after.ContainsKey(option))
        select new Compared(
            field.Code, option.Length == 0 ? null : option, before.GetValueOrDefault(option), after.GetValueOrDefault(option));

    /// <summary>
    /// Of counted answers each option by its code; of any other figure the one value, under an empty code, if it has one.
    /// </summary>
    private static Dictionary<string, decimal> Values(Figure? figure) => figure switch
    {
        Figure.Tally tally => tally.Counts.ToDictionary(option => option.Key, option => (decimal)option.Value),
        Figure.Rows rows => One(rows.Count),
        _ => FigureNumber.Of(figure) is { } value ? One(value) : [],
    };

    private static Dictionary<string, decimal> One(decimal value) => new() { [""] = value };
}

/// <summary>A figure of the sector beside what it was.</summary>
/// <param name="Option">Of counted answers: the code of the option; else null.</param>
public sealed record Compared(FieldCode Field, string? Option, decimal Then, decimal Now)
{
    public decimal Change => Now - Then;

    /// <summary>In percent of what it was, rounded to one place, halves away from zero; null when it was zero.</summary>
    public decimal? Percent => Then == 0 ? null : Math.Round(100 * Change / Math.Abs(Then), 1, MidpointRounding.AwayFromZero);
}
