using VksServerless.Figures;

namespace VksServerless.Documents.Charts;

/// <summary>One bar of a whole and what it is made of: 4/20 hoàn thành, 16/20 đang triển khai, 0 chưa triển khai.</summary>
/// <param name="Id">Unique in the page.</param>
/// <param name="Heading">What the parts are, e.g. Trạng thái.</param>
public sealed record ShareChart(string Id, string Title, string Heading, IReadOnlyList<SharePart> Parts)
{
    private static readonly int MostParts = Enum.GetValues<Shade>().Length;

    public Chart Draw()
    {
        if (Parts.Any(part => part.Value < 0))
        {
            throw new ArgumentException("No share is negative.");
        }

        var drawing = new Drawing(Id);
        var parts = Drawn();
        var whole = Parts.Sum(part => part.Value);
        var y = 1m;
        if (parts.Count == 0)
        {
            drawing.Text(1, 15, Remarks.None, fill: Shades.Soft);
        }
        else
        {
            StackedBar.Draw(
                drawing, 1, y, Drawing.Width - 2, 26, [.. parts.Select((part, at) => (part.Value, ShadeOf(part, at)))],
                whole == 0 ? 1 : whole);
        }

        y += 34;
        foreach (var (at, part) in parts.Index())
        {
            drawing.Box(1, y + 2, 18, 13, drawing.Fill(ShadeOf(part, at)), more: " stroke-width=\"0.75\"");
            drawing.Text(26, y + 14, DrawnText.Fit(Sentence(part, whole), Drawing.Width - 27, DrawnText.Size));
            y += 22;
        }

        var description = parts.Count == 0 ? Remarks.None : string.Join("; ", Parts.Take(20).Select(part => Sentence(part, whole))) + ".";
        return new Chart(drawing.ToSvg("share", Title, description, y), new FigureTable(
            Title,
            [Heading, "Số lượng", "Tỷ lệ"],
            [.. Parts.Select(part => (IReadOnlyList<string>)[part.Name, FigureText.Of(part.Value), Percent(part.Value, whole)])]));
    }

    /// <summary>More parts than there are fills: the last ones together.</summary>
    private IReadOnlyList<SharePart> Drawn() => Parts.Count <= MostParts
        ? Parts
        : [.. Parts.Take(MostParts - 1), new SharePart("Các mục còn lại", Parts.Skip(MostParts - 1).Sum(part => part.Value))];

    private static Shade ShadeOf(SharePart part, int at) => part.Shade ?? (Shade)at;

    private static string Sentence(SharePart part, decimal whole) => part.Value == 0 || whole == 0
        ? $"0 {part.Name}"
        : $"{FigureText.Of(part.Value)}/{FigureText.Of(whole)} {part.Name} ({Percent(part.Value, whole)})";

    private static string Percent(decimal value, decimal whole) => whole == 0
        ? Written.Nothing
        : Math.Round(100 * (value / whole), 1, MidpointRounding.AwayFromZero).ToString("0.#", Vietnamese.Culture) + "%";
}

/// <param name="Shade">Null: by its place.</param>
public sealed record SharePart(string Name, decimal Value, Shade? Shade = null);
