using System.Buffers;
using VksServerless.Storage;

namespace VksServerless.Local.Storage;

/// <summary>What a store refuses before it looks at its rows.</summary>
internal static class RowNames
{
    private const int LargestBody = 900 * 1024;
    private const int LargestMessage = 32 * 1024;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.|");

    /// <summary>Sorts after everything that begins with the prefix.</summary>
    public static string After(string prefix) => prefix + "\U0010FFFF";

    public static void Check(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (name.Length is 0 or > 200 || name.AsSpan().ContainsAnyExcept(Allowed))
            {
                throw new ArgumentException($"'{name}' is not 1 to 200 letters, digits and - _ . |");
            }
        }
    }

    public static void CheckCommit(string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages)
    {
        Check(partition);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(writes.Count + messages.Count, 100);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var write in writes)
        {
            Check(write.Key);
            if (!keys.Add(write.Key))
            {
                throw new ArgumentException($"The key {write.Key} is written twice.", nameof(writes));
            }

            if (Body(write).Length > LargestBody)
            {
                throw new ArgumentException($"The row {write.Key} is larger than 900 KiB.", nameof(writes));
            }
        }

        foreach (var message in messages)
        {
            Check(message.Id);
            if (message.Body.Length > LargestMessage)
            {
                throw new ArgumentException($"The message {message.Id} is larger than 32 KiB.", nameof(messages));
            }
        }
    }

    private static ReadOnlyMemory<byte> Body(RowWrite write) => write switch
    {
        RowWrite.Insert insert => insert.Body,
        RowWrite.Replace replace => replace.Body,
        RowWrite.Upsert upsert => upsert.Body,
        _ => default,
    };
}
