using VksServerless.Figures;

namespace VksServerless.Documents.Charts;

/// <summary>From periods and values to places in the drawing.</summary>
internal sealed record TrendScale(IReadOnlyList<decimal> Ticks, decimal Left, int Count, decimal Top, decimal Bottom)
{
    private const decimal Margin = 12;

    public static TrendScale Of(IReadOnlyList<decimal> values, int count, decimal top, decimal bottom)
    {
        var (low, high) = (Math.Min(0, values.Min()), Math.Max(0, values.Max()));
        var step = StepFor(high == low ? 1 : high / 3 - low / 3);
        var first = Math.Floor(low / step);
        var last = Math.Max(first + 1, Math.Ceiling(high / step));
        IReadOnlyList<decimal> ticks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(at => (first + at) * step)];
        var left = Math.Min(Drawing.Width / 2, ticks.Max(tick => DrawnText.Width(FigureText.Of(tick), DrawnText.Small)) + 8);
        return new TrendScale(ticks, left, count, top, bottom);
    }

    /// <summary>A single period stands in the middle.</summary>
    public decimal X(int at) => Count == 1
        ? (Left + Drawing.Width) / 2
        : Left + Margin + (Drawing.Width - Margin - Left - Margin) * at / (Count - 1);

    public decimal Y(decimal value) => Bottom - (Bottom - Top) * ((value - Ticks[0]) / (Ticks[^1] - Ticks[0]));

    /// <summary>1, 2 or 5 times a power of ten, at least the size asked for.</summary>
    private static decimal StepFor(decimal size)
    {
        var power = 1m;
        while (power > size && power > 0.000001m)
        {
            power /= 10;
        }

        while (power * 10 <= size)
        {
            power *= 10;
        }

        return power * (size <= power ? 1 : size <= 2 * power ? 2 : size <= 5 * power ? 5 : 10);
    }
}
