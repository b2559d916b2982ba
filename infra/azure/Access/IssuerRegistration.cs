using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using VksServerless.Application.People;

namespace VksServerless.Azure.Access;

internal static class IssuerRegistration
{
    /// <summary>Where the trusted issuer publishes its OpenID configuration, and with it its keys.</summary>
    public const string MetadataKey = "Identity:Metadata";

    public static IServiceCollection AddIssuer(this IServiceCollection services, IConfiguration configuration)
    {
        var metadata = configuration[MetadataKey] is { Length: > 0 } address
            ? address
            : throw new InvalidOperationException($"Set {MetadataKey}.");

        // The identity's token is Entra's: no other issuer gets it.
        var authority = configuration["SignIn:Authority"] is { Length: > 0 } named ? named : metadata;
        if (configuration["SignIn:ClientSecret"] is not { Length: > 0 }
            && Uri.TryCreate(authority, UriKind.Absolute, out var issuer) && issuer.Host == "login.microsoftonline.com")
        {
            services.AddSingleton<IClientProof, ManagedIdentityProof>();
        }

        return services.AddSingleton<BaseConfigurationManager>(_ => new ConfigurationManager<OpenIdConnectConfiguration>(
            metadata, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = !new Uri(metadata).IsLoopback }))
            .AddHealthChecks().AddCheck<IssuerHealth>("issuer").Services;
    }
}
