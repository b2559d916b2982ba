using System.Security.Cryptography;
using System.Xml.Linq;
using Azure;
using Azure.Identity;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using VksServerless.Application.People;

namespace VksServerless.Azure.Access;

/// <summary>
/// Protects the keys of sessions before they are stored. The framework asks for it rarely, and waits: for a task of its own, because a page
/// that is being rendered lets nothing go on beside it.
/// </summary>
internal sealed class VaultXmlEncryptor(VaultKey vault) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var key = RandomNumberGenerator.GetBytes(SealedXml.KeySize);
        try
        {
            var wrapped = Task.Run(() => vault.Wrap(key, CancellationToken.None)).GetAwaiter().GetResult();
            return new EncryptedXmlInfo(SealedXml.Seal(plaintextElement, key, wrapped).ToXml(), typeof(VaultXmlDecryptor));
        }
        catch (Exception fault) when (fault is RequestFailedException or AuthenticationFailedException or OperationCanceledException)
        {
            throw new SessionKeysUnavailableException("The key vault does not wrap.", fault);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
