using VksServerless.Cycles;

namespace VksServerless.Application.Cycles;

/// <summary>Where the series of cycles are kept.</summary>
public interface ISeries
{
    /// <summary>All of them, by code.</summary>
    Task<IReadOnlyList<Versioned<CycleSeries>>> All(CancellationToken cancellation);

    Task<Versioned<CycleSeries>?> Read(SeriesCode code, CancellationToken cancellation);

    /// <param name="etag">Of the series as it was read; empty when there is none of that code yet.</param>
    /// <returns>Null when that is no longer so; otherwise the new ETag.</returns>
    Task<ETag?> Save(CycleSeries next, ETag etag, CancellationToken cancellation);
}
