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
        if (configuration["SignIn:ClientSecret"] is not { Length: > 0 })
        {
            services.AddSingleton<IClientProof, ManagedIdentityProof>();
        }

        return services.AddSingleton<BaseConfigurationManager>(_ => new ConfigurationManager<OpenIdConnectConfiguration>(
            metadata, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever { RequireHttps = !new Uri(metadata).IsLoopback }))
            .AddHealthChecks().AddCheck<IssuerHealth>("issuer").Services;
    }
}
