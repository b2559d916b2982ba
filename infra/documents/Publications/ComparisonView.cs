using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Publications;

/// <summary>So sánh với kỳ trước.</summary>
internal sealed record ComparisonView(string Number, string Period, IReadOnlyList<string> Notes, IReadOnlyList<ComparedSection> Sections)
{
    public static ComparisonView Of(PeriodComparison comparison, Form form) => new(
        comparison.Number.ToString(),
        $"từ ngày {Vietnamese.Day(comparison.Period.FirstDay)} đến ngày {Vietnamese.Day(comparison.Period.LastDay)}",
        comparison.Notes,
        [
            .. from section in form.Sections
               let rows = section.Fields.SelectMany(
                   field => RowsOf(field, comparison.Figures.Where(figure => figure.Field == field.Code).ToList())).ToList()
               where rows.Count > 0
               select new ComparedSection($"{section.Number}. {section.Title}", rows),
        ]);

    /// <summary>Of counted answers a heading and the options in the form's order; of any other figure one line.</summary>
    private static IEnumerable<ComparedRow> RowsOf(Field field, List<Compared> figures) => figures switch
    {
        [] => [],
        [{ Option: null } figure] => [ComparedRow.Of(field.Label, field, figure, IsPercent(field))],
        [{ Shares: not null }, ..] => SharesOf(field, figures),
        _ => Labels.OptionsOf(field).Select(option => option.Code).Union(figures.Select(figure => figure.Option ?? ""))
            .SelectMany(code => figures.Where(figure => figure.Option == code))
            .Select(figure => ComparedRow.Of(Labels.OfOption(field, figure.Option!), field, figure, false) with { IsOption = true })
            .Prepend(new ComparedRow(field.Label, "", "", "", "", "") { IsHeading = true }),
    };

    private static IEnumerable<ComparedRow> SharesOf(Field field, List<Compared> figures) => Labels.OptionsOf(field)
        .Select(option => option.Code).Union(figures.Select(figure => figure.Option ?? ""))
        .SelectMany(code => figures.Where(figure => figure.Option == code))
        .Select(figure => ComparedRow.OfShare(Labels.OfOption(field, figure.Option!), figure))
        .Prepend(new ComparedRow(field.Label, "", "", "", "", "") { IsHeading = true });

    private static bool IsPercent(Field field) => field.Type is FieldType.Percent;
}

internal sealed record ComparedSection(string Heading, IReadOnlyList<ComparedRow> Rows);

internal sealed record ComparedRow(string Label, string Measure, string Then, string Now, string Change, string Percent)
{
    public bool IsHeading { get; init; }

    public bool IsOption { get; init; }

    /// <summary>97% (64/66) → 100% (37/37): a share stays a share, however many units there are.</summary>
    public static ComparedRow OfShare(string label, Compared figure) => new(
        label,
        "%",
        $"{FigureText.Of(figure.Then)}% ({Written.Count(figure.Shares!.Then)}/{Written.Count(figure.Shares.ThenOf)})",
        $"{FigureText.Of(figure.Now)}% ({Written.Count(figure.Shares.Now)}/{Written.Count(figure.Shares.NowOf)})",
        figure.Change == 0 ? "0" : Written.Signed(figure.Change) + " điểm",
        Written.Nothing)
    {
        IsOption = true,
    };

    /// <summary>Of how many units, where some are lacking in either period: then the two sums are not of the same units.</summary>
    private static string OfUnits(ComparedShares? units, Func<ComparedShares, (int Part, int Whole)> of) =>
        units is null || (units.Then == units.ThenOf && units.Now == units.NowOf) ? ""
        : of(units) is var (part, whole) ? $" ({Written.Count(part)}/{Written.Count(whole)} đơn vị)" : "";

    /// <summary>Between two percentages there lie points: a percentage of a percentage would be read as one of them.</summary>
    public static ComparedRow Of(string label, Field field, Compared figure, bool percent) => new(
        label,
        percent
            ? "%"
            : figure.Option is null && field.Aggregation != AggregationMethod.Union
            ? Labels.Measure(field)
            : figure.Option is null
            ? "dòng"
            : "đơn vị",
        FigureText.Of(figure.Then) + OfUnits(figure.Units, units => (units.Then, units.ThenOf)),
        FigureText.Of(figure.Now) + OfUnits(figure.Units, units => (units.Now, units.NowOf)),
        figure.Change == 0 ? "0" : Written.Signed(figure.Change) + (percent ? " điểm" : ""),
        percent || figure.Percent is not { } share
            ? Written.Nothing
            : (share > 0 ? "+" : "") + share.ToString("#,0.0", Vietnamese.Culture) + "%");
}
