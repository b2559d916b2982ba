namespace VksServerless.Documents.Charts;

/// <summary>Labels along a line, none of which covers another.</summary>
internal sealed class LabelRow
{
    private const decimal Gap = 6;

    private readonly List<(decimal Left, decimal Right)> _taken = [];

    /// <summary>Where the middle of the label goes, moved inwards at the edges; null where there is no room.</summary>
    public decimal? Place(string text, decimal middle)
    {
        var half = DrawnText.Width(text, DrawnText.Small) / 2;
        var at = Math.Max(half, Math.Min(Drawing.Width - half, middle));
        if (half * 2 > Drawing.Width || _taken.Any(one => at - half < one.Right + Gap && at + half > one.Left - Gap))
        {
            return null;
        }

        _taken.Add((at - half, at + half));
        return at;
    }
}
