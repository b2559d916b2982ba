using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>Where attachments are kept.</summary>
public interface IAttachments
{
    /// <summary>
    /// Streams the file in; unless its facts are as <paramref name="keep"/> wants them, nothing of it stays. A report has no
    /// more than <see cref="AttachmentRules.MostFiles"/>, however many come at once.
    /// </summary>
    /// <param name="keep">Told the length in bytes, the SHA-256 and the first bytes; answers null to keep, or why not.</param>
    /// <returns>The attachment, also when the same file is there under that id already; or the refusal.</returns>
    Task<Outcome<Attachment>> Add(
        CycleId cycle, UnitCode unit, Attachment announced, Stream content, Func<long, string, ReadOnlyMemory<byte>, Refusal?> keep,
        CancellationToken cancellation);

    Task<IReadOnlyList<Attachment>> List(CycleId cycle, UnitCode unit, CancellationToken cancellation);

    /// <returns>Null when there is no such attachment. The caller disposes the stream.</returns>
    Task<(Attachment Attachment, Stream Content)?> Open(CycleId cycle, UnitCode unit, string id, CancellationToken cancellation);
}
