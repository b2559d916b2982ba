using System.Buffers;

namespace VksServerless.Storage;

/// <summary>What every blob store refuses before it looks for a blob.</summary>
public static class BlobNames
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./");

    /// <exception cref="ArgumentException">Not what <see cref="IBlobStore.Write"/> says of names; a segment of dots alone is none.</exception>
    public static void Check(string name)
    {
        if (name.Length is 0 or > 500 || name.AsSpan().ContainsAnyExcept(Allowed)
            || name.Split('/').Any(segment => segment.Length == 0 || segment.All(letter => letter == '.')))
        {
            throw new ArgumentException($"'{name}' is not a blob's name: segments of letters, digits and - _ . parted by /", nameof(name));
        }
    }
}
