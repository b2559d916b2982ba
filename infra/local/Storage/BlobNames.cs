using System.Buffers;

namespace VksServerless.Local.Storage;

internal static class BlobNames
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_./");

    public static void Check(string name)
    {
        if (name.Length is 0 or > 500 || name.AsSpan().ContainsAnyExcept(Allowed) || name.Split('/').Any(part => part is "" or "." or ".."))
        {
            throw new ArgumentException($"'{name}' is not a blob's name: segments of letters, digits and - _ . parted by /.", nameof(name));
        }
    }
}
