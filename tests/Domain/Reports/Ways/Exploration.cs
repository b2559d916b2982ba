using System.Diagnostics;
using VksServerless.Cycles;

namespace VksServerless.Tests.Reports.Ways;

/// <summary>Every situation that permitted steps lead to, breadth first, until nothing new is found.</summary>
internal sealed class Exploration
{
    private readonly Dictionary<string, Node> _found = [];
    private readonly List<Transition> _transitions = [];

    private readonly IReadOnlyList<Move> _moves;

    private Exploration(IReadOnlyList<Move> moves) => _moves = moves;

    public IReadOnlyCollection<Node> Nodes => _found.Values;

    public IReadOnlyList<Transition> Transitions => _transitions;

    public int Depth { get; private set; }

    public TimeSpan Took { get; private set; }

    /// <param name="moves">What is tried in each situation.</param>
    public static Exploration Of(Situation beginning, IReadOnlyList<Move> moves)
    {
        var (exploration, clock) = (new Exploration(moves), Stopwatch.StartNew());
        exploration.Add(beginning, null, "", out var first);
        for (List<Node> layer = [first]; (layer = exploration.Next(layer)).Count > 0;)
        {
            exploration.Depth++;
        }

        exploration.Took = clock.Elapsed;
        return exploration;
    }

    /// <summary>All from which steps lead to one of these.</summary>
    public HashSet<Node> LeadingTo(Func<Situation, bool> end)
    {
        var before = _transitions.ToLookup(step => step.After, step => step.Before);
        var reached = Nodes.Where(node => end(node.Situation)).ToHashSet();
        var waiting = new Queue<Node>(reached);
        while (waiting.TryDequeue(out var node))
        {
            foreach (var earlier in before[node].Where(reached.Add))
            {
                waiting.Enqueue(earlier);
            }
        }

        return reached;
    }

    private List<Node> Next(List<Node> layer)
    {
        var next = new List<Node>();
        foreach (var before in layer)
        {
            foreach (var move in _moves)
            {
                if (move.Try(before.Situation) is not { } tried)
                {
                    continue;
                }

                var (after, happened) = (tried.Next, tried.Happened.ToList());
                foreach (var (at, of) in tried.Next.Workflow())
                {
                    after = at;
                    happened.AddRange(of is null ? [] : (CycleEvent[])[of]);
                }

                if (Add(after, before, move.Name, out var node))
                {
                    next.Add(node);
                }

                _transitions.Add(new Transition(before, move.Name, node, after, happened));
            }
        }

        return next;
    }

    private bool Add(Situation situation, Node? before, string move, out Node node)
    {
        var key = situation.ToKey();
        var isNew = !_found.TryGetValue(key, out var there);
        node = there ?? (_found[key] = new Node(situation, key, before, move));
        return isNew;
    }
}

/// <summary>A situation, and by which step it was first reached.</summary>
internal sealed class Node(Situation situation, string key, Node? before, string move)
{
    public Situation Situation => situation;

    /// <summary>The steps that lead to it, so that a fault can be played.</summary>
    public override string ToString() => $"{Way} = {key}";

    private string Way => before is null ? "open" : $"{before.Way}, {move}";
}

/// <param name="Led">What it led to exactly: <paramref name="After"/> may have been reached before with other counts.</param>
internal sealed record Transition(Node Before, string Move, Node After, Situation Led, IReadOnlyList<CycleEvent> Happened)
{
    /// <summary>The addresses that got a mail of it.</summary>
    public IReadOnlySet<string> Told => Office.Told(Led.Cycle, Happened);
}
