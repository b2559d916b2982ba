using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Documents.Publications;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Documents.Tests.Publications;

/// <summary>
/// The conference of April 2024: of the plan's 20 targets 4 are done, 16 under way and none not begun; all three high-level and 61 of 63
/// provincial procuracies have a steering committee led by their head; all have a plan of their own.
/// </summary>
public class The_progress_of_a_plan
{
    private static readonly Form Form = FormCatalogue.Shipped.Find(new FormRef("ket-qua-chuyen-doi-so", 1))!;
    private static readonly DateTimeOffset Due = new(2024, 4, 19, 16, 0, 0, VietnamTime.Offset);
    private static readonly Caller Centre = new(PersonId.Of("p-c2"), "Cục 2", Role.Centre, UnitCode.Of("C2"));
    private static readonly string[] Without = ["T17", "T42"];
    private static readonly string Page = Words(Publish(FormsOf()));

    [Fact]
    public void Says_how_many_targets_are_done_under_way_and_not_begun() =>
        Page.ShouldContain("Mục tiêu của kế hoạch: 4/20 hoàn thành, 16/20 đang triển khai, 0 chưa triển khai.");

    [Fact]
    public void Draws_the_targets_as_shares_of_one_bar_and_the_reports_as_a_bar_a_level()
    {
        var page = Read(Publish(FormsOf(silent: "T09")));

        page.QuerySelector(".progress + .drawn svg[role=img]")!.QuerySelectorAll("text").Select(text => text.TextContent)
            .ShouldBe(["4", "16", "4/20 hoàn thành (20%)", "16/20 đang triển khai (80%)", "0 chưa triển khai"]);
        page.QuerySelectorAll("#bieu-do-nop-title ~ g > title").Select(row => row.TextContent).ShouldBe(
        [
            "Toàn Ngành: Đúng hạn 66, Muộn 0, Chưa nộp 1, Được miễn 0",
            "Các đơn vị thuộc Viện kiểm sát nhân dân tối cao: Đúng hạn 1, Muộn 0, Chưa nộp 0, Được miễn 0",
            "Viện kiểm sát nhân dân cấp cao: Đúng hạn 3, Muộn 0, Chưa nộp 0, Được miễn 0",
            "Viện kiểm sát nhân dân cấp tỉnh: Đúng hạn 62, Muộn 0, Chưa nộp 1, Được miễn 0",
        ]);
    }

    [Fact]
    public void Says_by_level_who_has_a_steering_committee_and_a_plan()
    {
        Page.ShouldContain("Đã kiện toàn Ban Chỉ đạo chuyển đổi số do người đứng đầu làm Trưởng Ban Có: 1/1 đơn vị thuộc VKSND tối cao (100%); "
            + "3/3 VKSND cấp cao (100%); 61/63 VKSND cấp tỉnh (96,8%).");
        Page.ShouldContain("Đã ban hành kế hoạch chuyển đổi số năm của đơn vị Có: 1/1 đơn vị thuộc VKSND tối cao (100%); "
            + "3/3 VKSND cấp cao (100%); 63/63 VKSND cấp tỉnh (100%).");
    }

    [Fact]
    public void Names_the_two_provinces_that_have_none() =>
        Page.ShouldContain("Trả lời “Không” (2 đơn vị) Các đơn vị trực thuộc Viện kiểm sát nhân dân tối cao (2) "
            + "Viện kiểm sát nhân dân tỉnh 17 Viện kiểm sát nhân dân tỉnh 42");

    [Fact]
    public void Says_by_level_who_has_reported() =>
        Page.ShouldContain("Theo cấp, đã nộp báo cáo: 1/1 đơn vị thuộc VKSND tối cao; 3/3 VKSND cấp cao; 63/63 VKSND cấp tỉnh.");

    [Fact]
    public void Names_a_province_that_says_nothing()
    {
        var page = Words(Publish(FormsOf(silent: "T09")));

        page.ShouldContain("60/63 VKSND cấp tỉnh (95,2%)");
        page.ShouldContain("Chưa có số liệu (1 đơn vị) Các đơn vị trực thuộc Viện kiểm sát nhân dân tối cao (1) Viện kiểm sát nhân dân tỉnh 9");
    }

    private static IEnumerable<(Participant Unit, ReportContent? Content)> FormsOf(string? silent = null)
    {
        yield return (Unit("C2", "Cục Thống kê tội phạm và Công nghệ thông tin", UnitLevel.Department), Says(
            true, ("muc_tieu", new Answer.Rows([.. Enumerable.Range(1, 20).Select(number =>
                (IReadOnlyDictionary<string, Answer>)new Dictionary<string, Answer>
                {
                    ["ten"] = new Answer.Words($"Mục tiêu {number}"),
                    ["trang_thai"] = new Answer.Choice(number <= 4 ? "hoan_thanh" : "dang_trien_khai"),
                    ["muc_dat"] = new Answer.Number(number <= 4 ? 120 : 60),
                })]))));
        for (var number = 1; number <= 3; number++)
        {
            yield return (Unit($"V{number}", $"Viện kiểm sát nhân dân cấp cao {number}", UnitLevel.HighLevel), Says(true));
        }

        for (var number = 1; number <= 63; number++)
        {
            var code = $"T{number:00}";
            yield return (Unit(code, $"Viện kiểm sát nhân dân tỉnh {number}", UnitLevel.Province, Tier.Province),
                code == silent ? null : Says(!Without.Contains(code)));
        }
    }

    private static ReportContent Says(bool committee, params (string Field, Answer Answer)[] also) => new(
        ReportCalculation.Derive(
            Form, Form.Fields.Select(field => field.Code).ToHashSet(),
            new Answers(new Dictionary<string, Answer>(also.ToDictionary(answer => answer.Field, answer => answer.Answer))
            {
                ["ban_chi_dao"] = new Answer.YesNo(committee),
                ["ke_hoach"] = new Answer.YesNo(true),
                ["so_ke_hoach"] = new Answer.Words("12/KH-VKS"),
                ["so_can_bo"] = new Answer.Number(50),
                ["so_tap_huan"] = new Answer.Number(40),
            }), Background.None), []);

    private static Participant Unit(string code, string name, UnitLevel level, Tier tier = Tier.Supreme) =>
        new(UnitCode.Of(code), name, level, UnitCode.Sector, tier, []);

    private static Publication Publish(IEnumerable<(Participant Unit, ReportContent? Content)> units)
    {
        var all = units.ToList();
        var roster = new Roster([.. all.Select(unit => unit.Unit)], [new RosterNode(UnitCode.Sector, "VKSTC", UnitLevel.Sector, null)]);
        var cycle = Cycle.Create(CycleId.From(Centre.Person, "2024"), Terms, Centre, Due.AddDays(-30)) with
        {
            Phase = new CyclePhase.Open(Due.AddDays(-30)),
            OpenedAt = Due.AddDays(-30),
        };
        var reports = all.Select(unit => Stand(cycle, roster, unit.Unit, unit.Content)).ToList();
        return new Publication(
            PublicationNumber.InYear(7), 1, Due.AddDays(4), Sha256.Of(new string('5', 64)), [], null,
            SectorReport.Compose(
                cycle, Form, roster, [.. reports.Select(report => report.Child)], reports.Select(report => report.Standing)));
    }

    private static (Child Child, Standing Standing) Stand(Cycle cycle, Roster roster, Participant unit, ReportContent? content)
    {
        var owed = Obligation.Fix(cycle, unit);
        if (content is null)
        {
            return (new Child(unit.Unit, owed, null, null), new Standing(owed, null));
        }

        var sha = Sha256.Over(ReportJson.Write(content).Span);
        var accepted = owed.Submit(cycle, sha, Centre, Due.AddDays(-1), signOff: false).Value.Next.Accept(cycle, 1, Centre, Due).Value;
        return (
            new Child(unit.Unit, accepted, Contribution.Of(Form, unit.Unit, 1, sha, content), null),
            Standing.Of(accepted, new AcceptedContent(1, sha, content), Form, roster));
    }

    private static CycleTerms Terms => new(
        "Kết quả thực hiện kế hoạch chuyển đổi số năm 2024", new Plan("221/KH-VKSTC", new DateOnly(2023, 12, 15)), Form.Ref,
        new Period(new DateOnly(2023, 12, 15), new DateOnly(2024, 4, 15)), Participants.Everyone, new Deadlines(Due, Due, Due), null,
        Due.AddDays(3), false, new ReminderStages([], new TimeOnly(8, 0)), 1, [new Recipient("Văn phòng", "vp@vks.example")]);

    private static IHtmlDocument Read(Publication publication) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(new PublicationPage().Render(publication, Form).Span));

    private static string Words(Publication publication) => string.Join(
        ' ', Read(publication).Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
