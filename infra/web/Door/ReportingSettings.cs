using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Difficulties;
using VksServerless.People;
using VksServerless.Units;

namespace VksServerless.Web.Door;

public static class ReportingSettings
{
    /// <summary>What the use cases are told by settings: Portal:Address, Portal:Contact, Desk:Office, People:Administrator.</summary>
    /// <exception cref="FormatException">Desk:Office is not a unit's code.</exception>
    public static IServiceCollection AddReportingSettings(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(new Notices.Portal(
            () => configuration["Portal:Address"], configuration["Portal:Contact"] ?? Notices.Portal.UsualContact))
        .AddSingleton(new FirstAdministrator(PersonId.TryParse(configuration["People:Administrator"], out var person) ? person : null))
        .AddSingleton(new Desk(configuration["Desk:Office"] is { Length: > 0 } office ? UnitCode.Of(office) : Desk.UsualOffice));
}
