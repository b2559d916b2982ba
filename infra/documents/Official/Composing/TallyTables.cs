using VksServerless.Documents.Publications;

namespace VksServerless.Documents.Official.Composing;

/// <summary>How many units gave which answer.</summary>
internal static class TallyTables
{
    public static IEnumerable<Block> Of(SectionView view)
    {
        foreach (var matrix in view.Matrices)
        {
            yield return Matrix(matrix);
        }

        if (view.Tallies.Count > 0)
        {
            yield return Tables.Of(
                "Số đơn vị theo câu trả lời",
                [GridColumn.Name("Nội dung, trả lời", 60), GridColumn.Number("Số đơn vị", 26), GridColumn.Number("Tỷ lệ", 22)],
                [
                    .. view.Tallies.SelectMany(tally => tally.Rows.Select(row => GridRow.Of(row.Label, row.Count, row.Share))
                        .Prepend(GridRow.Group(Named(tally), 3))),
                ]);
        }
    }

    private static string Named(TallyView tally)
    {
        var rest = tally.Units.NotApplicable.Length == 0 ? "" : $"; không áp dụng: {tally.Units.NotApplicable}";
        return $"{tally.Indicator.Label} ({tally.Units.Text} đơn vị có số liệu{rest})";
    }

    private static Block.Table Matrix(TallyMatrix matrix) => Tables.Of(
        "Số đơn vị theo câu trả lời (trên số đơn vị phải báo cáo)",
        [
            GridColumn.Line, GridColumn.Name("Nội dung", 45),
            .. matrix.Options.Append("Chưa có số liệu").Select(option => GridColumn.Number(option, 20)),
            .. matrix.AnyNil ? [GridColumn.Number("Không phát sinh", 17)] : Array.Empty<GridColumn>(),
            .. matrix.AnyNotApplicable ? [GridColumn.Number("Không áp dụng", 16)] : Array.Empty<GridColumn>(),
        ],
        [
            .. matrix.Lines.Select(line => GridRow.Of(
            [
                line.Line, line.Indicator.Label, .. line.Counts.Append(line.Missing).Select(count => $"{count.Count}\n{count.Share}"),
                .. matrix.AnyNil ? [line.Nil] : Array.Empty<string>(),
                .. matrix.AnyNotApplicable ? [line.NotApplicable] : Array.Empty<string>(),
            ])),
        ]);
}
