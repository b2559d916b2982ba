namespace VksServerless.Documents.Official.Pdf;

/// <summary>Paragraphs and headings, of which never a single line stands alone on a page.</summary>
internal sealed class PdfParagraphs(PdfPages pages)
{
    private const double Size = Typography.Body;

    private static double LineHeight => TextLine.Height(Size);

    public void Draw(Block.Paragraph paragraph)
    {
        Flow(Lines(paragraph), null);
        pages.Y += Typography.Gap;
    }

    /// <summary>Of three lines none can be left over.</summary>
    public double LeadOf(Block.Paragraph paragraph) =>
        (Lines(paragraph).Count is var lines and <= 3 ? lines : 2) * LineHeight + Typography.Gap;

    public void DrawHeading(Block.Heading heading)
    {
        pages.Y += pages.IsAtTop ? 0 : Before(heading);
        Flow(Lines(heading), heading.Level < 3 ? Align.Centre : Align.Left);
        pages.Y += Typography.Gap;
    }

    public double HeightOf(Block.Heading heading) => Before(heading) + Lines(heading).Count * LineHeight + Typography.Gap;

    public void DrawCentred(Run run, double size = Size)
    {
        foreach (var line in LineBreaker.Balance([run], size, pages.Width))
        {
            line.Draw(pages, PdfPages.Left, pages.Y, pages.Width, Align.Centre);
            pages.Y += TextLine.Height(size);
        }
    }

    private static double Before(Block.Heading heading) => heading.Level < 3 ? 2 * Typography.Gap : Typography.Gap;

    private IReadOnlyList<TextLine> Lines(Block.Paragraph paragraph)
    {
        IReadOnlyList<Run> runs = paragraph.Kind switch
        {
            ParagraphKind.Item => [new Run("- "), .. paragraph.Runs],
            ParagraphKind.UnitName => [.. paragraph.Runs.Select(run => run with { Bold = true })],
            ParagraphKind.Note => [.. paragraph.Runs.Select(run => run with { Italic = true })],
            _ => paragraph.Runs,
        };
        return LineBreaker.Break(runs, Size, pages.Width, Typography.Indent);
    }

    private IReadOnlyList<TextLine> Lines(Block.Heading heading)
    {
        IReadOnlyList<Run> runs =
        [
            new Run(heading.Above.Length == 0 ? heading.Text : $"{heading.Above}\n{heading.Text}", Bold: true, Italic: heading.Level == 4),
        ];
        return heading.Level < 3
            ? LineBreaker.Balance(runs, Size, pages.Width)
            : LineBreaker.Break(runs, Size, pages.Width, Typography.Indent);
    }

    private void Flow(IReadOnlyList<TextLine> lines, Align? align)
    {
        for (var at = 0; at < lines.Count;)
        {
            var fit = Math.Min((int)((pages.Remaining + 0.01) / LineHeight), lines.Count - at);
            if (lines.Count - at - fit == 1 && lines.Count > 2)
            {
                fit--;
            }

            if (fit < Math.Min(2, lines.Count - at) && !pages.IsAtTop)
            {
                pages.Add(pages.Sheet.IsLandscape);
                continue;
            }

            foreach (var line in lines.Skip(at).Take(Math.Max(1, fit)))
            {
                line.Draw(pages, PdfPages.Left, pages.Y, pages.Width, align);
                pages.Y += LineHeight;
                at++;
            }
        }
    }
}
