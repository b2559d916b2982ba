using System.Security.Cryptography;
using System.Text;
using VksServerless.Application.People;

namespace VksServerless.Storage.People;

internal sealed class HeldFormStore(IRowStore rows) : IHeldForms
{
    private const string Partition = "held-forms";

    public Task Hold(PersonId person, HeldForm form, CancellationToken cancellation) =>
        rows.Commit(Partition, [new RowWrite.Upsert(KeyOf(person), StoredJson.Write(form))], [], cancellation);

    public async Task<HeldForm?> Find(PersonId person, CancellationToken cancellation) =>
        await rows.Find(Partition, KeyOf(person), cancellation) is { } row ? StoredJson.Read<HeldForm>(row).Value : null;

    public async Task Drop(PersonId person, CancellationToken cancellation)
    {
        if (await rows.Find(Partition, KeyOf(person), cancellation) is { } row)
        {
            await rows.TryCommit(Partition, [new RowWrite.Delete(row.Key, row.ETag)], [], cancellation);
        }
    }

    /// <summary>A person's id may hold what a key may not.</summary>
    private static string KeyOf(PersonId person) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(person.ToString())));
}
