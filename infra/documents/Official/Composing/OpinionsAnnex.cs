using VksServerless.Documents.Publications;

namespace VksServerless.Documents.Official.Composing;

/// <summary>What units said of a draft, and what became of it.</summary>
internal static class OpinionsAnnex
{
    public static IEnumerable<Block> Of(Material material)
    {
        foreach (var section in material.Sections.Where(section => section.Opinions?.Fields.Any(field => field.Rows.Count > 0) is true))
        {
            yield return new Block.Heading(3, section.Heading);
            foreach (var field in section.Opinions!.Fields.Where(field => field.Rows.Count > 0))
            {
                yield return Tables.Of(
                    $"{field.Label} ({field.Summary})",
                    [
                        GridColumn.Line, GridColumn.Name("Đơn vị", 30), GridColumn.Name("Ý kiến", 50),
                        GridColumn.Centred("Tiếp thu/giải trình", 20), GridColumn.Name("Nội dung", 45),
                    ],
                    [
                        .. field.Rows.Select(row => GridRow.Of(
                            row.Line, UnitNames.Shorten(row.Unit), Said(row.Lines), row.Kind, row.Text)),
                    ]);
            }
        }
    }

    public static string Said(IReadOnlyList<OpinionLine> lines) =>
        string.Join('\n', lines.Select(line => line.Label.Length == 0 ? line.Text : $"{line.Label}: {line.Text}"));
}
