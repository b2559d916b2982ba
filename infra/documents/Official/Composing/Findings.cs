using VksServerless.Documents.Publications;
using VksServerless.Forms;

namespace VksServerless.Documents.Official.Composing;

/// <summary>What the figures say, in sentences.</summary>
internal static class Findings
{
    private const int MostFigures = 8;

    public static IEnumerable<Block> Of(Section asked, SectionView view, Material material, AnnexList annexes)
    {
        var tables = asked.Fields.Where(field => field.Aggregation == AggregationMethod.Union).Zip(view.Tables);
        var progress = tables.Where(table => table.Second.States.Count > 0).ToList();
        foreach (var (field, table) in progress)
        {
            yield return Block.Paragraph.Of($"{field.Label}: {ProgressOf(table, NounOf(field, material.Form))}.");
        }

        // What counts the rows has just been said.
        if (progress.Count == 0 && FiguresOf(view) is { Length: > 0 } figures)
        {
            yield return Block.Paragraph.Of($"Theo số liệu tổng hợp: {figures}.");
        }

        foreach (var level in view.ByLevel.Where(LevelsTable.IsSentence))
        {
            yield return Block.Paragraph.Of(LevelSentence.Of(level, annexes));
        }
    }

    /// <summary>4/20 mục tiêu hoàn thành, 16/20 đang triển khai, không có mục tiêu nào chưa triển khai.</summary>
    private static string ProgressOf(GroupedRows table, string noun)
    {
        var first = true;
        return string.Join(", ", table.States.Select(state =>
        {
            if (state.Value == 0)
            {
                return noun.Length == 0 ? $"0 {state.Name}" : $"không có {noun} nào {state.Name}";
            }

            var named = first && noun.Length > 0 ? $"{noun} " : "";
            first = false;
            return $"{Figures.FigureText.Of(state.Value)}/{table.Count} {named}{state.Name}";
        }));
    }

    /// <summary>What the rows are: the measure of the indicator that counts them.</summary>
    private static string NounOf(Field table, Form form) =>
        form.Fields.FirstOrDefault(field => field.Formula == $"count({table.Code})")?.Measure ?? "";

    private static string FiguresOf(SectionView view)
    {
        var figures = view.Sums.Where(sum => sum.Total != Written.Nothing)
            .Select(sum => $"{Words.WithinSentence(sum.Indicator.Label)}: {sum.Total}{Measured(sum.Indicator)}")
            .Concat(view.Spreads.Where(spread => spread.Value != Written.Nothing && spread.Parts.Length > 0)
                .Select(spread => $"{Words.WithinSentence(spread.Indicator.Label)}: {spread.Value} ({spread.Parts})"))
            .ToList();
        return figures.Count <= MostFigures ? string.Join("; ", figures) : "";
    }

    private static string Measured(IndicatorView indicator) =>
        indicator.Measure == Written.Nothing ? "" : indicator.Measure == "%" ? "%" : $" {indicator.Measure}";
}
