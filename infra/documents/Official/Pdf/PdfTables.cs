namespace VksServerless.Documents.Official.Pdf;

/// <summary>
/// Tables over as many pages as it takes, their heading repeated on each. A row goes to the next page whole if it fits there; a taller
/// one is divided between lines.
/// </summary>
internal sealed class PdfTables(PdfPages pages)
{
    // A heading that leaves less than this for the rows is not repeated.
    private const double MostHeading = 0.5;
    private const int FewestLines = 2;

    // A short table that takes more of a page is divided all the same.
    private const double MostWhole = 0.5;

    public double LeadOf(Block.Table table)
    {
        var layout = new TableLayout(table, pages);
        var heading = CaptionHeight(table) + layout.Heading.Height;
        var whole = table.IsShort ? heading + table.Rows.Sum(row => layout.RowOf(row).Height) : double.MaxValue;
        return whole <= pages.Height * MostWhole ? whole
            : heading + Math.Min(layout.RowOf(table.Rows[0]).Height, layout.HeightOf(FewestLines)) + With(table, 0, layout);
    }

    public void Draw(Block.Table table)
    {
        var layout = new TableLayout(table, pages);
        if (table.Caption.Length > 0)
        {
            new PdfParagraphs(pages).DrawCentred(new Run(table.Caption, Italic: true));
            pages.Y += Typography.Gap / 2;
        }

        layout.Heading.Draw(layout, isFirst: true);
        var isFirst = false;
        foreach (var (at, row) in table.Rows.Index())
        {
            isFirst = Draw(layout, layout.RowOf(row), isFirst, With(table, at, layout));
        }

        layout.Close();
        pages.Y += 2 * Typography.Gap;
    }

    /// <summary>A line that names rows stands on the page of the first of them.</summary>
    private static double With(Block.Table table, int at, TableLayout layout) =>
        table.Rows[at].IsGroup && at + 1 < table.Rows.Count
            ? Math.Min(layout.RowOf(table.Rows[at + 1]).Height, layout.HeightOf(FewestLines))
            : 0;

    /// <returns>Whether the next row is the first on its page.</returns>
    private bool Draw(TableLayout layout, TableRowLayout row, bool isFirst, double with)
    {
        var left = row;
        while (left.Height + with > pages.Remaining + 0.01)
        {
            var fit = layout.LinesIn(pages.Remaining);
            var fitsElsewhere = row == left && row.Height + with <= pages.Height - layout.RepeatedHeight;
            if (!isFirst && (fitsElsewhere || fit < FewestLines))
            {
                isFirst = Continue(layout);
                continue;
            }

            if (fit >= left.Lines)
            {
                break;
            }

            left.Take(Math.Max(1, fit)).Draw(layout, isFirst);
            left = left.Skip(Math.Max(1, fit));
            isFirst = Continue(layout);
        }

        left.Draw(layout, isFirst);
        return false;
    }

    private bool Continue(TableLayout layout)
    {
        layout.Close();
        pages.Add(pages.Sheet.IsLandscape);
        if (layout.Heading.Height > pages.Height * MostHeading)
        {
            return true;
        }

        layout.Heading.Draw(layout, isFirst: true);
        return true;
    }

    private double CaptionHeight(Block.Table table) => table.Caption.Length == 0
        ? 0
        : LineBreaker.Balance([new Run(table.Caption, Italic: true)], Typography.Body, pages.Width).Count
            * TextLine.Height(Typography.Body) + Typography.Gap / 2;
}
