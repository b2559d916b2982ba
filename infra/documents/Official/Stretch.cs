namespace VksServerless.Documents.Official;

/// <summary>Consecutive blocks on sheets that lie the same way.</summary>
internal sealed record Stretch(bool IsLandscape, IReadOnlyList<Block> Blocks)
{
    /// <summary>A wide table takes the headings above it along.</summary>
    public static IReadOnlyList<Stretch> Of(IReadOnlyList<Block> blocks)
    {
        var landscape = blocks.Select(block => block is Block.Table { IsWide: true }).ToArray();
        for (var at = blocks.Count - 2; at >= 0; at--)
        {
            landscape[at] |= blocks[at].KeepsWithNext && landscape[at + 1];
        }

        var stretches = new List<Stretch>();
        for (var (start, at) = (0, 1); at <= blocks.Count; at++)
        {
            if (at == blocks.Count || landscape[at] != landscape[start])
            {
                stretches.Add(new Stretch(landscape[start], [.. blocks.Skip(start).Take(at - start)]));
                start = at;
            }
        }

        return blocks.Count == 0 ? [] : stretches;
    }

    public static Stretch Of(Annex annex) => new(annex.IsLandscape, annex.Blocks);
}
