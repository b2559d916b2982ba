namespace VksServerless.Documents.Official.Composing;

/// <summary>Every answer in words, under its unit's name.</summary>
internal static class NarrativesAnnex
{
    public static IEnumerable<Block> Of(Material material)
    {
        foreach (var section in material.Sections.Where(section => section.Narratives.Any(narratives => narratives.Groups.Count > 0)))
        {
            yield return new Block.Heading(3, section.Heading);
            foreach (var narratives in section.Narratives.Where(narratives => narratives.Groups.Count > 0))
            {
                yield return new Block.Heading(4, $"{narratives.Label} ({narratives.Count} đơn vị)");
                foreach (var block in narratives.Brief ? Listed(narratives) : InFull(narratives))
                {
                    yield return block;
                }
            }
        }
    }

    private static IEnumerable<Block> Listed(Publications.NarrativesView narratives)
    {
        yield return Tables.Of(
            "",
            [GridColumn.Line, GridColumn.Name("Đơn vị", 60), GridColumn.Name("Nội dung", 70)],
            [
                .. narratives.Groups.SelectMany(group => group.Narratives).Select((one, at) =>
                    GridRow.Of(Written.Count(at + 1), UnitNames.Shorten(one.Unit), one.Text)),
            ]);
    }

    private static IEnumerable<Block> InFull(Publications.NarrativesView narratives) =>
        narratives.Groups.SelectMany(group => group.Narratives).SelectMany(one => one.Text
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(paragraph => Block.Paragraph.Of(paragraph, ParagraphKind.Said))
            .Prepend(Block.Paragraph.Of(UnitNames.Shorten(one.Unit), ParagraphKind.UnitName)));
}
