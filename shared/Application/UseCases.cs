using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Difficulties;
using VksServerless.Application.Events;
using VksServerless.Application.Jobs;
using VksServerless.Application.Notices;
using VksServerless.Application.Publications;
using VksServerless.Application.Reports;
using VksServerless.Application.Totals;

namespace VksServerless.Application;

public static class UseCases
{
    /// <summary>Every use case. The ports that they need, and the clock, are registered by the door.</summary>
    public static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        AddAll<IListener>(services);
        AddAll<IJob>(services);
        services.AddSingleton<IFiguresBelow, FiguresBelow>();
        services.AddSingleton<IPublishedVersions, VersionsOfPublications>();
        services.AddSingleton<IDeskOffice, MailToDeskOffice>();
        foreach (var useCase in typeof(UseCases).Assembly.GetTypes().Where(type => type.IsClass && typeof(IUseCase).IsAssignableFrom(type)))
        {
            services.AddSingleton(useCase);
        }

        return services;
    }

    private static void AddAll<TService>(IServiceCollection services)
    {
        foreach (var type in typeof(UseCases).Assembly.GetTypes().Where(type => type.IsClass && typeof(TService).IsAssignableFrom(type)))
        {
            services.AddSingleton(typeof(TService), type);
        }
    }
}
