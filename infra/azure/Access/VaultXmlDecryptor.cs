using System.Security.Cryptography;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace VksServerless.Azure.Access;

/// <summary>Opens what <see cref="VaultXmlEncryptor"/> has sealed. Stored keys hold this class's full name, so it keeps it.</summary>
internal sealed class VaultXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var found = SealedXml.Of(encryptedElement);
        var vault = services.GetRequiredService<VaultKey>();
        var key = Task.Run(() => vault.Unwrap(found.Key, CancellationToken.None)).GetAwaiter().GetResult();
        try
        {
            return found.Open(key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
