using System.Buffers;

namespace VksServerless.Storage;

/// <summary>What every blob store refuses before it looks for a blob.</summary>
public static class BlobNames
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./");

    /// <summary>Begins the names of files attached to drafts, the only blobs that may be removed again.</summary>
    internal const string Files = "attachments/";

    /// <summary>
    /// Whether the blob stays for good, whatever becomes of anything: reports that were handed in, sector reports, publications,
    /// and the rosters and directories by which they are understood.
    /// </summary>
    public static bool IsReceived(string name) => !name.StartsWith(Files, StringComparison.Ordinal);

    /// <exception cref="ArgumentException">Not what <see cref="IBlobStore.Write"/> says of names; a segment of dots alone is
    /// none.</exception>
    public static void Check(string name)
    {
        if (name.Length is 0 or > 500 || name.AsSpan().ContainsAnyExcept(Allowed)
            || name.Split('/').Any(segment => segment.Length == 0 || segment.All(letter => letter == '.')))
        {
            throw new ArgumentException($"'{name}' is not a blob's name: segments of letters, digits and - _ . parted by /", nameof(name));
        }
    }
}
