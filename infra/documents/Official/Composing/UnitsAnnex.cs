using VksServerless.Documents.Publications;

namespace VksServerless.Documents.Official.Composing;

/// <summary>Of how many units each figure speaks, and by name those of whom it does not or who answered no.</summary>
internal static class UnitsAnnex
{
    public static IEnumerable<Block> Of(Material material)
    {
        foreach (var (_, view) in material.Each().Where(section => section.View.Denominators is not null))
        {
            yield return new Block.Heading(3, view.Heading);
            yield return Table(view.Denominators!);
            var declined = view.ByLevel.SelectMany(level => level.Named
                .Where(named => named.Heading != ByLevelView.NothingKnown && UnitNames.Count(named.Groups) > UnitNames.MostInSentence)
                .Select(named => ($"{level.Label}: {Words.WithinSentence(named.Heading)}", named.Count, named.Groups)));
            var absent = view.Denominators!.Absent.Select(absent => (absent.Heading, absent.Count, absent.Groups));
            foreach (var (heading, count, groups) in absent.Concat(declined))
            {
                yield return new Block.Heading(4, $"{heading} ({count} đơn vị)");
                foreach (var line in UnitNames.List(groups))
                {
                    yield return line;
                }
            }
        }
    }

    private static Block.Table Table(DenominatorsView view) => Tables.Of(
        "Số đơn vị phải báo cáo và có số liệu từng chỉ tiêu",
        [
            GridColumn.Name("Chỉ tiêu", 38), GridColumn.Number("Phải báo cáo", 17), GridColumn.Number("Có số liệu", 17),
            GridColumn.Number("Tỷ lệ", 18),
            .. view.AnyNotApplicable ? [GridColumn.Number("Không áp dụng", 17)] : Array.Empty<GridColumn>(),
            .. view.AnyUndefined ? [GridColumn.Number("Không xác định", 17)] : Array.Empty<GridColumn>(),
            .. view.AnyNil ? [GridColumn.Number("Không phát sinh", 17)] : Array.Empty<GridColumn>(),
            GridColumn.Number("Để trống", 16), GridColumn.Number("Chưa duyệt", 16),
        ],
        [
            .. view.Rows.Select(row => GridRow.Of(
            [
                row.Indicator.Label, row.Asked, row.Answered, row.Share,
                .. view.AnyNotApplicable ? [row.NotApplicable] : Array.Empty<string>(),
                .. view.AnyUndefined ? [row.Undefined] : Array.Empty<string>(), .. view.AnyNil ? [row.Nil] : Array.Empty<string>(),
                row.Blank, row.NotAccepted,
            ])),
        ]);
}
