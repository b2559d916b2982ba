using VksServerless.Application.Forms;
using VksServerless.Forms;

namespace VksServerless.Storage.Forms;

/// <summary>One row a draft.</summary>
internal sealed class FormDraftStore(IRowStore rows) : IFormDrafts
{
    private const string Partition = "form-drafts";

    public async Task<IReadOnlyList<Versioned<FormDraft>>> List(CancellationToken cancellation) =>
        [.. (await rows.List(Partition, "", cancellation)).Select(StoredJson.Read<FormDraft>)];

    public async Task<Versioned<FormDraft>?> Find(string code, CancellationToken cancellation) =>
        new FormRef(code, 1).CanBe && await rows.Find(Partition, code, cancellation) is { } row ? StoredJson.Read<FormDraft>(row) : null;

    public async Task<ETag?> Save(FormDraft draft, ETag etag, CancellationToken cancellation)
    {
        var (key, row) = (draft.Definition.Code, StoredJson.Write(draft));
        var etags = await rows.TryCommit(
            Partition, [etag.IsNone ? new RowWrite.Insert(key, row) : new RowWrite.Replace(key, row, etag)], [], cancellation);
        return etags?[key];
    }

    public async Task<bool> Drop(string code, ETag etag, CancellationToken cancellation) =>
        await rows.TryCommit(Partition, [new RowWrite.Delete(code, etag)], [], cancellation) is not null;
}
