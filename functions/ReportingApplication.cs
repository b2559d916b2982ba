using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;
using VksServerless.Difficulties;
using VksServerless.Forms;
using VksServerless.Functions.Access;
using VksServerless.Functions.Events;
using VksServerless.Notifications;
using VksServerless.Storage;
using VksServerless.Units;

[assembly: WorkerExtensionStartup(typeof(VksServerless.Functions.ReportingApplication))]

namespace VksServerless.Functions;

/// <summary>
/// Everything that both editions share: the operations, and the door that each request passes. What it stands on (rows,
/// blobs, bus, mail, clock, whose tokens are trusted) is registered by the edition. The cloud edition calls it from
/// Program; the single-machine edition finds it by the assembly's attribute.
/// </summary>
public sealed class ReportingApplication : WorkerExtensionStartup
{
    public override void Configure(IFunctionsWorkerApplicationBuilder applicationBuilder)
    {
        applicationBuilder.UseMiddleware<Door>();
        var services = applicationBuilder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddReportingStorage();
        services.AddSingleton(provider => TrustedIssuer.Demands(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<BaseConfigurationManager>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => Portal(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(provider => DeskOf(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<Authentication>();
        services.AddSingleton<OutboxRelay>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxRelay>());
        foreach (var operation in Operations())
        {
            services.AddSingleton(operation);
        }
    }

    private static Portal Portal(IConfiguration configuration) =>
        new(() => configuration["Portal:Address"], configuration["Portal:Contact"] ?? VksServerless.Notifications.Portal.UsualContact);

    /// <exception cref="FormatException">The setting is not a unit's code.</exception>
    private static Desk DeskOf(IConfiguration configuration) =>
        new(configuration["Desk:Office"] is { Length: > 0 } office ? UnitCode.Of(office) : Desk.UsualOffice);

    /// <summary>An operation is a sealed class of this assembly with an Execute method; the triggers call them.</summary>
    private static IEnumerable<Type> Operations() =>
        typeof(ReportingApplication).Assembly.GetTypes().Where(type =>
            type is { IsClass: true, IsSealed: true, IsAbstract: false } && typeof(IOperation).IsAssignableFrom(type));
}

/// <summary>Marks a class that does one thing for the triggers, so that it is registered.</summary>
public interface IOperation;
