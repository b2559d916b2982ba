namespace VksServerless.Documents.Official;

/// <summary>How wide columns are.</summary>
internal static class GridWidths
{
    private const double Padding = 3;

    private const double LeastOfText = 0.4;

    // A digit of 11 points.
    private const double Digit = 1.95;

    /// <summary>Columns of numbers and measures are made as wide as their longest word; what stands beside it may be broken at spaces.</summary>
    public static IReadOnlyList<GridColumn> Widen(IReadOnlyList<GridColumn> columns, IReadOnlyList<GridRow> rows)
    {
        var widest = new double[columns.Count];
        foreach (var row in rows)
        {
            var column = 0;
            foreach (var cell in row.Cells)
            {
                if (cell.Span == 1 && columns[column].Align != Align.Left)
                {
                    widest[column] = Math.Max(widest[column], cell.Text.Split('\n', ' ').Max(Estimate) + Padding);
                }

                column += cell.Span;
            }
        }

        return [.. columns.Select((column, at) => column with { Width = Math.Max(column.Width, widest[at]) })];
    }

    /// <summary>
    /// In millimetres; what is left over goes to the columns that share it. What is lacking is taken from the columns of text, because a
    /// number must not be broken, and only where they have nothing more to give from all.
    /// </summary>
    public static double[] Fit(IReadOnlyList<GridColumn> columns, double available)
    {
        var least = columns.Sum(column => column.Width);
        var shares = columns.Sum(column => column.Share);
        var texts = columns.Where(IsText).Sum(column => column.Width);
        var shrunk = texts == 0 ? 0 : 1 - (least - available) / texts;
        return
        [
            .. columns.Select(column => least <= available
                ? shares == 0 ? column.Width : column.Width + (available - least) * column.Share / shares
                : shrunk < LeastOfText ? column.Width * available / least
                : IsText(column) ? column.Width * shrunk : column.Width),
        ];
    }

    private static bool IsText(GridColumn column) => column.Align == Align.Left;

    private static double Estimate(string text) =>
        text.Sum(c => c is '.' or ',' or '/' ? Digit / 2 : char.IsDigit(c) ? Digit : Digit * 1.2);
}
