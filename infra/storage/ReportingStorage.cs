using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.Calendars;
using VksServerless.Application.Cycles;
using VksServerless.Application.Difficulties;
using VksServerless.Application.Events;
using VksServerless.Application.Forms;
using VksServerless.Application.Notices;
using VksServerless.Application.People;
using VksServerless.Application.Publications;
using VksServerless.Application.Reports;
using VksServerless.Application.Totals;
using VksServerless.Application.Units;
using VksServerless.Storage.Calendars;
using VksServerless.Storage.Cycles;
using VksServerless.Storage.Difficulties;
using VksServerless.Storage.Events;
using VksServerless.Storage.Forms;
using VksServerless.Storage.Notices;
using VksServerless.Storage.People;
using VksServerless.Storage.Publications;
using VksServerless.Storage.Reports;
using VksServerless.Storage.Totals;
using VksServerless.Storage.Units;

namespace VksServerless.Storage;

public static class ReportingStorage
{
    /// <summary>The domain's ports over the door's <see cref="IRowStore"/> and <see cref="IBlobStore"/>.</summary>
    public static IServiceCollection AddReportingStorage(this IServiceCollection services) => services
        .AddSingleton<Rosters>()
        .AddSingleton<CyclesUnderWay>()
        .AddSingleton<IDirectoryStore, DirectoryStore>()
        .AddSingleton<IForms, FormStore>()
        .AddSingleton<IFormDrafts, FormDraftStore>()
        .AddSingleton<ICalendars, CalendarStore>()
        .AddSingleton<ICycles, CycleStore>()
        .AddSingleton<ISeries, SeriesStore>()
        .AddSingleton<IReports, ReportStore>()
        .AddSingleton<IInspections, InspectionStore>()
        .AddSingleton<IPeers, PeerStore>()
        .AddSingleton<IAttachments, AttachmentStore>()
        .AddSingleton<IUploads, UploadStore>()
        .AddSingleton<ITotals, TotalStore>()
        .AddSingleton<IPublications, PublicationStore>()
        .AddSingleton<ISectorTexts, SectorTextStore>()
        .AddSingleton<IAcknowledgements, AcknowledgementStore>()
        .AddSingleton<IOpinionReplies, OpinionReplyStore>()
        .AddSingleton<IDifficulties, DifficultyStore>()
        .AddSingleton<IMailLog, MailLog>()
        .AddSingleton<ISetAsideMessages, SetAsideMessages>()
        .AddSingleton<IDelegations, DelegationStore>()
        .AddSingleton<IPeople, PeopleStore>()
        .AddSingleton<ISessionKeys, SessionKeyStore>()
        .AddSingleton<IHeldForms, HeldFormStore>()
        .AddHealthChecks().AddCheck<RowsHealth>("rows").AddCheck<BlobsHealth>("blobs").Services;
}
