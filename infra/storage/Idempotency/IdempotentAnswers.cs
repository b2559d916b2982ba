using System.Security.Cryptography;
using System.Text;

namespace VksServerless.Storage.Idempotency;

/// <summary>The answers given under a person's idempotency keys: one each, the first.</summary>
public sealed class IdempotentAnswers(IRowStore rows)
{
    /// <returns>Null when nothing has been answered under that key.</returns>
    public async Task<StoredAnswer?> Find(string person, string key, CancellationToken cancellation) =>
        await rows.Find(Partition(person), Hash(key), cancellation) is { } row ? StoredJson.Read<StoredAnswer>(row.Body) : null;

    /// <returns>False when there is an answer already: it stays, and is the one to give.</returns>
    public async Task<bool> Keep(string person, string key, StoredAnswer answer, CancellationToken cancellation) =>
        await rows.TryCommit(Partition(person), [new RowWrite.Insert(Hash(key), StoredJson.Write(answer))], [], cancellation) is not null;

    private static string Partition(string person) => $"idem|{Hash(person)}";

    /// <summary>Both come from outside: a hash has none of the characters that a row cannot have.</summary>
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
