namespace VksServerless.Documents.Official.Pdf;

/// <summary>A row, or as much of it as stands on one page.</summary>
internal sealed record TableRowLayout(IReadOnlyList<TableCellLayout> Cells, double LineHeight)
{
    /// <summary>Of a heading the text stands half way up, else at the top.</summary>
    public bool IsHeading { get; init; }

    public int Lines => Cells.Max(cell => cell.Lines.Count);

    public double Height => Lines * LineHeight + 2 * TableLayout.PaddingY;

    public static TableRowLayout Of(TableLayout layout, GridRow row, Func<int, Align> alignOf)
    {
        var (cells, column) = (new List<TableCellLayout>(), 0);
        foreach (var cell in row.Cells)
        {
            var width = layout.Edges[column + cell.Span] - layout.Edges[column] - 2 * TableLayout.PaddingX;
            var lines = LineBreaker.Break([new Run(cell.Text, Bold: cell.Bold || row.IsTotal)], layout.Size, width);
            cells.Add(new TableCellLayout(lines, column, cell.Span, cell.Span > 1 ? Align.Left : alignOf(column), cell.Continues));
            column += cell.Span;
        }

        return new TableRowLayout(cells, layout.LineHeight);
    }

    public TableRowLayout Take(int lines) =>
        this with { Cells = [.. Cells.Select(cell => cell with { Lines = [.. cell.Lines.Take(lines)] })] };

    public TableRowLayout Skip(int lines) =>
        this with { Cells = [.. Cells.Select(cell => cell with { Lines = [.. cell.Lines.Skip(lines)] })] };

    /// <param name="isFirst">Whether it is the first on its page, so that also what goes on from above gets its rule.</param>
    public void Draw(TableLayout layout, bool isFirst)
    {
        var (pages, height) = (layout.Pages, Height);
        foreach (var cell in Cells)
        {
            var (left, right) = (layout.Edges[cell.Column], layout.Edges[cell.Column + cell.Span]);
            if (isFirst || !cell.Continues)
            {
                pages.Rule(left, pages.Y, right, pages.Y);
            }

            pages.Rule(left, pages.Y, left, pages.Y + height);
            var lower = IsHeading ? (Lines - cell.Lines.Count) * LineHeight / 2 : 0;
            foreach (var (at, line) in cell.Lines.Index())
            {
                line.Draw(
                    pages, left + TableLayout.PaddingX, pages.Y + TableLayout.PaddingY + lower + at * LineHeight,
                    right - left - 2 * TableLayout.PaddingX, cell.Align);
            }
        }

        pages.Rule(layout.Edges[^1], pages.Y, layout.Edges[^1], pages.Y + height);
        pages.Y += height;
    }
}

/// <param name="Column">The first of the columns over which it stretches.</param>
internal sealed record TableCellLayout(IReadOnlyList<TextLine> Lines, int Column, int Span, Align Align, bool Continues);
