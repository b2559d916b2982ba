using VksServerless.Cycles;
using VksServerless.Publications;

namespace VksServerless.Application.Publications;

/// <summary>Where the centre's own words for each cycle's sector report are kept.</summary>
public interface ISectorTexts
{
    /// <returns>Null while nothing has been written.</returns>
    Task<Versioned<SectorText>?> Read(CycleId cycle, CancellationToken cancellation);

    /// <param name="etag">As it was read; none before the first.</param>
    /// <returns>The new ETag; null when it has changed since it was read.</returns>
    Task<ETag?> Save(CycleId cycle, SectorText text, ETag etag, CancellationToken cancellation);
}
