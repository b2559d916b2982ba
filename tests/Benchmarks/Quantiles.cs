namespace VksServerless.Benchmarks;

/// <summary>In milliseconds.</summary>
internal sealed record Quantiles(double P50, double P95, double Max, int Samples)
{
    public static Quantiles Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(time => Math.Round(time.TotalMilliseconds, 2)).Order().ToArray();
        return new Quantiles(sorted[sorted.Length / 2], sorted[(int)Math.Ceiling(sorted.Length * 0.95) - 1], sorted[^1], sorted.Length);
    }
}
