using System.Buffers;

namespace VksServerless.Storage;

/// <summary>What every row store refuses before it looks at its rows: the narrowest limits of all of them.</summary>
public static class RowLimits
{
    /// <summary>Bytes of one row's body. Table Storage takes 1 MiB with the names around it.</summary>
    public const int LargestBody = 900 * 1024;

    /// <summary>Bytes of one message's body.</summary>
    public const int LargestMessage = 32 * 1024;

    /// <summary>Bytes of all bodies of one commit. Table Storage takes 4 MiB, in base 64 and with the names around them.</summary>
    public const int LargestCommit = 2800 * 1024;

    /// <summary>
    /// Characters of a message's id: Service Bus takes 128, and a delivery put off for later adds up to 19 ("~notifications~1440").
    /// </summary>
    public const int LongestMessageId = 109;

    /// <summary>Writes and messages of one commit together.</summary>
    public const int MostChanges = 100;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.|");

    /// <exception cref="ArgumentException">A name is not what <see cref="Row"/> says of partitions and keys.</exception>
    public static void CheckNames(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (name.Length is 0 or > 200 || name.AsSpan().ContainsAnyExcept(Allowed))
            {
                throw new ArgumentException($"'{name}' is not 1 to 200 letters, digits and - _ . |");
            }
        }
    }

    /// <exception cref="ArgumentException">The commit breaks a limit, or names a key or a message twice.</exception>
    public static void CheckCommit(string partition, IReadOnlyList<RowWrite> writes, IReadOnlyList<OutboxMessage> messages)
    {
        CheckNames([partition, .. writes.Select(write => write.Key), .. messages.Select(message => message.Id)]);
        Refuse(writes.Count + messages.Count > MostChanges, $"More than {MostChanges} writes and messages in one commit.");
        Refuse(writes.DistinctBy(write => write.Key).Count() < writes.Count, "A key is written twice in one commit.");
        Refuse(messages.DistinctBy(message => message.Id).Count() < messages.Count, "A message is written twice in one commit.");
        Refuse(
            messages.Any(message => message.Id.Length > LongestMessageId), $"A message's id is longer than {LongestMessageId} characters.");
        Refuse(writes.Any(write => write.Content().Length > LargestBody), $"A row is larger than {LargestBody} bytes.");
        Refuse(messages.Any(message => message.Body.Length > LargestMessage), $"A message is larger than {LargestMessage} bytes.");
        Refuse(
            writes.Sum(write => write.Content().Length) + messages.Sum(message => message.Body.Length) > LargestCommit,
            $"A commit is larger than {LargestCommit} bytes.");
    }

    /// <summary>The body that the write brings; nothing for a deletion.</summary>
    public static ReadOnlyMemory<byte> Content(this RowWrite write) => write switch
    {
        RowWrite.Insert insert => insert.Body,
        RowWrite.Replace replace => replace.Body,
        RowWrite.Upsert upsert => upsert.Body,
        _ => default,
    };

    private static void Refuse(bool broken, string limit)
    {
        if (broken)
        {
            throw new ArgumentException(limit);
        }
    }
}
