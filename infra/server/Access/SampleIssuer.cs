using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using VksServerless.Server.Hosting;

namespace VksServerless.Server.Access;

/// <summary>Signs in the sample people of this machine; its key stays in the data folder and is trusted by nobody else.</summary>
public sealed class SampleIssuer : IDisposable
{
    public const string Issuer = "urn:vks-serverless:single-machine";
    public const string Audience = "vks-serverless";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private readonly ECDsa _key;
    private readonly InMemoryCryptoProviderCache _signers = new();
    private readonly ECDsaSecurityKey _signingKey;
    private readonly TimeProvider _clock;

    public SampleIssuer(string dataFolder, TimeProvider clock)
    {
        _clock = clock;
        _key = LoadOrCreate(Path.Combine(dataFolder, "signing-key.pem"));
        _signingKey = new ECDsaSecurityKey(_key)
        {
            KeyId = Base64UrlEncoder.Encode(SHA256.HashData(_key.ExportSubjectPublicKeyInfo()).AsSpan(0, 12).ToArray()),
            // A cache of its own: the process-wide one would hand the next issuer of this key a signer that is disposed with this one.
            CryptoProviderFactory = new CryptoProviderFactory(_signers),
        };
    }

    /// <summary>What the application validates tokens against.</summary>
    public BaseConfigurationManager Keys
    {
        get
        {
            var configuration = new OpenIdConnectConfiguration { Issuer = Issuer };
            configuration.SigningKeys.Add(_signingKey);
            return new StaticConfigurationManager<OpenIdConnectConfiguration>(configuration);
        }
    }

    /// <summary>Says who a person is, and what a software may do.</summary>
    public string TokenFor(SamplePerson person)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object> { ["sub"] = person.Id, ["name"] = person.Name, ["idtyp"] = "user" };
        if (person.Role == "machine")
        {
            (claims["idtyp"], claims["role"], claims["unit"]) = ("app", person.Role, person.Unit.ToString());
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(_signingKey, SecurityAlgorithms.EcdsaSha256),
        });
    }

    public void Dispose()
    {
        _signers.Dispose();
        _key.Dispose();
    }

    private static ECDsa LoadOrCreate(string path)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(path))
        {
            try
            {
                key.ImportFromPem(File.ReadAllText(path));
                return key;
            }
            catch (Exception broken) when (broken is ArgumentException or CryptographicException)
            {
                throw new DataFolderException(
                    $"The key in {Path.GetFullPath(path)} cannot be read. Remove the file: a new one is made, and people sign in again.",
                    broken);
            }
        }

        // Whole or not at all, also when the power fails.
        var unfinished = $"{path}.unfinished";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(unfinished, options))
        {
            file.Write(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path);
        return key;
    }
}
