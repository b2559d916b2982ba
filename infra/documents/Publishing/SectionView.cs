using VksServerless.Aggregation;
using VksServerless.Forms;
using VksServerless.Publishing;

namespace VksServerless.Documents.Publishing;

/// <summary>One section of the form with everything that came of it.</summary>
/// <param name="Anchor">Its place in the form: codes are not fit to be ids of a page.</param>
internal sealed record SectionView(
    string Anchor,
    string Heading,
    IReadOnlyList<SumRow> Sums,
    IReadOnlyList<AdjustmentRow> Adjustments,
    IReadOnlyList<SpreadRow> Spreads,
    IReadOnlyList<TallyView> Tallies,
    IReadOnlyList<NodeTable> NodeTables,
    IReadOnlyList<NarrativesView> Narratives)
{
    public bool HasNarratives => Narratives.Count > 0;

    public bool HasFigures => Sums.Count + Spreads.Count + Tallies.Count > 0;

    public static SectionView Of(Section section, int place, SectorReport report, ReportUnits units)
    {
        var adjusted = section.Fields.ToDictionary(field => field.Code);
        return new SectionView(
            $"{place}",
            $"{section.Number}. {section.Title}",
            [.. Fields(AggregationMethod.Sum).Select((field, index) => SumRow.Of(field, report.Figures.GetValueOrDefault(field.Code) as Figure.Sum, index + 1))],
            [
                .. from made in report.Adjustments
                   where adjusted.ContainsKey(made.Field)
                   select new AdjustmentRow(units.NameOf(made.Unit), Labels.WithMeasure(adjusted[made.Field]), Written.Signed(made.Amount), made.Reason),
            ],
            [
                .. section.Fields.Where(field => field.Aggregation is AggregationMethod.Mean or AggregationMethod.Min or AggregationMethod.Max)
                    .Select(field => SpreadRow.Of(field, report.Figures.GetValueOrDefault(field.Code), units)),
            ],
            [.. Fields(AggregationMethod.Tally).Select(field => TallyView.Of(field, report.Figures.GetValueOrDefault(field.Code) as Figure.Tally))],
            NodeTable.Of(section, [.. Fields(AggregationMethod.Sum)], report, units),
            [.. Fields(AggregationMethod.List).Select(field => NarrativesView.Of(section, field, report, units))]);

        IEnumerable<Field> Fields(AggregationMethod method) => section.Fields.Where(field => field.Aggregation == method);
    }
}

/// <summary>What the units reported, what was adjusted and what that makes.</summary>
internal sealed record SumRow(string Line, string Label, string Measure, string Reported, string Adjusted, string Total, string Units)
{
    public static SumRow Of(Field field, Figure.Sum? sum, int line) => new(
        Written.Count(line),
        field.Label,
        Labels.Measure(field),
        sum is null ? Written.Nothing : FigureText.Of(sum.Reported),
        sum is null || sum.Adjusted == 0 ? Written.Nothing : Written.Signed(sum.Adjusted),
        sum is null ? Written.Nothing : FigureText.Of(sum.Total),
        Written.Count(sum?.Units ?? 0));
}

internal sealed record AdjustmentRow(string Unit, string Label, string Amount, string Reason);

/// <summary>A mean, or the least or greatest with the unit that reported it.</summary>
internal sealed record SpreadRow(string Label, string Measure, string Kind, string Value, string Unit, string Units)
{
    public static SpreadRow Of(Field field, Figure? figure, ReportUnits units) => new(
        field.Label,
        Labels.Measure(field),
        field.Aggregation switch { AggregationMethod.Mean => "Bình quân", AggregationMethod.Min => "Nhỏ nhất", _ => "Lớn nhất" },
        figure switch { null => Written.Nothing, Figure.Mean mean => Written.Average(mean, field), _ => FigureText.Of(figure) },
        figure switch { Figure.Least least => units.NameOf(least.Of), Figure.Greatest greatest => units.NameOf(greatest.Of), _ => Written.Nothing },
        Written.Count(figure switch { Figure.Mean mean => mean.Units, Figure.Least least => least.Units, Figure.Greatest greatest => greatest.Units, _ => 0 }));
}

/// <summary>How many of those who answered chose what.</summary>
internal sealed record TallyView(string Label, string Units, IReadOnlyList<TallyRow> Rows)
{
    public static TallyView Of(Field field, Figure.Tally? tally)
    {
        var answered = tally?.Units ?? 0;
        var known = Labels.OptionsOf(field).Select(option => option.Code);
        return new TallyView(field.Label, Written.Count(answered),
        [
            .. known.Union(tally?.Counts.Keys ?? []).Select(code => (code, count: tally?.Counts.GetValueOrDefault(code) ?? 0))
                .Select(row => new TallyRow(Labels.OfOption(field, row.code), Written.Count(row.count), Written.Share(row.count, answered), Width(row.count, answered))),
        ]);
    }

    /// <summary>Of the bar, in percent as SVG writes it.</summary>
    private static string Width(int part, int whole) =>
        whole == 0 ? "0" : Math.Round(100m * part / whole, 2).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed record TallyRow(string Label, string Count, string Share, string Width);
