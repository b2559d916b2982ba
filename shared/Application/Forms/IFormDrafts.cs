using VksServerless.Forms;

namespace VksServerless.Application.Forms;

/// <summary>Where forms are kept that the centre is writing: at most one draft under a code.</summary>
public interface IFormDrafts
{
    /// <summary>By code.</summary>
    Task<IReadOnlyList<Versioned<FormDraft>>> List(CancellationToken cancellation);

    /// <param name="code">Of the form; any text.</param>
    Task<Versioned<FormDraft>?> Find(string code, CancellationToken cancellation);

    /// <param name="etag">Of the draft that it replaces; empty when it is new.</param>
    /// <returns>Null when that is no longer so; otherwise the new ETag.</returns>
    Task<ETag?> Save(FormDraft draft, ETag etag, CancellationToken cancellation);

    /// <returns>Whether it still was as it was read, and is gone.</returns>
    Task<bool> Drop(string code, ETag etag, CancellationToken cancellation);
}
