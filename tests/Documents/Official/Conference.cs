using VksServerless.Application.Publications;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Documents.Units;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Documents.Tests.Official;

/// <summary>
/// The conference of April 2024, reported by Cục 2, three high-level and 63 provincial procuracies: 4 of 20 targets are done and 16 under
/// way; two provinces have no steering committee.
/// </summary>
internal static class Conference
{
    public static readonly Form Form = FormCatalogue.Shipped.Find(new FormRef("ket-qua-chuyen-doi-so", 1))!;

    public static readonly SigningDetails Signing = SigningDetails.Usual with
    {
        Authority = "KT. VIỆN TRƯỞNG",
        Title = "PHÓ VIỆN TRƯỞNG THƯỜNG TRỰC",
        Name = "Nguyễn Huy Tiến",
        PlanSubject = "chuyển đổi số của ngành Kiểm sát nhân dân năm 2024",
    };

    private static readonly DateTimeOffset Due = new(2024, 4, 19, 16, 0, 0, VietnamTime.Offset);
    private static readonly Caller Centre = new(PersonId.Of("p-c2"), "Cục 2", Role.Centre, UnitCode.Of("C2"));
    private static readonly string[] Without = ["T17", "T42"];
    private static readonly string[] Targets =
    [
        "Bồi dưỡng kiến thức chuyển đổi số cho lãnh đạo các cấp", "Tập huấn kỹ năng số cơ bản", "Kiện toàn Ban Chỉ đạo các cấp",
        "Phát động phong trào thi đua", "Trang bị máy tính đáp ứng yêu cầu", "Mở rộng mạng diện rộng (WAN)",
        "Phòng, chống mã độc tập trung", "Phê duyệt hồ sơ cấp độ an toàn", "Định danh số (SSO) cho từng người",
        "Quản lý văn bản và điều hành", "Ký số văn bản điện tử", "Phòng họp không giấy", "Hồ sơ công chức, viên chức điện tử",
        "Chuyển đổi số trong công tác đảng", "Quản lý án hình sự", "Số hóa hồ sơ vụ án", "Trình chiếu chứng cứ tại phiên tòa",
        "Báo cáo, thống kê điện tử", "Phiên tòa trực tuyến", "Kho dữ liệu số dùng chung",
    ];

    /// <param name="wishes">What a unit asks of the supreme procuracy, by its code.</param>
    /// <param name="silent">Units that report nothing.</param>
    public static Publication Publish(IReadOnlyDictionary<string, string>? wishes = null, Func<string, bool>? silent = null)
    {
        var units = Units().Select(unit => (
            Unit: unit, Content: silent?.Invoke($"{unit.Unit}") is true ? null : Says(unit, wishes ?? Wishes))).ToList();
        var roster = new Roster([.. units.Select(unit => unit.Unit)], [new RosterNode(UnitCode.Sector, "VKSTC", UnitLevel.Sector, null)]);
        var cycle = Cycle.Create(CycleId.From(Centre.Person, "2024"), Terms, Centre, Due.AddDays(-30)) with
        {
            Phase = new CyclePhase.Open(Due.AddDays(-30)),
            OpenedAt = Due.AddDays(-30),
        };
        var reports = units.Select(unit => Stand(cycle, roster, unit.Unit, unit.Content)).ToList();
        var report = SectorReport.Compose(
            cycle, Form, roster, [.. reports.Select(report => report.Child)], reports.Select(report => report.Standing));
        return new Publication(
            PublicationNumber.InYear(7), 1, Due.AddDays(4), Sha256.Of(new string('5', 64)), [], null, report with { Texts = Texts });
    }

    public static IReadOnlyDictionary<string, string> Wishes { get; } = new Dictionary<string, string>
    {
        ["CC1"] = "Đề nghị sớm mở rộng mạng diện rộng (WAN) tới các Viện kiểm sát cấp cao.",
        ["T20"] = "Đường truyền tới một số huyện vùng cao thường xuyên gián đoạn. Đề nghị VKSND tối cao làm việc với VNPT để nâng cấp.\n"
            + "Đề nghị bố trí kinh phí thay thế 45 máy tính đã hết khấu hao.",
        ["T84"] = "Đề nghị tổ chức tập huấn tại chỗ về số hóa hồ sơ, trình chiếu sơ đồ, chứng cứ phục vụ việc xét xử và báo cáo án.",
    };

    private static Dictionary<string, string> Texts { get; } = new()
    {
        ["muc_tieu"] = "Ngày 10/4/2024, Ban cán sự đảng VKSND tối cao đã ban hành Nghị quyết số 129-NQ/BCSĐ về chuyển đổi số của ngành "
            + "Kiểm sát nhân dân đến năm 2025, định hướng đến năm 2030.\nĐến nay, ngành Kiểm sát nhân dân đã triển khai nền tảng số "
            + "thống nhất trong toàn Ngành; các ứng dụng được cài đặt tập trung tại Trung tâm dữ liệu VKSND tối cao.",
    };

    private static IEnumerable<Participant> Units() => DirectoryFile.Shipped.Units
        .Where(unit => unit.Level is UnitLevel.HighLevel or UnitLevel.Province || $"{unit.Code}" == "C2")
        .Select(unit => new Participant(unit.Code, unit.Name, unit.Level, UnitCode.Sector, unit.Tier, []));

    private static ReportContent Says(Participant unit, IReadOnlyDictionary<string, string> wishes)
    {
        var staff = 50 + $"{unit.Unit}".Sum(letter => letter) * 7 % 90;
        var answers = new Dictionary<string, Answer>
        {
            ["ban_chi_dao"] = new Answer.YesNo(!Without.Contains($"{unit.Unit}")),
            ["ke_hoach"] = new Answer.YesNo(true),
            ["so_ke_hoach"] = new Answer.Words($"{staff % 40 + 3}/KH-VKS"),
            ["so_can_bo"] = new Answer.Number(staff),
            ["so_tap_huan"] = new Answer.Number(staff - staff % 9),
        };
        if ($"{unit.Unit}" == "C2")
        {
            answers["muc_tieu"] = new Answer.Rows([.. Targets.Select(Target)]);
        }

        if (wishes.TryGetValue($"{unit.Unit}", out var wish))
        {
            answers["kien_nghi"] = new Answer.Words(wish);
        }

        return new ReportContent(ReportCalculation.Derive(
            Form, Form.For(unit.Unit, unit.Level, false).SelectMany(section => section.Fields).Select(field => field.Code).ToHashSet(),
            new Answers(answers), Background.None), []);
    }

    private static IReadOnlyDictionary<string, Answer> Target(string name, int place) => new Dictionary<string, Answer>
    {
        ["ten"] = new Answer.Words(name),
        ["trang_thai"] = new Answer.Choice(place < 4 ? "hoan_thanh" : "dang_trien_khai"),
        ["muc_dat"] = new Answer.Number(place < 4 ? 100 + place * 5 : 40 + place * 2.5m),
    };

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
}
