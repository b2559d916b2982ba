using Microsoft.Extensions.DependencyInjection;
using VksServerless.Access;
using VksServerless.Aggregation;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Difficulties;
using VksServerless.Forms;
using VksServerless.Notifications;
using VksServerless.Publishing;
using VksServerless.Storage.Access;
using VksServerless.Storage.Aggregation;
using VksServerless.Storage.Calendars;
using VksServerless.Storage.Cycles;
using VksServerless.Storage.Difficulties;
using VksServerless.Storage.Events;
using VksServerless.Storage.Forms;
using VksServerless.Storage.Notifications;
using VksServerless.Storage.Publishing;
using VksServerless.Storage.Submissions;
using VksServerless.Storage.Units;
using VksServerless.Submissions;
using VksServerless.Units;

namespace VksServerless.Storage;

public static class ReportingStorage
{
    /// <summary>
    /// The domain's ports over the edition's <see cref="IRowStore"/> and <see cref="IBlobStore"/>. What they commit reaches
    /// the relay through <see cref="OutboxChannel"/>.
    /// </summary>
    public static IServiceCollection AddReportingStorage(this IServiceCollection services) => services
        .AddSingleton<OutboxChannel>()
        .AddSingleton<RelayedRowStore>()
        .AddSingleton<Rosters>()
        .AddRelayed<IDirectoryStore, DirectoryStore>()
        .AddRelayed<IForms, FormStore>()
        .AddRelayed<ICalendars, CalendarStore>()
        .AddRelayed<ICycles, CycleStore>()
        .AddRelayed<ISeries, SeriesStore>()
        .AddRelayed<IReports, ReportStore>()
        .AddRelayed<IPeers, PeerStore>()
        .AddRelayed<IAttachments, AttachmentStore>()
        .AddRelayed<ITotals, TotalStore>()
        .AddRelayed<IPublications, PublicationStore>()
        .AddRelayed<IDifficulties, DifficultyStore>()
        .AddRelayed<IMailLog, MailLog>()
        .AddRelayed<IDelegations, DelegationStore>();

    private static IServiceCollection AddRelayed<TPort, TStore>(this IServiceCollection services)
        where TPort : class
        where TStore : class, TPort =>
        services.AddSingleton<TPort>(provider => ActivatorUtilities.CreateInstance<TStore>(provider, (IRowStore)provider.GetRequiredService<RelayedRowStore>()));
}
