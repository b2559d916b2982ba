using VksServerless.Cycles;
using VksServerless.Publications;

namespace VksServerless.Application.Publications;

/// <summary>Where sector reports and publications are kept; none is ever changed.</summary>
public interface IPublications
{
    /// <summary>Keeps a sector report under the digest of its bytes. Keeping it again changes nothing.</summary>
    /// <returns>The digest: SHA-256 of the bytes as stored.</returns>
    Task<Sha256> Keep(SectorReport report, CancellationToken cancellation);

    /// <returns>Null when there is no such report.</returns>
    Task<SectorReport?> Report(CycleId cycle, Sha256 digest, CancellationToken cancellation);

    /// <summary>
    /// Enters the report into the register under the next number of the year. Asking again for the cycle's newest report, of the same
    /// correction, gives its entry again, at whatever time. Each correction gets a number, also one that changed nothing.
    /// </summary>
    Task<PublicationEntry> Number(
        CycleId cycle, Sha256 digest, IReadOnlyList<Approval> approvals, Correction? correction, DateTimeOffset now,
        CancellationToken cancellation);

    /// <summary>Keeps the number that a document of the past bears for its cycle; <see cref="Number"/> then passes it over.</summary>
    /// <param name="from">The cycle that had it and leaves it; null: none.</param>
    /// <returns>Whose the number is now; null: it was given to a report that was made here.</returns>
    Task<CycleId?> Reserve(CycleId cycle, ImportedReport document, CycleId? from, CancellationToken cancellation);

    /// <summary>
    /// Enters the first publication of a cycle of the past into the register, under the reserved number and with the day of its document.
    /// Asking again gives its entry again.
    /// </summary>
    Task<PublicationEntry> Enter(
        CycleId cycle, ImportedReport document, Sha256 digest, IReadOnlyList<Approval> approvals, DateTimeOffset now,
        CancellationToken cancellation);

    /// <summary>The cycle's publications, first to last.</summary>
    Task<IReadOnlyList<PublicationEntry>> Of(CycleId cycle, CancellationToken cancellation);

    /// <summary>Freezes one rendition of a publication. Freezing it again changes nothing.</summary>
    Task Freeze(PublicationEntry entry, Rendition rendition, ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <returns>Null when it has not been frozen. The caller disposes it.</returns>
    Task<Stream?> Open(PublicationEntry entry, Rendition rendition, CancellationToken cancellation);
}

/// <summary>The forms in which a publication can be had.</summary>
public enum Rendition
{
    Json,
    Html,

    /// <summary>The official document, for Word.</summary>
    Docx,

    /// <summary>The official document, to be printed and read anywhere.</summary>
    Pdf,
}
