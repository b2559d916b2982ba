namespace VksServerless.Documents.Official.Pdf;

/// <summary>Draws blocks down the pages; what must not stand alone at the foot of a page goes on with what follows it.</summary>
internal sealed class PdfBlocks(PdfPages pages, PdfBookmarks bookmarks)
{
    private readonly PdfTables _tables = new(pages);
    private readonly PdfParagraphs _paragraphs = new(pages);
    private readonly PdfPictures _pictures = new(pages);

    /// <param name="after">What must stand on the same page as the last block.</param>
    public void Draw(IReadOnlyList<Block> blocks, double after = 0)
    {
        foreach (var (at, block) in blocks.Index())
        {
            pages.Reserve(at == blocks.Count - 1 ? Lead(block) + after : LeadFrom(blocks, at));
            Draw(block);
        }
    }

    public void DrawHeading(Annex annex)
    {
        bookmarks.Add(1, $"{annex.Heading}. {annex.Title}");
        _paragraphs.DrawHeading(new Block.Heading(1, annex.Title, annex.Heading));
        _paragraphs.DrawCentred(new Run(annex.Attached, Italic: true), Typography.Attached);
        pages.Y += Typography.RuleGap;
        var rule = pages.Width * 0.2;
        pages.Rule(PdfPages.Left + (pages.Width - rule) / 2, pages.Y, PdfPages.Left + (pages.Width + rule) / 2, pages.Y);
        pages.Y += 2 * Typography.Gap;
    }

    private double LeadFrom(IReadOnlyList<Block> blocks, int at)
    {
        var height = Lead(blocks[at]);
        for (; blocks[at].KeepsWithNext && at + 1 < blocks.Count; at++)
        {
            height += Lead(blocks[at + 1]);
        }

        return height;
    }

    /// <summary>How much of the block must stand together at its beginning.</summary>
    private double Lead(Block block) => block switch
    {
        Block.Heading heading => _paragraphs.HeightOf(heading),
        Block.Paragraph paragraph => _paragraphs.LeadOf(paragraph),
        Block.Picture picture => _pictures.HeightOf(picture),
        Block.Table table => _tables.LeadOf(table),
        _ => 0,
    };

    private void Draw(Block block)
    {
        switch (block)
        {
            case Block.Heading heading:
                bookmarks.Add(heading.Level, heading.Full);
                _paragraphs.DrawHeading(heading);
                break;
            case Block.Paragraph paragraph:
                _paragraphs.Draw(paragraph);
                break;
            case Block.Picture picture:
                _pictures.Draw(picture);
                break;
            case Block.Table table:
                _tables.Draw(table);
                break;
        }
    }
}
