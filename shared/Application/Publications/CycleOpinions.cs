using VksServerless.Publications;

namespace VksServerless.Application.Publications;

/// <param name="Replies">By the id of the opinion; some may be to opinions that units no longer give.</param>
public sealed record CycleOpinions(IReadOnlyList<Opinion> Opinions, IReadOnlyDictionary<string, RecordedReply> Replies)
{
    public static CycleOpinions None { get; } = new([], new Dictionary<string, RecordedReply>());

    public CycleOpinions With(IReadOnlySet<string> answered, RecordedReply reply) => this with
    {
        Replies = Replies.Where(given => !answered.Contains(given.Key))
            .Concat(answered.Select(id => KeyValuePair.Create(id, reply)))
            .ToDictionary(),
    };
}
