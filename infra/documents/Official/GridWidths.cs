namespace VksServerless.Documents.Official;

/// <summary>How wide columns are.</summary>
internal static class GridWidths
{
    private const double Padding = 3;

    // A digit of 11 points.
    private const double Digit = 1.95;

    /// <summary>Columns of numbers are made as wide as their longest number; what stands beside one may be broken at spaces.</summary>
    public static IReadOnlyList<GridColumn> Widen(IReadOnlyList<GridColumn> columns, IReadOnlyList<GridRow> rows) =>
    [
        .. columns.Select((column, at) => column.Align != Align.Right ? column : column with
        {
            Width = Math.Max(column.Width, rows.Where(row => row.Cells.Count == columns.Count)
                .SelectMany(row => row.Cells[at].Text.Split('\n', ' ')).Select(Estimate).DefaultIfEmpty().Max() + Padding),
        }),
    ];

    /// <summary>In millimetres; what is left over goes to the columns that share it, what is lacking is taken from all.</summary>
    public static double[] Fit(IReadOnlyList<GridColumn> columns, double available)
    {
        var least = columns.Sum(column => column.Width);
        var shares = columns.Sum(column => column.Share);
        return
        [
            .. columns.Select(column => least > available ? column.Width * available / least
                : shares == 0 ? column.Width
                : column.Width + (available - least) * column.Share / shares),
        ];
    }

    private static double Estimate(string text) => text.Sum(c => c is '.' or ',' or '/' ? Digit / 2 : char.IsDigit(c) ? Digit : Digit * 1.2);
}
