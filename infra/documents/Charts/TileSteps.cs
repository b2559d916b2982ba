namespace VksServerless.Documents.Charts;

/// <summary>How a tile is shaded: a step for each fifth, the darkest from four fifths up. The number is always written in it.</summary>
internal static class TileSteps
{
    private const decimal TileWidth = 47;
    private const decimal TileHeight = 36;

    /// <summary>Fill and text from nothing to all.</summary>
    public static readonly IReadOnlyList<(string Fill, string Text)> All =
    [
        ("#eef3f8", Shades.Ink), ("#c6d9ea", Shades.Ink), ("#8fb4d6", Shades.Ink), ("#2f6a98", Shades.Paper), ("#123c5f", Shades.Paper),
    ];

    public static int StepOf(decimal share) => (int)Math.Clamp(Math.Floor(share * All.Count), 0, All.Count - 1);

    /// <summary>Rounded down, because 100% means that nobody is missing.</summary>
    public static string Percent(decimal? share) => share is { } part
        ? Math.Floor(100 * part).ToString("0", Vietnamese.Culture) + "%"
        : Written.Nothing;

    /// <returns>Where it ends.</returns>
    public static decimal DrawLegend(Drawing drawing)
    {
        foreach (var (at, step) in All.Index())
        {
            var x = 1 + at * 71.6m;
            drawing.Box(x, 1, 71.6m, 20, step.Fill, more: " stroke-width=\"0.75\"");
            var text = at == All.Count - 1 ? "80–100%" : $"{at * 20}–{at * 20 + 19}%";
            drawing.Text(x + 35.8m, 15.5m, text, DrawnText.Small, Side.Middle, step.Text);
        }

        return 32;
    }

    /// <param name="tile">Null: the province takes no part; its tile only helps to find the others.</param>
    public static void Draw(Drawing drawing, Tile? tile, string name, decimal x, decimal y)
    {
        if (tile is null)
        {
            drawing.Box(x, y, TileWidth, TileHeight, Shades.Paper, Shades.Line, " stroke-dasharray=\"3 3\"");
            drawing.Text(x + TileWidth / 2, y + 22, name, DrawnText.Small, Side.Middle, Shades.Soft);
            return;
        }

        var (fill, ink) = tile.Share is { } share ? All[StepOf(share)] : (Shades.Paper, Shades.Ink);
        var outline = tile.Share is null ? " stroke-dasharray=\"3 3\"" : " stroke-width=\"0.75\"";
        drawing.Group($"{tile.Name}: {Percent(tile.Share)} ({tile.Text})", tile.Href, () =>
        {
            drawing.Box(x, y, TileWidth, TileHeight, fill, more: outline);
            drawing.Text(x + TileWidth / 2, y + 15, DrawnText.Fit(name, TileWidth - 4, DrawnText.Small), DrawnText.Small, Side.Middle, ink);
            drawing.Text(x + TileWidth / 2, y + 30, Percent(tile.Share), DrawnText.Small, Side.Middle, ink, bold: true);
        });
    }
}
