using VksServerless.Cycles;
using VksServerless.Publications;

namespace VksServerless.Application.Publications;

/// <summary>Where the centre's replies to the opinions of each cycle are kept.</summary>
public interface IOpinionReplies
{
    /// <returns>The newest reply to each opinion, by its id.</returns>
    Task<IReadOnlyDictionary<string, RecordedReply>> Of(CycleId cycle, CancellationToken cancellation);

    /// <summary>Writes one reply to each of these opinions, in place of an earlier one. Cut off midway, it can be done again.</summary>
    Task Save(CycleId cycle, IReadOnlyCollection<string> opinions, RecordedReply reply, CancellationToken cancellation);
}
