using VksServerless.Figures;

namespace VksServerless.Documents.Charts;

/// <summary>Sorted bars with their rank; equal values share a rank. The reader's own unit is marked and always drawn.</summary>
/// <param name="Id">Unique in the page.</param>
/// <param name="ValueHeading">What the values are, with their measure.</param>
/// <param name="LowestFirst">The lowest value is the best.</param>
public sealed record RankingChart(
    string Id, string Title, string RowHeading, string ValueHeading, IReadOnlyList<RankedBar> Bars, bool LowestFirst = false)
{
    /// <summary>Of more, the first ones and those beside the own unit.</summary>
    public const int MostRows = 20;

    private const string Mark = "▸ ";
    private const decimal RowHeight = 36;

    public Chart Draw()
    {
        var drawing = new Drawing(Id);
        var ranked = Ranked();
        var y = 1m;
        if (ranked.Count == 0)
        {
            drawing.Text(1, y + 14, Remarks.None, fill: Shades.Soft);
            y += 22;
        }

        var (low, high) = (Math.Min(0, ranked.Select(row => row.Bar.Value).DefaultIfEmpty().Min()),
            Math.Max(0, ranked.Select(row => row.Bar.Value).DefaultIfEmpty().Max()));
        var before = -1;
        foreach (var at in Shown(ranked))
        {
            if (at > before + 1)
            {
                drawing.Text(1, y + 12, $"… {Written.Count(at - before - 1)} đơn vị …", DrawnText.Small, fill: Shades.Soft);
                y += 20;
            }

            DrawRow(drawing, ranked[at].Rank, ranked[at].Bar, y, low, high);
            y += RowHeight;
            before = at;
        }

        if (ranked.Count > before + 1)
        {
            drawing.Text(1, y + 14, Remarks.Left(ranked.Count - before - 1), fill: Shades.Soft);
            y += 22;
        }

        return new Chart(drawing.ToSvg("ranking", Title, Remarks.Described(ranked.Count, [ValueHeading]), y), new FigureTable(
            Title,
            ["Hạng", RowHeading, ValueHeading],
            [.. ranked.Select(row => (IReadOnlyList<string>)[Written.Count(row.Rank), row.Bar.Label, FigureText.Of(row.Bar.Value)])]));
    }

    private List<(int Rank, RankedBar Bar)> Ranked()
    {
        var sorted = LowestFirst ? Bars.OrderBy(bar => bar.Value) : Bars.OrderByDescending(bar => bar.Value);
        var ranked = new List<(int Rank, RankedBar Bar)>();
        foreach (var bar in sorted)
        {
            var tied = ranked.Count > 0 && ranked[^1].Bar.Value == bar.Value;
            ranked.Add((tied ? ranked[^1].Rank : ranked.Count + 1, bar));
        }

        return ranked;
    }

    private static IEnumerable<int> Shown(List<(int Rank, RankedBar Bar)> ranked)
    {
        var own = ranked.Index().Where(row => row.Item.Bar.Own).Select(row => row.Index).DefaultIfEmpty(-1).First();
        return Enumerable.Range(0, ranked.Count)
            .Where(at => at < (own < MostRows ? MostRows : MostRows - 3) || (own >= MostRows && Math.Abs(at - own) <= 1));
    }

    private static void DrawRow(Drawing drawing, int rank, RankedBar bar, decimal top, decimal low, decimal high)
    {
        var value = FigureText.Of(bar.Value);
        var room = Drawing.Width - 2;
        var range = high == low ? 1 : high - low;
        var zero = 1 + Math.Round(room * (-low / range), 2);
        var end = 1 + Math.Round(room * ((bar.Value - low) / range), 2);
        drawing.Group($"{rank}. {bar.Label}: {value}", bar.Href, () =>
        {
            drawing.Text(1, top + 14, DrawnText.Fit(
                $"{(bar.Own ? Mark : "")}{Written.Count(rank)}. {bar.Label}", room - 20 - DrawnText.Width(value, DrawnText.Size),
                DrawnText.Size), bold: bar.Own, fill: bar.Own ? Shades.Accent : Shades.Ink);
            drawing.Text(Drawing.Width - 1, top + 14, DrawnText.Fit(value, room / 2, DrawnText.Size), side: Side.End, bold: bar.Own);
            drawing.Box(Math.Min(zero, end), top + 19, Math.Abs(end - zero), 9,
                bar.Own ? Shades.Accent : drawing.Fill(bar.Value < 0 ? Shade.Slanted : Shade.Solid), "none");
            drawing.Path($"M{Drawing.Number(zero)} {Drawing.Number(top + 17)}v13", Shades.Ink);
        });
    }
}

/// <param name="Own">The unit of whoever looks.</param>
public sealed record RankedBar(string Label, decimal Value, bool Own = false, string? Href = null);
