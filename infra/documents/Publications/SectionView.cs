using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Documents.Publications;

/// <summary>One section of the form with everything that came of it.</summary>
/// <param name="Anchor">Its place in the form: codes are not fit to be ids of a page.</param>
internal sealed record SectionView(
    string Anchor,
    string Heading,
    string CountedOn,
    IReadOnlyList<string> Text,
    IReadOnlyList<SumRow> Sums,
    IReadOnlyList<AdjustmentRow> Adjustments,
    IReadOnlyList<SpreadRow> Spreads,
    IReadOnlyList<TallyMatrix> Matrices,
    IReadOnlyList<TallyView> Tallies,
    IReadOnlyList<ByLevelView> ByLevel,
    IReadOnlyList<GroupedRows> Tables,
    IReadOnlyList<RankingView> Rankings,
    IReadOnlyList<NodeTable> NodeTables,
    IReadOnlyList<NarrativesView> Narratives,
    IReadOnlyList<ListedRowsView> Rows,
    DenominatorsView? Denominators,
    OpinionsView? Opinions)
{
    private const int MostAdjustmentsOpen = 12;

    /// <summary>How many, where they would bury the figures and wait to be asked for; null where they stand open.</summary>
    public string? ManyAdjustments => Adjustments.Count > MostAdjustmentsOpen ? Written.Count(Adjustments.Count) : null;

    public bool HasNarratives => Narratives.Count > 0;

    public bool HasRows => Rows.Count > 0;

    public bool HasFigures => Sums.Count + Spreads.Count + Matrices.Count + Tallies.Count + Tables.Count > 0;

    public static SectionView Of(Section section, int place, SectorReport report, ReportUnits units)
    {
        var adjusted = section.Fields.ToDictionary(field => field.Code);
        var (matrices, tallies) = TallyMatrix.Of(Fields(AggregationMethod.Tally), report);
        return new SectionView(
            $"{place}",
            $"{section.Number}. {section.Title}",
            report.CountedOn is { } day ? Vietnamese.Day(day) : "",
            report.Texts?.GetValueOrDefault(section.Code)?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [],
            [.. Fields(AggregationMethod.Sum).Select((field, index) => SumRow.Of(field, report, index + 1))],
            [
                .. from made in report.Adjustments
                   where adjusted.ContainsKey(made.Field)
                   select new AdjustmentRow(
                       units.NameOf(made.Unit), Labels.WithMeasure(adjusted[made.Field]), Written.Signed(made.Amount),
                       made.Fallen is true ? $"Không còn tính, vì số liệu cấp dưới đã thay đổi. {made.Reason}" : made.Reason),
            ],
            [.. section.Fields.Where(SpreadRow.Shows).Select(field => SpreadRow.Of(field, report, units))],
            matrices,
            [.. tallies.Select(field => TallyView.Of(field, report))],
            ByLevelView.Of(section, report, units),
            [
                .. Fields(AggregationMethod.Union)
                    .Select((field, index) => GroupedRows.Of(section, field, report, $"bieu-do-{place}-{index + 1}")),
            ],
            [.. section.Fields.Where(field => field.Ranked is not null).Select(field => RankingView.Of(field, report, units))
                .Where(ranking => ranking.Levels.Count > 0)],
            NodeTable.Of(section, [.. Fields(AggregationMethod.Sum)], report, units),
            [.. Listed(AggregationMethod.List).Select(field => NarrativesView.Of(section, field, report, units))],
            [.. Listed(AggregationMethod.Union).Select(field => ListedRowsView.Of(section, field, report, units))],
            DenominatorsView.Of(section, report, units),
            OpinionsView.Of(section, report, units));

        IEnumerable<Field> Fields(AggregationMethod method) => section.Fields.Where(field => field.Aggregation == method);

        // Opinions stand beside their replies, and not a second time in the annexes.
        IEnumerable<Field> Listed(AggregationMethod method) =>
            Fields(method).Where(field => !field.Opinion || report.Opinions is null);
    }
}

/// <summary>What the units reported, what was adjusted and what that makes.</summary>
internal sealed record SumRow(string Line, IndicatorView Indicator, string Reported, string Adjusted, string Total, Counted Units)
{
    public static SumRow Of(Field field, SectorReport report, int line)
    {
        var sum = report.Figures.GetValueOrDefault(field.Code) as Figure.Sum;
        return new SumRow(
            Written.Count(line),
            IndicatorView.Of(field),
            sum is null ? Written.Nothing : FigureText.Of(sum.Reported),
            sum is null || sum.Adjusted == 0 ? Written.Nothing : Written.Signed(sum.Adjusted),
            sum is null ? Written.Nothing : FigureText.Of(sum.Total),
            Counted.Of(field, sum?.Units ?? 0, report));
    }
}

internal sealed record AdjustmentRow(string Unit, string Label, string Amount, string Reason);
