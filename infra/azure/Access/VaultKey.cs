using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace VksServerless.Azure.Access;

/// <summary>
/// An RSA key that never leaves its Key Vault. The vault wraps with the newest version (<c>POST …/wrapkey</c>) and unwraps with the one
/// that was used (<c>POST …/VERSION/unwrapkey</c>), so a rotated key still opens what is older.
/// </summary>
/// <param name="address">https://VAULT/keys/NAME, without a version.</param>
/// <param name="transport">Replaced in tests; without it the default HTTP transport.</param>
public sealed partial class VaultKey(Uri address, TokenCredential credential, HttpPipelineTransport? transport = null)
{
    private const string ApiVersion = "7.4";
    private const string Scope = "https://vault.azure.net/.default";
    private const string Algorithm = "RSA-OAEP-256";

    private readonly HttpPipeline _pipeline =
        HttpPipelineBuilder.Build(Options(transport), new BearerTokenAuthenticationPolicy(credential, Scope));

    /// <exception cref="RequestFailedException">The vault does not answer, or refuses.</exception>
    public async Task<WrappedKey> Wrap(byte[] key, CancellationToken cancellation)
    {
        var (keyId, value) = await Ask($"{address}/wrapkey", key, cancellation);
        return new WrappedKey(OwnVersion(keyId), value);
    }

    /// <exception cref="CryptographicException">It was wrapped with another key. The vault is not asked.</exception>
    /// <exception cref="RequestFailedException">The vault does not answer, or refuses.</exception>
    public async Task<byte[]> Unwrap(WrappedKey wrapped, CancellationToken cancellation) =>
        (await Ask($"{OwnVersion(wrapped.KeyId)}/unwrapkey", wrapped.Value, cancellation)).Value;

    /// <summary>Who can write the table can write any key id: our token goes to this key and nowhere else.</summary>
    private string OwnVersion(string keyId)
    {
        var version = keyId.Split('/')[^1];
        return Version().IsMatch(version) && keyId.Equals($"{address}/{version}", StringComparison.OrdinalIgnoreCase)
            ? $"{address}/{version}"
            : throw new CryptographicException($"{keyId} is no version of {address}.");
    }

    private async Task<(string KeyId, byte[] Value)> Ask(string operation, byte[] value, CancellationToken cancellation)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri($"{operation}?api-version={ApiVersion}"));
        message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
        message.Request.Headers.Add(HttpHeader.Common.JsonAccept);
        message.Request.Content = RequestContent.Create(
            BinaryData.FromObjectAsJson(new { alg = Algorithm, value = Base64Url.EncodeToString(value) }));
        await _pipeline.SendAsync(message, cancellation);
        if (message.Response.Status != 200)
        {
            throw new RequestFailedException(message.Response);
        }

        using var answer = JsonDocument.Parse(message.Response.Content);
        return (answer.RootElement.GetProperty("kid").GetString()!,
            Base64Url.DecodeFromChars(answer.RootElement.GetProperty("value").GetString()));
    }

    /// <summary>The framework asks again by itself, ten times while a request waits.</summary>
    private static VaultClientOptions Options(HttpPipelineTransport? transport)
    {
        var options = new VaultClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(5) } };
        options.Transport = transport ?? options.Transport;
        return options;
    }

    [GeneratedRegex(@"\A[0-9a-f]{32}\z")]
    private static partial Regex Version();

    private sealed class VaultClientOptions : ClientOptions;
}

/// <param name="KeyId">https://VAULT/keys/NAME/VERSION: by which it was wrapped.</param>
public sealed record WrappedKey(string KeyId, byte[] Value);
