using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace VksServerless.Documents.Official.Word;

/// <summary>The blocks of a stretch as elements of Word.</summary>
internal sealed class WordBlocks(WordPictures pictures)
{
    public IEnumerable<OpenXmlElement> Of(Stretch stretch) => stretch.Blocks.SelectMany(block => Of(block, stretch.IsLandscape));

    private IEnumerable<OpenXmlElement> Of(Block block, bool landscape) => block switch
    {
        Block.Heading heading => [WordText.Paragraph(
            $"Heading{heading.Level}", heading.Above.Length == 0 ? heading.Text : $"{heading.Above}\n{heading.Text}")],
        Block.Paragraph paragraph => [Paragraph(paragraph)],
        Block.Table table => WordTables.Of(table, landscape),
        Block.Picture picture => pictures.Of(picture, Sheet.For(landscape)),
        _ => throw new NotSupportedException($"No such block: {block.GetType().Name}"),
    };

    private static W.Paragraph Paragraph(Block.Paragraph paragraph)
    {
        OpenXmlElement[] runs = [.. paragraph.Runs.Select(WordText.Run)];
        return paragraph.Kind switch
        {
            ParagraphKind.Item => WordText.Paragraph(WordStyles.Item, [WordText.Run("- "), .. runs]),
            ParagraphKind.UnitName => WordText.Paragraph(WordStyles.UnitName, runs),
            ParagraphKind.Said => WordText.Paragraph(WordStyles.Said, runs),
            ParagraphKind.Note => WordText.Paragraph(WordStyles.Note, runs),
            _ => WordText.Paragraph("Normal", runs),
        };
    }
}
