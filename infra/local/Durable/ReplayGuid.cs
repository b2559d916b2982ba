using System.Security.Cryptography;
using System.Text;

namespace VksServerless.Local.Durable;

/// <summary>Name-based identifiers (UUID version 5): the same on every replay.</summary>
internal static class ReplayGuid
{
    private static readonly Guid Namespace = Guid.Parse("9e952958-5e33-4daf-827f-2fa12937b875");

    public static Guid Of(string name)
    {
        var named = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        Namespace.TryWriteBytes(named, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, named.AsSpan(16));
#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1; nothing is protected by it.
        var hash = SHA1.HashData(named).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
