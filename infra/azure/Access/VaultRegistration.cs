using Azure.Core;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace VksServerless.Azure.Access;

internal static class VaultRegistration
{
    /// <summary>The vault's key that protects the keys of sessions: https://VAULT/keys/NAME. Without it they lie as they are.</summary>
    public const string VaultKeyKey = "SignIn:KeyVaultKey";

    public static IServiceCollection AddSessionVault(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration[VaultKeyKey] is not { Length: > 0 } text)
        {
            return services;
        }

        var address = Address(text);
        services.AddSingleton(provider => new VaultKey(address, provider.GetRequiredService<TokenCredential>()));
        services.AddOptions<KeyManagementOptions>()
            .Configure<VaultKey>((options, vault) => options.XmlEncryptor = new VaultXmlEncryptor(vault));
        return services.AddHealthChecks().AddCheck<VaultHealth>("vault").Services;
    }

    /// <summary>Without a version: a new one is to be used once there is one.</summary>
    private static Uri Address(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            && address.Segments is ["/", "keys/", var name] && !name.EndsWith('/')
            && address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) == address.AbsoluteUri
                ? address
                : throw new InvalidOperationException($"{VaultKeyKey} is not https://VAULT/keys/NAME: {text}");
}
