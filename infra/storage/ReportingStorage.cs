using Microsoft.Extensions.DependencyInjection;
using VksServerless.Aggregation;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Notifications;
using VksServerless.Publishing;
using VksServerless.Storage.Aggregation;
using VksServerless.Storage.Calendars;
using VksServerless.Storage.Cycles;
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
        .AddRelayed<IMailLog, MailLog>();

    private static IServiceCollection AddRelayed<TPort, TStore>(this IServiceCollection services)
        where TPort : class
        where TStore : class, TPort =>
        services.AddSingleton<TPort>(provider => ActivatorUtilities.CreateInstance<TStore>(provider, (IRowStore)provider.GetRequiredService<RelayedRowStore>()));
}
