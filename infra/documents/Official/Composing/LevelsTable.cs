using VksServerless.Documents.Publications;

namespace VksServerless.Documents.Official.Composing;

/// <summary>What the units of each level answered, where it is too much for sentences.</summary>
internal static class LevelsTable
{
    /// <summary>Of yes and no only yes is said.</summary>
    public static bool IsSentence(ByLevelView level) => level.Lines.Count == 1;

    public static IEnumerable<Block> Of(SectionView view)
    {
        var levels = view.ByLevel.Where(level => !IsSentence(level)).ToList();
        if (levels.Count > 0)
        {
            yield return Tables.Of(
                "Số đơn vị theo cấp",
                [GridColumn.Name("Nội dung, trả lời", 45), GridColumn.Name("Số đơn vị của từng cấp/phải báo cáo (tỷ lệ)", 90)],
                [
                    .. levels.SelectMany(level => level.Lines.Select(line => GridRow.Of(line.Option, line.Text))
                        .Prepend(GridRow.Group(level.Label, 2))),
                ]);
        }
    }
}
