namespace VksServerless.Documents.Official.Pdf;

/// <summary>Where the columns of a table stand and how its rows break.</summary>
internal sealed class TableLayout
{
    public const double PaddingX = 3.5;
    public const double PaddingY = 2.5;

    private readonly Block.Table _table;

    public TableLayout(Block.Table table, PdfPages pages)
    {
        _table = table;
        Pages = pages;
        Size = Typography.TableSize(pages.Sheet.IsLandscape);
        var widths = GridWidths.Fit(table.Columns, table.WidthOn(pages.Sheet)).Select(PdfPages.Points).ToList();
        var x = PdfPages.Left + (pages.Width - widths.Sum()) / 2;
        Edges = [x, .. widths.Select(width => x += width)];
        Heading = TableRowLayout.Of(
            this, new GridRow([.. table.Columns.Select(column => new GridCell(column.Heading) { Bold = true })]), _ => Align.Centre) with
        {
            IsHeading = true,
        };
    }

    public PdfPages Pages { get; }

    public double Size { get; }

    /// <summary>From the left edge of the sheet: one more than there are columns.</summary>
    public IReadOnlyList<double> Edges { get; }

    public TableRowLayout Heading { get; }

    public double LineHeight => TextLine.Height(Size);

    /// <summary>What the heading takes of each further page.</summary>
    public double RepeatedHeight => Heading.Height;

    public double HeightOf(int lines) => lines * LineHeight + 2 * PaddingY;

    public int LinesIn(double height) => (int)((height - 2 * PaddingY + 0.01) / LineHeight);

    public TableRowLayout RowOf(GridRow row) => TableRowLayout.Of(this, row, column => _table.Columns[column].Align);

    /// <summary>The rule below the last row of a page.</summary>
    public void Close() => Pages.Rule(Edges[0], Pages.Y, Edges[^1], Pages.Y);
}
