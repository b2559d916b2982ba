using System.IO.Compression;
using Microsoft.AspNetCore.Http;

namespace VksServerless.Web.Portal.Shell;

/// <summary>A file that is carried from the page where its changes are looked at to the press that applies them.</summary>
internal static class CarriedFile
{
    /// <summary>Compressed, in base 64: a form takes no long texts.</summary>
    public static string Pack(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var squeeze = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            squeeze.Write(content);
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    /// <returns>Empty when it is no such text, or would be longer than <paramref name="mostBytes"/>.</returns>
    public static byte[] Unpack(string text, int mostBytes)
    {
        try
        {
            using var spread = new BrotliStream(new MemoryStream(Convert.FromBase64String(text)), CompressionMode.Decompress);
            var content = new byte[mostBytes + 1];
            var length = spread.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return length > mostBytes ? [] : content[..length];
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidDataException or InvalidOperationException)
        {
            return [];
        }
    }

    /// <summary>The directory that the page was made of.</summary>
    public static ETag ReadIn(IFormCollection posted) => posted["read"].ToString() is { Length: > 0 } read ? ETag.Of(read) : ETag.None;
}
