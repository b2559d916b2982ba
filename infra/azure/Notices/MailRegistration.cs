using System.Net.Mail;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Notices;
using VksServerless.Notices;

namespace VksServerless.Azure.Notices;

/// <param name="Endpoint">Of the Communication Services resource.</param>
/// <param name="Sender">An address of its verified mail domain.</param>
public sealed record MailSettings(Uri Endpoint, string Sender)
{
    /// <summary>On one's own machine, where no token is asked for and none could be sent safely.</summary>
    public bool IsEmulator => Endpoint.IsLoopback && Endpoint.Scheme == Uri.UriSchemeHttp;
}

internal static class MailRegistration
{
    public const string EndpointKey = "Mail:Endpoint";
    public const string SenderKey = "Mail:Sender";

    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = new MailSettings(new Uri(Required(configuration, EndpointKey)), Address(Required(configuration, SenderKey)));
        return services
            .AddSingleton(settings)
            .AddSingleton<IMailer>(provider => new AcsMailer(
                settings,
                settings.IsEmulator ? null : provider.GetRequiredService<TokenCredential>(),
                provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>The service takes the address alone; with a name around it every mail would be refused.</summary>
    private static string Address(string sender) => MailAddress.TryCreate(sender, out var parsed) && parsed.Address == sender
        ? sender
        : throw new InvalidOperationException($"{SenderKey} is not a mail address alone: {sender}");

    private static string Required(IConfiguration configuration, string key) =>
        configuration[key] is { Length: > 0 } value ? value : throw new InvalidOperationException($"Set {key}.");
}
