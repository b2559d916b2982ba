namespace VksServerless.Totals;

/// <summary>
/// A tree of any depth laid out for adding up in one pass: first the units that have subordinates, each superior before those below
/// it, then all others; the subordinates of one superior stand side by side, so that each of its two runs is one stretch of
/// memory.
/// </summary>
public sealed class TreeShape
{
    private readonly int[] _places;
    private readonly int[] _superiors;
    private readonly int[] _leaves;

    private TreeShape(int[] places, int[] superiors, int[] leaves) => (_places, _superiors, _leaves) = (places, superiors, leaves);

    /// <summary>How many there are.</summary>
    public int Count => _places.Length;

    /// <summary>How many have subordinates: they take the places from 0 on, the head of the tree the first.</summary>
    public int Superiors => _superiors.Length - 1;

    /// <param name="superiors">Of each the number of its superior, in any order; -1 for the head of the tree.</param>
    /// <exception cref="ArgumentException">Not one tree: no head, several, or a ring.</exception>
    public static TreeShape Of(ReadOnlySpan<int> superiors)
    {
        var (from, below) = Subordinates(superiors);
        var places = new int[superiors.Length];
        var order = new List<int>();
        if (superiors.IndexOf(-1) is >= 0 and var head && from[head + 1] > from[head])
        {
            order.Add(head);
        }

        var (superiorRuns, leaves) = (new List<int>(), new List<int>());
        var leafRuns = new List<int>();
        for (var at = 0; at < order.Count; at++)
        {
            places[order[at]] = at;
            superiorRuns.Add(order.Count);
            leafRuns.Add(leaves.Count);
            foreach (var child in below.AsSpan(from[order[at]], from[order[at] + 1] - from[order[at]]))
            {
                (from[child + 1] > from[child] ? order : leaves).Add(child);
            }
        }

        if (order.Count == 0 && superiors.Length == 1)
        {
            leaves.Add(0);
        }

        if (superiors.Count(-1) != 1 || order.Count + leaves.Count != superiors.Length)
        {
            throw new ArgumentException("Not one tree.", nameof(superiors));
        }

        foreach (var (place, leaf) in leaves.Index())
        {
            places[leaf] = order.Count + place;
        }

        return new TreeShape(places, [.. superiorRuns, order.Count], [.. leafRuns.Select(run => order.Count + run), superiors.Length]);
    }

    /// <summary>Where the one that was given under this number stands.</summary>
    public int PlaceOf(int number) => _places[number];

    /// <summary>The direct subordinates of the superior at that place that are superiors themselves.</summary>
    internal Range SuperiorsUnder(int place) => _superiors[place].._superiors[place + 1];

    /// <summary>The direct subordinates of the superior at that place that have none themselves.</summary>
    internal Range LeavesUnder(int place) => _leaves[place].._leaves[place + 1];

    /// <summary>The numbers of the subordinates of each, one after the other, and where each one's begin.</summary>
    private static (int[] From, int[] Below) Subordinates(ReadOnlySpan<int> superiors)
    {
        var from = new int[superiors.Length + 1];
        foreach (var superior in superiors)
        {
            if (superior >= 0)
            {
                from[superior + 1]++;
            }
        }

        for (var number = 0; number < superiors.Length; number++)
        {
            from[number + 1] += from[number];
        }

        var (below, next) = (new int[superiors.Length], from[..^1]);
        for (var number = 0; number < superiors.Length; number++)
        {
            if (superiors[number] >= 0)
            {
                below[next[superiors[number]]++] = number;
            }
        }

        return (from, below);
    }
}
