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

namespace VksServerless.Contracts.Azurite;

[Collection(OnAzurite.Name)]
public class Totals_on_Azurite(AzuriteServer azurite) : TotalContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Cycles_on_Azurite(AzuriteServer azurite) : CycleContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Calendars_on_Azurite(AzuriteServer azurite) : CalendarContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Events_on_Azurite(AzuriteServer azurite) : EventContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Mail_log_on_Azurite(AzuriteServer azurite) : MailLogContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Publications_on_Azurite(AzuriteServer azurite) : PublicationContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Uploads_on_Azurite(AzuriteServer azurite) : UploadContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Attachments_on_Azurite(AzuriteServer azurite) : AttachmentContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Obliging_on_Azurite(AzuriteServer azurite) : ObligingContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Reports_on_Azurite(AzuriteServer azurite) : ReportContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Directory_on_Azurite(AzuriteServer azurite) : DirectoryContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Forms_on_Azurite(AzuriteServer azurite) : FormContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Form_drafts_on_Azurite(AzuriteServer azurite) : FormDraftContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class People_on_Azurite(AzuriteServer azurite) : PeopleContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Delegations_on_Azurite(AzuriteServer azurite) : DelegationContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Session_keys_on_Azurite(AzuriteServer azurite) : SessionKeyContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Difficulties_on_Azurite(AzuriteServer azurite) : DifficultyContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Sector_texts_on_Azurite(AzuriteServer azurite) : SectorTextContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Acknowledgements_on_Azurite(AzuriteServer azurite) : AcknowledgementContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Series_on_Azurite(AzuriteServer azurite) : SeriesContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Opinion_replies_on_Azurite(AzuriteServer azurite) : OpinionReplyContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}

[Collection(OnAzurite.Name)]
public class Inspections_on_Azurite(AzuriteServer azurite) : InspectionContract
{
    protected override Task<Edition> NewEdition() => OnAzurite.Edition(azurite);
}
