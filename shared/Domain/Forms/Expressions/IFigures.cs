namespace VksServerless.Forms.Expressions;

/// <summary>What the figures of one report are while an expression is evaluated. Asked only for what is needed.</summary>
public interface IFigures
{
    /// <summary>The unit's own answer or derived figure; blank when it is not answered or does not apply.</summary>
    Value Of(string field);

    /// <summary>The rows of a table by column; columns left blank may be missing.</summary>
    IReadOnlyList<IReadOnlyDictionary<string, Value>> Rows(string table);

    /// <summary>The unit's own figure of the preceding period.</summary>
    decimal? Previous(string field);

    /// <summary>The sum of the unit's own figures over the periods that make up this one.</summary>
    decimal? Parts(string field);

    /// <summary>Modified z-score of the unit's own figure among those of its peers in the preceding period.</summary>
    decimal? PeerScore(string field);

    /// <returns>Null when no unit below has such a figure.</returns>
    SubordinateFigures? Below(string field);
}

/// <summary>One field over the accepted reports of the subordinate units.</summary>
/// <param name="Count">Units that have the figure.</param>
public sealed record SubordinateFigures(decimal Sum, int Count, decimal Min, decimal Max);
