using VksServerless.Cycles;
using VksServerless.Notices;

namespace VksServerless.Tests.Notices;

public partial class Writing_notices
{
    [Theory]
    [MemberData(nameof(All))]
    public void Of_a_cycle_of_the_past_are_for_the_leadership_and_the_centre_alone(ReportingEvent happened)
    {
        var imported = Cycle.Terms with
        {
            Imported = new ImportedReport(PublicationNumber.Of("72/BC-VKSTC"), new DateOnly(2018, 7, 2)),
            SentToUnits = true,
        };

        var mails = EventNotices.Of((CycleEvent)happened, Around with { Cycle = Cycle with { Terms = imported } });

        mails.Select(mail => mail.To).Order().ShouldBe(happened switch
        {
            ReportLaidBefore or CyclePublished => ["vientruong@vks.example", "vp@vks.example"],
            SectorReportRefused => ["vkstc@vks.example"],
            _ => Array.Empty<string>(),
        });
    }

    [Fact]
    public void Of_what_was_issued_in_the_past_say_its_own_day()
    {
        var midnight = new DateTimeOffset(2018, 1, 15, 0, 0, 0, At(1).Offset);
        var entered = Issued with { Entry = Issued.Entry with { ImportedAt = At(31), At = midnight } };

        EventNotices.Of(new CyclePublished(Id, 10, PublicationNumber.InYear(1)), Around with { Issued = entered })[0].Text
            .ShouldContain("- Ngày: 15/01/2018 (báo cáo đã ban hành, được nhập vào Hệ thống)");
    }
}
