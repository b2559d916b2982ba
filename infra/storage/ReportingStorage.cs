using Microsoft.Extensions.DependencyInjection;
using VksServerless.Aggregation;
using VksServerless.Cycles;
using VksServerless.Notifications;
using VksServerless.Publishing;
using VksServerless.Storage.Aggregation;
using VksServerless.Storage.Cycles;
using VksServerless.Storage.Events;
using VksServerless.Storage.Idempotency;
using VksServerless.Storage.Notifications;
using VksServerless.Storage.Publishing;
using VksServerless.Storage.Submissions;
using VksServerless.Storage.Units;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Storage;

public static class ReportingStorage
{
    private const string Unrelayed = "unrelayed";

    /// <summary>
    /// The domain's ports over the edition's <see cref="IRowStore"/> and <see cref="IBlobStore"/>, which must have been
    /// added before: the row store is wrapped, so that what it commits reaches the relay through <see cref="OutboxChannel"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">No <see cref="IRowStore"/> has been added.</exception>
    public static IServiceCollection AddReportingStorage(this IServiceCollection services)
    {
        var store = services.LastOrDefault(service => service.ServiceType == typeof(IRowStore) && !service.IsKeyedService)
            ?? throw new InvalidOperationException($"Add the edition's {nameof(IRowStore)} before {nameof(AddReportingStorage)}.");
        services.Remove(store);
        services.Add(Keyed(store));
        services.AddSingleton<OutboxChannel>();
        services.AddSingleton<IRowStore>(provider => new RelayedRowStore(
            provider.GetRequiredKeyedService<IRowStore>(Unrelayed), provider.GetRequiredService<OutboxChannel>()));

        services.AddSingleton<Rosters>();
        services.AddSingleton<IdempotentAnswers>();
        services.AddSingleton<IDirectoryStore, DirectoryStore>();
        services.AddSingleton<ICycles, CycleStore>();
        services.AddSingleton<IReports, ReportStore>();
        services.AddSingleton<IAttachments, AttachmentStore>();
        services.AddSingleton<ITotals, TotalStore>();
        services.AddSingleton<IPublications, PublicationStore>();
        services.AddSingleton<IMailLog, MailLog>();
        return services;
    }

    private static ServiceDescriptor Keyed(ServiceDescriptor store) => store switch
    {
        { ImplementationInstance: { } instance } => new ServiceDescriptor(typeof(IRowStore), Unrelayed, instance),
        { ImplementationFactory: { } make } => new ServiceDescriptor(typeof(IRowStore), Unrelayed, (provider, _) => make(provider), store.Lifetime),
        _ => new ServiceDescriptor(typeof(IRowStore), Unrelayed, store.ImplementationType!, store.Lifetime),
    };
}
