using VksServerless.Cycles;
using VksServerless.Publications;

namespace VksServerless.Application.Publications;

/// <summary>Where the centre's replies to the opinions of each cycle are kept.</summary>
public interface IOpinionReplies
{
    /// <returns>The newest reply to each opinion, by its id.</returns>
    Task<IReadOnlyDictionary<string, RecordedReply>> Of(CycleId cycle, CancellationToken cancellation);

    /// <summary>Writes these replies, in place of earlier ones. Cut off midway, it can be done again.</summary>
    /// <param name="replies">By the id of the opinion; null: it has none.</param>
    Task Save(CycleId cycle, IReadOnlyDictionary<string, RecordedReply?> replies, CancellationToken cancellation);
}
