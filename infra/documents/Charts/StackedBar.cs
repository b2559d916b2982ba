using VksServerless.Figures;

namespace VksServerless.Documents.Charts;

/// <summary>The segments of one bar.</summary>
internal static class StackedBar
{
    /// <param name="whole">What the full width stands for; at least the sum of the values.</param>
    public static void Draw(
        Drawing drawing, decimal x, decimal y, decimal width, decimal height,
        IReadOnlyList<(decimal Value, Shade Shade)> parts, decimal whole)
    {
        var (sum, left) = (0m, x);
        foreach (var (value, shade) in parts.Where(part => part.Value > 0))
        {
            sum += value;

            // Each edge is rounded and not each width, so that the segments add up to the bar.
            var right = x + Math.Round(width * (sum / whole), 2);
            drawing.Box(left, y, right - left, height, drawing.Fill(shade), more: " stroke-width=\"0.75\"");
            var text = FigureText.Of(value);
            if (DrawnText.Width(text, DrawnText.Small) + 3 <= right - left)
            {
                drawing.Text((left + right) / 2, y + height / 2 + 4.5m, text, DrawnText.Small, Side.Middle,
                    shade == Shade.Solid ? Shades.Paper : Shades.Ink, bold: true, halo: shade is not (Shade.Solid or Shade.Empty));
            }

            left = right;
        }

        if (sum == 0)
        {
            drawing.Box(x, y, width, height, Shades.Paper, Shades.Soft, " stroke-dasharray=\"3 3\"");
        }
    }
}
