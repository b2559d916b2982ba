using VksServerless.Figures;

namespace VksServerless.Documents.Charts;

/// <summary>Horizontal bars, each divided into the same parts: how many reports of a province are on time, late, missing, exempt.</summary>
/// <param name="Id">Unique in the page.</param>
/// <param name="RowHeading">What the rows are, e.g. Cấp.</param>
/// <param name="AsShares">
/// Every bar has the full width, so that small rows can be compared with large ones; otherwise the largest has.
/// </param>
public sealed record BarsChart(
    string Id, string Title, string RowHeading, IReadOnlyList<ChartPart> Parts, IReadOnlyList<BarRow> Rows, bool AsShares)
{
    /// <summary>Of more rows the drawing shows the first ones and says how many it leaves to the table.</summary>
    public const int MostRows = 80;

    private const decimal Edge = 1;
    private const decimal RowHeight = 46;

    public Chart Draw()
    {
        if (Rows.Any(row => row.Values.Count != Parts.Count || row.Values.Any(value => value < 0)))
        {
            throw new ArgumentException("Every bar has one value a part and none is negative.");
        }

        var drawing = new Drawing(Id);
        var y = Legend.Draw(drawing, Parts) + 4;
        var most = Rows.Select(row => row.Total).DefaultIfEmpty().Max();
        foreach (var row in Rows.Take(MostRows))
        {
            var top = y;
            drawing.Group(Spoken(row), row.Href, () => DrawRow(drawing, row, top, AsShares ? row.Total : most));
            y += RowHeight;
        }

        if (Rows.Count == 0 || Rows.Count > MostRows)
        {
            drawing.Text(Edge, y + 14, Rows.Count == 0 ? Remarks.None : Remarks.Left(Rows.Count - MostRows), fill: Shades.Soft);
            y += 22;
        }

        return new Chart(drawing.ToSvg("bars", Title, Remarks.Described(Rows.Count, Parts.Select(part => part.Name)), y), Table);
    }

    private FigureTable Table => new(
        Title,
        [RowHeading, .. Parts.Select(part => part.Name), "Tổng"],
        [.. Rows.Select(row => (IReadOnlyList<string>)[row.Label, .. row.Values.Select(FigureText.Of), FigureText.Of(row.Total)])]);

    private void DrawRow(Drawing drawing, BarRow row, decimal top, decimal whole)
    {
        var text = row.Text ?? FigureText.Of(row.Total);
        var room = Drawing.Width - 2 * Edge;
        drawing.Text(Edge, top + 14, DrawnText.Fit(row.Label, room - 10 - Math.Min(
            DrawnText.Width(text, DrawnText.Size), room / 2), DrawnText.Size));
        drawing.Text(Drawing.Width - Edge, top + 14, DrawnText.Fit(text, room / 2, DrawnText.Size), side: Side.End);
        StackedBar.Draw(
            drawing, Edge, top + 19, room, 18, [.. row.Values.Zip(Parts, (value, part) => (value, part.Shade))], whole == 0 ? 1 : whole);
    }

    private string Spoken(BarRow row) =>
        $"{row.Label}: {string.Join(", ", Parts.Zip(row.Values, (part, value) => $"{part.Name} {FigureText.Of(value)}"))}";
}

/// <param name="Values">In the order of the parts.</param>
/// <param name="Text">What stands at the right of the label; null: the total.</param>
/// <param name="Href">Where the bar leads.</param>
public sealed record BarRow(string Label, IReadOnlyList<decimal> Values, string? Text = null, string? Href = null)
{
    public decimal Total => Values.Sum();
}
