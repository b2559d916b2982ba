using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>Where attachments are kept.</summary>
public interface IAttachments
{
    /// <summary>
    /// Streams the file in; unless its facts are as <paramref name="keep"/> wants them, nothing of it stays.
    /// </summary>
    /// <param name="most">How many files the report may have, however many come at once; removed ones do not count.</param>
    /// <param name="keep">Told the length in bytes, the SHA-256 and the first bytes; answers null to keep, or why not.</param>
    /// <returns>The attachment, also when the same file is there under that id already; or the refusal.</returns>
    Task<Outcome<Attachment>> Add(
        CycleId cycle, UnitCode unit, Attachment announced, int most, Stream content,
        Func<long, string, ReadOnlyMemory<byte>, Refusal?> keep,
        CancellationToken cancellation);

    /// <summary>Takes a file out of the list. What was handed in with it still opens it.</summary>
    /// <returns>False when there is none of that id in the list.</returns>
    Task<bool> Remove(CycleId cycle, UnitCode unit, string id, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Those that were not removed.</summary>
    Task<IReadOnlyList<Attachment>> List(CycleId cycle, UnitCode unit, CancellationToken cancellation);

    /// <returns>Null when there is no such attachment. The caller disposes the stream.</returns>
    Task<(Attachment Attachment, Stream Content)?> Open(CycleId cycle, UnitCode unit, string id, CancellationToken cancellation);
}
