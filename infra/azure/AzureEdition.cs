using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Azure.Access;
using VksServerless.Azure.Events;
using VksServerless.Azure.Jobs;
using VksServerless.Azure.Notices;
using VksServerless.Azure.Storage;

namespace VksServerless.Azure;

/// <summary>
/// What the cloud edition stands on: Table and Blob Storage, Service Bus, Communication Services, an OpenID issuer, Key Vault.
/// </summary>
public static class AzureEdition
{
    public static IServiceCollection AddAzure(this IServiceCollection services, IConfiguration configuration) => services
        .AddAzureStorage(configuration)
        .AddServiceBus(configuration)
        .AddMail(configuration)
        .AddIssuer(configuration)
        .AddSessionVault(configuration)
        .AddSingleton<RunDueJobs>();
}
