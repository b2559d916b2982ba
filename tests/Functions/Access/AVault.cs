using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using VksServerless.Azure.Access;

namespace VksServerless.Functions.Tests.Access;

/// <summary>A Key Vault on the loopback address, over TLS: one RSA key with versions, which wraps and unwraps as the service does.</summary>
internal sealed class AVault : IAsyncDisposable
{
    private const string Scope = "https://vault.azure.net/.default";

    private readonly X509Certificate2 _certificate;
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RSA> _versions = new();
    private volatile string _newest = "";

    private AVault(X509Certificate2 certificate, WebApplication app) => (_certificate, _app) = (certificate, app);

    /// <summary>Of the key, without a version.</summary>
    public Uri Key => new($"{_app.Urls.Single()}/keys/sessions");

    public string NewestKeyId => $"{Key}/{_newest}";

    /// <summary>Path of each request that arrived.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Every connection breaks.</summary>
    public bool Down { get; set; }

    public static async Task<AVault> Start()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var vault = new AVault(certificate, builder.Build());
        vault.Rotate();
        vault._app.Run(vault.Answer);
        await vault._app.StartAsync();
        return vault;
    }

    public void Rotate()
    {
        var version = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _versions[version] = RSA.Create(2048);
        _newest = version;
    }

    /// <summary>The app's client, which believes this vault's certificate.</summary>
    public VaultKey Client() => new(Key, new Identity(), new HttpClientTransport(new SocketsHttpHandler
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == _certificate.Thumbprint },
    }));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task Answer(HttpContext http)
    {
        Requests.Enqueue(http.Request.Path);
        if (Down)
        {
            http.Abort();
            return;
        }

        var asked = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        var value = Base64Url.DecodeFromChars(asked.GetProperty("value").GetString());
        var path = http.Request.Path.Value!.Split('/');
        if (http.Request.Headers.Authorization != $"Bearer {Scope}")
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (http.Request.Query["api-version"] != "7.4" || asked.GetProperty("alg").GetString() != "RSA-OAEP-256")
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (path is ["", "keys", "sessions", "wrapkey"])
        {
            await Give(http, _newest, _versions[_newest].Encrypt(value, RSAEncryptionPadding.OaepSHA256));
        }
        else if (path is ["", "keys", "sessions", var version, "unwrapkey"] && _versions.TryGetValue(version, out var key))
        {
            await Give(http, version, key.Decrypt(value, RSAEncryptionPadding.OaepSHA256));
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private Task Give(HttpContext http, string version, byte[] value) =>
        http.Response.WriteAsJsonAsync(new { kid = $"{Key}/{version}", value = Base64Url.EncodeToString(value) });

    /// <summary>Gives tokens that say for what they are.</summary>
    private sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(string.Join(' ', requestContext.Scopes), DateTimeOffset.UtcNow.AddHours(1));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
