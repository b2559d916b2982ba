using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Documents.Welcome;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Documents.Tests.Welcome;

public class The_welcome_page
{
    private static readonly WelcomeModel Model = new(
        "/sign-in",
        "/sign-out",
        "",
        "",
        [
            new SamplePerson("p-c2", "Trần Thị <Bình>", "Chuyên viên", "Cục 2"),
            new SamplePerson("p-vt", "Lê Minh Trí", "Lãnh đạo", "VKSND tối cao")],
        [new WelcomeLink("Thư đã gửi", "/mails?a=1&b=2", "Thông báo đã gửi.")],
        null,
        []);

    private static readonly Cycle Open = Cycle.Create(
        CycleId.From(PersonId.Of("p-c2"), "welcome"), Terms, new Caller(PersonId.Of("p-c2"), "Cục 2", Role.Centre, UnitCode.Of("C2")),
        At(6, 1)) with
    {
        Phase = new CyclePhase.Open(At(6, 2)),
    };

    private static CycleTerms Terms => new(
        "Tổng kết <10 năm>",
        new Plan("72/KH-VKSTC", new DateOnly(2018, 5, 30)),
        new FormRef("ung-dung-cntt-10-nam", 1),
        new Period(new DateOnly(2008, 6, 1), new DateOnly(2018, 5, 31)),
        Participants.Everyone,
        new Deadlines(At(7, 13), At(7, 18), At(7, 20)),
        null,
        At(7, 31),
        true,
        new ReminderStages([-7, 0], new TimeOnly(8, 0)),
        2,
        [new Recipient("Lãnh đạo", "lanh-dao@vks.example")]);

    [Fact]
    public void Lets_one_sign_in_as_each_of_the_sample_people()
    {
        var forms = Read(Model).QuerySelectorAll<IHtmlFormElement>("form").ToList();

        forms.Select(form => (form.Method, form.GetAttribute("action"))).ShouldBe([("post", "/sign-in"), ("post", "/sign-in")]);
        forms.Select(form => form.QuerySelector<IHtmlInputElement>("input[name=person]")!.Value).ShouldBe(["p-c2", "p-vt"]);
        forms[0].QuerySelector("button strong")!.TextContent.ShouldBe("Trần Thị <Bình>");
    }

    [Fact]
    public void Links_to_where_one_may_go()
    {
        var link = Read(Model).QuerySelectorAll("main a").ShouldHaveSingleItem();

        (link.GetAttribute("href"), link.TextContent).ShouldBe(("/mails?a=1&b=2", "Thư đã gửi"));
    }

    [Fact]
    public void Says_who_is_signed_in_if_anyone_is()
    {
        Read(Model).QuerySelector(".signed").ShouldBeNull();
        var signed = Read(Model with { SignedInAs = "Lê Minh Trí" }).QuerySelector<IHtmlFormElement>("form.signed")!;
        (signed.QuerySelector("strong")!.TextContent, signed.Method, signed.GetAttribute("action"))
            .ShouldBe(("Lê Minh Trí", "post", "/sign-out"));
    }

    [Fact]
    public void Says_why_one_came_here_instead_of_where_one_wanted_to_go()
    {
        Read(Model).QuerySelector(".notice").ShouldBeNull();
        Read(Model with { Notice = "Hãy đăng nhập." }).QuerySelector(".notice")!.TextContent.ShouldBe("Hãy đăng nhập.");
    }

    [Fact]
    public void Shows_the_centre_every_cycle_with_its_phase_its_deadlines_and_how_many_reported() =>
        Row(CycleLine.Of(Open, null, new Completeness(1234, 799, 700, 99, 650, 1))).ShouldBe(
            [
                "72/KH-VKSTC", "Tổng kết <10 năm>", "Đang thu báo cáo",
                "Cấp huyện, khu vực: 13/07/2018 16:00|Cấp tỉnh: 18/07/2018 16:00|Trung ương: 20/07/2018 16:00", "799/1.234 đơn vị"]);

    [Fact]
    public void Shows_a_unit_its_own_deadline_how_its_report_stands_and_those_below_it()
    {
        var unit = new Participant(
            UnitCode.Of("T84"), "Viện kiểm sát nhân dân tỉnh Trà Vinh", UnitLevel.Province, UnitCode.Sector, Tier.Province, []);

        Row(CycleLine.Of(Open, Obligation.Fix(Open, unit), new Completeness(9, 4, 4, 0, 1, 0)))[3..]
            .ShouldBe(["18/07/2018 16:00", "Chưa nộp|Cấp dưới: 4/9 đơn vị"]);
    }

    [Fact]
    public void Names_every_phase_in_Vietnamese()
    {
        CyclePhase[] phases =
        [
            new CyclePhase.Draft(), new CyclePhase.Starting(At(6, 1), "Cục 2"), new CyclePhase.Closed(At(8, 1), "Cục 2"),
            new CyclePhase.AwaitingApproval(Sha256.Over("abc"u8), At(8, 2)),
            new CyclePhase.Published(PublicationNumber.InYear(1), Sha256.Over("abc"u8), At(8, 3)),
            new CyclePhase.Cancelled(At(8, 4), "Cục 2", "Thay kế hoạch"),
        ];

        phases.Select(phase => CycleLine.Of(Open with { Phase = phase }, null, null).Phase).ShouldBe(
            ["Dự thảo", "Đang mở", "Đã khóa, đang tổng hợp", "Chờ duyệt (0/2)", "Đã công bố số 01/BC-VKSTC", "Đã hủy"]);
    }

    [Fact]
    public void Links_to_every_publication_by_its_number_and_says_what_it_corrects()
    {
        var entry = new PublicationEntry(
            Open.Id, PublicationNumber.InYear(2), 2, At(9, 5), Sha256.Over("abc"u8), [],
            new Correction(PublicationNumber.InYear(1), "Sai số liệu", "Cục 2", At(9, 1), true));

        var row = Read(Model with { Publications = [PublicationLine.Of(entry, Open)] }).QuerySelectorAll("table.listing tbody tr")
            .ShouldHaveSingleItem();

        row.Children.Select(cell => cell.TextContent)
            .ShouldBe(["02/BC-VKSTC", "05/09/2018", "Tổng kết <10 năm> (đính chính Báo cáo số 01/BC-VKSTC)", "JSON"]);
        row.QuerySelector("a")!.GetAttribute("href").ShouldBe($"/api/cycles/{Open.Id}/publications/2/page");
    }

    [Fact]
    public void Says_so_when_there_is_no_cycle_yet() =>
        Read(Model with { Cycles = [] }).QuerySelector("main")!.TextContent.ShouldContain("Chưa có kỳ báo cáo nào");

    private static string[] Row(CycleLine line) =>
    [
        .. Read(Model with { Cycles = [line] }).QuerySelectorAll("table.listing tbody tr").ShouldHaveSingleItem().Children
            .Select(
                cell => cell.ChildElementCount > 0 ? string.Join('|', cell.Children.Select(part => part.TextContent)) : cell.TextContent),
    ];

    private static DateTimeOffset At(int month, int day) => new(2018, month, day, 16, 0, 0, VietnamTime.Offset);

    private static IHtmlDocument Read(WelcomeModel model) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(WelcomePage.Render(model).Span));
}
