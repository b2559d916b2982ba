using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace VksServerless.Azure.Access;

/// <summary>XML sealed with AES-256-GCM, and beside it the content key, wrapped by the vault.</summary>
internal sealed record SealedXml(WrappedKey Key, byte[] Nonce, byte[] Content, byte[] Tag)
{
    /// <summary>Of the content key, in bytes.</summary>
    public const int KeySize = 32;

    /// <param name="contentKey">Used for this XML alone.</param>
    /// <param name="wrapped">The same key as the vault has wrapped it.</param>
    public static SealedXml Seal(XElement plain, byte[] contentKey, WrappedKey wrapped)
    {
        var bytes = Encoding.UTF8.GetBytes(plain.ToString(SaveOptions.DisableFormatting));
        var made = new SealedXml(
            wrapped,
            RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize),
            new byte[bytes.Length],
            new byte[AesGcm.TagByteSizes.MaxSize]);
        using var aes = new AesGcm(contentKey, made.Tag.Length);
        aes.Encrypt(made.Nonce, bytes, made.Content, made.Tag);
        CryptographicOperations.ZeroMemory(bytes);
        return made;
    }

    /// <exception cref="CryptographicException">It was changed, or sealed with another key.</exception>
    public XElement Open(byte[] contentKey)
    {
        var bytes = new byte[Content.Length];
        using var aes = new AesGcm(contentKey, AesGcm.TagByteSizes.MaxSize);
        aes.Decrypt(Nonce, Content, Tag, bytes);
        var plain = XElement.Parse(Encoding.UTF8.GetString(bytes));
        CryptographicOperations.ZeroMemory(bytes);
        return plain;
    }

    public XElement ToXml() => new(
        "sealed",
        new XElement("keyId", Key.KeyId),
        new XElement("key", Convert.ToBase64String(Key.Value)),
        new XElement("nonce", Convert.ToBase64String(Nonce)),
        new XElement("content", Convert.ToBase64String(Content)),
        new XElement("tag", Convert.ToBase64String(Tag)));

    /// <exception cref="CryptographicException">A part is missing.</exception>
    public static SealedXml Of(XElement stored)
    {
        return new SealedXml(new WrappedKey(Part("keyId"), Bytes("key")), Bytes("nonce"), Bytes("content"), Bytes("tag"));

        string Part(string name) =>
            stored.Element(name)?.Value ?? throw new CryptographicException($"The stored key has no {name}.");

        byte[] Bytes(string name) => Convert.FromBase64String(Part(name));
    }
}
