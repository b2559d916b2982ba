using VksServerless.Units;

namespace VksServerless.Documents.Charts;

/// <summary>
/// The provinces as equal tiles, about where they lie on the map: a small province is seen as well as a large one. Provinces that are not
/// on the map stand in rows of their own below it.
/// </summary>
/// <param name="Id">Unique in the page.</param>
/// <param name="ValueHeading">What the shares are, e.g. Tỷ lệ nộp.</param>
public sealed record TileMap(string Id, string Title, string ValueHeading, IReadOnlyList<Tile> Tiles)
{
    /// <summary>Of more that are not on the map the drawing says how many it leaves to the table.</summary>
    public const int MostOthers = 70;

    public const int Columns = 7;

    internal const decimal Pitch = 51;
    internal const decimal RowPitch = 40;

    public Chart Draw()
    {
        if (Tiles.Any(tile => tile.Share is < 0 or > 1))
        {
            throw new ArgumentException("A share is between 0 and 1.");
        }

        var drawing = new Drawing(Id);
        var layout = TileLayout.For(Tiles.Select(tile => tile.Code));
        var placed = Tiles.Where(tile => layout.Find(tile.Code) is not null).DistinctBy(tile => tile.Code).ToDictionary(tile => tile.Code);
        var others = Tiles.Where(tile => !placed.TryGetValue(tile.Code, out var on) || !ReferenceEquals(on, tile)).ToList();
        var y = TileSteps.DrawLegend(drawing);
        if (placed.Count > 0)
        {
            foreach (var place in layout.Places)
            {
                TileSteps.Draw(
                    drawing, placed.GetValueOrDefault(place.Code), place.Short, 2 + place.Column * Pitch, y + place.Row * RowPitch);
            }

            y += layout.Rows * RowPitch + 6;
        }

        foreach (var (at, tile) in others.Take(MostOthers).Index())
        {
            TileSteps.Draw(drawing, tile, tile.Code.ToString(), 2 + at % Columns * Pitch, y + at / Columns * RowPitch);
        }

        y += (Math.Min(others.Count, MostOthers) + Columns - 1) / Columns * RowPitch;
        if (Tiles.Count == 0 || others.Count > MostOthers)
        {
            drawing.Text(1, y + 14, Tiles.Count == 0 ? Remarks.None : Remarks.Left(others.Count - MostOthers), fill: Shades.Soft);
            y += 22;
        }

        return new Chart(drawing.ToSvg("tiles", Title, Tiles.Count == 0 ? Remarks.None
            : $"Bản đồ ô, {Written.Count(Tiles.Count)} đơn vị cấp tỉnh: {ValueHeading}. Số liệu có trong bảng kèm theo.", y), Table);
    }

    private FigureTable Table => new(
        Title,
        ["Đơn vị", ValueHeading, "Số liệu"],
        [.. Tiles.Select(tile => (IReadOnlyList<string>)[tile.Name, TileSteps.Percent(tile.Share), tile.Text])]);
}

/// <param name="Share">0 to 1; null: there is nothing of which it could be a share.</param>
/// <param name="Text">The figures behind the share, e.g. 12/13.</param>
public sealed record Tile(UnitCode Code, string Name, decimal? Share, string Text, string? Href = null);
