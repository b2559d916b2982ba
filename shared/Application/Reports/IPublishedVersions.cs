using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>What of a cycle counts for all others while it is being corrected: what is published stands until its correction is.</summary>
public interface IPublishedVersions
{
    /// <returns>Null when nothing is being corrected: then what is accepted counts.</returns>
    Task<PublishedVersions?> WhileCorrected(Cycle cycle, CancellationToken cancellation);
}

/// <param name="At">When it was published.</param>
/// <param name="Accepted">The version of each unit that went into it.</param>
public sealed record PublishedVersions(DateTimeOffset At, IReadOnlyDictionary<UnitCode, HandedIn> Accepted);
