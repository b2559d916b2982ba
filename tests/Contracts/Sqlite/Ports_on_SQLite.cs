using VksServerless.Contracts.Calendars;
using VksServerless.Contracts.Cycles;
using VksServerless.Contracts.Difficulties;
using VksServerless.Contracts.Events;
using VksServerless.Contracts.Forms;
using VksServerless.Contracts.Notices;
using VksServerless.Contracts.People;
using VksServerless.Contracts.Ports;
using VksServerless.Contracts.Publications;
using VksServerless.Contracts.Reports;
using VksServerless.Contracts.Totals;
using VksServerless.Contracts.Units;

namespace VksServerless.Contracts.Sqlite;

public class Totals_on_SQLite : TotalContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Cycles_on_SQLite : CycleContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Calendars_on_SQLite : CalendarContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Events_on_SQLite : EventContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Mail_log_on_SQLite : MailLogContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Publications_on_SQLite : PublicationContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Attachments_on_SQLite : AttachmentContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Obliging_on_SQLite : ObligingContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Reports_on_SQLite : ReportContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Directory_on_SQLite : DirectoryContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Forms_on_SQLite : FormContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Form_drafts_on_SQLite : FormDraftContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Delegations_on_SQLite : DelegationContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class People_on_SQLite : PeopleContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Session_keys_on_SQLite : SessionKeyContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Difficulties_on_SQLite : DifficultyContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Sector_texts_on_SQLite : SectorTextContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Acknowledgements_on_SQLite : AcknowledgementContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Series_on_SQLite : SeriesContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Opinion_replies_on_SQLite : OpinionReplyContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Inspections_on_SQLite : InspectionContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}

public class Uploads_on_SQLite : UploadContract
{
    protected override Task<Edition> NewEdition() => SqliteEdition.New();
}
