namespace VksServerless.Documents.Charts;

/// <summary>What the fills mean, in as many lines as it takes.</summary>
internal static class Legend
{
    private const decimal Swatch = 16;

    /// <returns>Where it ends.</returns>
    public static decimal Draw(Drawing drawing, IReadOnlyList<ChartPart> parts)
    {
        var (x, y) = (1m, 3m);
        foreach (var part in parts)
        {
            var name = DrawnText.Fit(part.Name, Drawing.Width - Swatch - 8, DrawnText.Small);
            var width = Swatch + 5 + DrawnText.Width(name, DrawnText.Small);
            if (x > 1 && x + width > Drawing.Width)
            {
                (x, y) = (1, y + 20);
            }

            drawing.Box(x, y, Swatch, 12, drawing.Fill(part.Shade), more: " stroke-width=\"0.75\"");
            drawing.Text(x + Swatch + 5, y + 10.5m, name, DrawnText.Small);
            x += width + 12;
        }

        return parts.Count == 0 ? y : y + 18;
    }
}
