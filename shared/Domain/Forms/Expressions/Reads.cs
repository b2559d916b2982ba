namespace VksServerless.Forms.Expressions;

/// <summary>What an expression asks for.</summary>
internal sealed class Reads
{
    public HashSet<string> Fields { get; } = new(StringComparer.Ordinal);

    public bool Previous { get; private set; }

    public bool Parts { get; private set; }

    public bool Peers { get; private set; }

    public bool Below { get; set; }

    public void Elsewhere(string function, string? field)
    {
        Previous |= function == "previous";
        Parts |= function == "parts";
        Peers |= function == "peer_score";

        // The score is that of the unit's own figure of this period.
        if (function == "peer_score" && field is not null)
        {
            Fields.Add(field);
        }
    }
}
