using VksServerless.Application.People;

namespace VksServerless.Storage.People;

internal sealed class HeldFormStore(IRowStore rows) : IHeldForms
{
    private const string Partition = "held-forms";

    public Task Hold(PersonId person, HeldForm form, CancellationToken cancellation) =>
        rows.Commit(Partition, [new RowWrite.Upsert(PersonKeys.Of(person), StoredJson.Write(form))], [], cancellation);

    public async Task<HeldForm?> Find(PersonId person, CancellationToken cancellation) =>
        await rows.Find(Partition, PersonKeys.Of(person), cancellation) is { } row ? StoredJson.Read<HeldForm>(row).Value : null;

    public async Task Drop(PersonId person, CancellationToken cancellation)
    {
        if (await rows.Find(Partition, PersonKeys.Of(person), cancellation) is { } row)
        {
            await rows.TryCommit(Partition, [new RowWrite.Delete(row.Key, row.ETag)], [], cancellation);
        }
    }
}
