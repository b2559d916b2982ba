namespace VksServerless.Publications;

/// <summary>How many opinions there are, and what became of them.</summary>
public sealed record OpinionCounts(int All, int Accepted, int Explained, int Unanswered)
{
    /// <param name="replies">To each opinion; null: none.</param>
    public static OpinionCounts Of(IReadOnlyCollection<OpinionReply?> replies) => new(
        replies.Count,
        replies.Count(reply => reply?.Kind is ReplyKind.Accepted),
        replies.Count(reply => reply?.Kind is ReplyKind.Explained),
        replies.Count(reply => reply is null));
}
