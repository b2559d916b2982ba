using System.Collections.Concurrent;
using VksServerless.Application.Forms;
using VksServerless.Forms;

namespace VksServerless.Storage.Forms;

/// <summary>One row a version; what was found once is kept, since it never changes.</summary>
internal sealed class FormStore(IRowStore rows) : IForms
{
    private const string Partition = "forms";
    private readonly ConcurrentDictionary<FormRef, Form> _found =
        new(FormCatalogue.Shipped.Forms.Select(form => KeyValuePair.Create(form.Ref, form)));

    public async Task<Form?> Find(FormRef form, CancellationToken cancellation) =>
        _found.TryGetValue(form, out var known) ? known
        : form.CanBe && await rows.Find(Partition, KeyOf(form), cancellation) is { } row ? Keep(StoredJson.Read<PublishedForm>(row.Body))
        : null;

    public async Task<IReadOnlyList<Form>> List(CancellationToken cancellation)
    {
        var published = await rows.List(Partition, "", cancellation);
        return
        [
            .. FormCatalogue.Shipped.Forms.Concat(published.Select(row => Keep(StoredJson.Read<PublishedForm>(row.Body))))
                .OrderBy(form => form.Code, StringComparer.Ordinal).ThenBy(form => form.Version),
        ];
    }

    public async Task<PublishedForm> Publish(PublishedForm form, CancellationToken cancellation)
    {
        var key = KeyOf(new FormRef(form.Definition.Code, form.Definition.Version));
        return await rows.TryCommit(Partition, [new RowWrite.Insert(key, StoredJson.Write(form))], [], cancellation) is not null
            ? form
            : StoredJson.Read<PublishedForm>((await rows.Find(Partition, key, cancellation))!.Body);
    }

    private Form Keep(PublishedForm published)
    {
        var form = published.Definition.ToForm();
        return _found.GetOrAdd(form.Ref, form);
    }

    private static string KeyOf(FormRef form) => $"{form.Code}|{form.Version:000}";
}
