namespace VksServerless.Documents.Official.Pdf;

/// <summary>Short lines below one another, beside those of another column.</summary>
internal sealed class PdfColumn(PdfPages pages, double x, double width, Align align = Align.Centre)
{
    public double Y { get; private set; } = pages.Y;

    public void Line(Run run, double size)
    {
        foreach (var line in align == Align.Left ? LineBreaker.Break([run], size, width) : LineBreaker.Balance([run], size, width))
        {
            line.Draw(pages, x, Y, width, align);
            Y += TextLine.Height(size);
        }
    }

    public void Skip(double height) => Y += height;

    public void Rule(double length)
    {
        Y += Typography.RuleGap;
        pages.Rule(x + (width - length) / 2, Y, x + (width + length) / 2, Y);
        Y += Typography.Gap;
    }
}
