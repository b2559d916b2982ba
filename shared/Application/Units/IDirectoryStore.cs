using VksServerless.Units;

namespace VksServerless.Application.Units;

/// <summary>Where the directory is kept. Every version stays.</summary>
public interface IDirectoryStore
{
    /// <summary>The newest directory with its ETag; <see cref="UnitDirectory.Empty"/> with an empty ETag before the first.</summary>
    Task<Versioned<UnitDirectory>> Read(CancellationToken cancellation);

    /// <summary>Writes a new version.</summary>
    /// <returns>Null when <paramref name="etag"/> is no longer that of the newest; otherwise the new ETag.</returns>
    Task<ETag?> Replace(UnitDirectory directory, ETag etag, CancellationToken cancellation);
}
