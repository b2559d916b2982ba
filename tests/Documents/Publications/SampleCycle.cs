using System.Globalization;
using VksServerless.Calendars;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Documents.Tests.Publications;

/// <summary>A cycle of some 800 units, reported, judged and added up by the domain itself; the same at every call.</summary>
internal sealed class SampleCycle
{
    public const string Hostile = "Trường <script>alert('x')</script> & \"Kiểm sát\"";

    private static readonly DateTimeOffset Due = new(2018, 7, 20, 16, 0, 0, VietnamTime.Offset);
    private static readonly Caller Centre = new(PersonId.Of("p-c2"), "Cục 2", Role.Centre, UnitCode.Of("C2"));
    private static readonly string[] Sentences =
    [
        "Cấp ủy, lãnh đạo đơn vị đã quán triệt đầy đủ các văn bản của Ngành về ứng dụng công nghệ thông tin.",
        "Hạ tầng máy tính được trang bị từ nhiều năm trước, cấu hình thấp, chưa đáp ứng yêu cầu của phần mềm quản lý án hình sự.",
        "Đường truyền thường xuyên gián đoạn trong giờ cao điểm, ảnh hưởng đến tiến độ nhập dữ liệu.",
        "Đơn vị đã phân công một công chức kiêm nhiệm, tự đào tạo tại chỗ và cử tham gia các lớp tập huấn do Cục 2 tổ chức.",
        "Đề nghị Viện kiểm sát nhân dân tối cao tiếp tục đầu tư máy chủ, thiết bị hội nghị truyền hình và phần mềm dùng chung.",
    ];

    private readonly Dictionary<UnitCode, AcceptedContent> _accepted = [];
    private uint _state = 20180720;

    public SampleCycle(Form? form = null, PublishedBefore? earlier = null, int provinces = 66)
    {
        Form = form ?? WithBounds(FormCatalogue.Shipped.Forms.First(form => form.Code == "ung-dung-cntt-10-nam"));
        Roster = new Roster(
            [.. Units(provinces)],
            [
                .. Superiors(provinces).Where(unit => unit.Level == UnitLevel.Province)
                    .Select(unit => new RosterNode(unit.Unit, unit.Name, unit.Level, unit.Superior)),
                new RosterNode(UnitCode.Sector, "Viện kiểm sát nhân dân tối cao", UnitLevel.Sector, null),
            ]);
        Cycle = Cycle.Create(
            CycleId.From(PersonId.Of("p-c2"), "sample"), Terms(Form), Centre, Due.AddDays(-45)) with
        {
            Phase =
                new CyclePhase.Open(Due.AddDays(-40)),
            OpenedAt = Due.AddDays(-40)
        };
        Standings = [.. Roster.Participants.Select((unit, index) => Stand(unit, index))];
        Children = [.. ChildrenOf(UnitCode.Sector)];
        Report = SectorReport.Compose(Cycle, Form, Roster, Children, Standings, earlier);
    }

    public Form Form { get; }

    public Roster Roster { get; }

    public Cycle Cycle { get; }

    public IReadOnlyList<Standing> Standings { get; }

    public IReadOnlyList<Child> Children { get; }

    public SectorReport Report { get; }

    public Publication Publication => new(
        PublicationNumber.InYear(7), 1, new DateTimeOffset(2018, 8, 6, 9, 5, 0, VietnamTime.Offset), Sha256.Of(new string('5', 64)),
        [
            new Approval(
                PersonId.Of("p-vt"), "Lê Minh Trí", Sha256.Of(new string('5', 64)),
                new DateTimeOffset(2018, 8, 3, 1, 30, 0, TimeSpan.Zero)),
            new Approval(
                PersonId.Of("p-pvt"), "Nguyễn Huy Tiến", Sha256.Of(new string('5', 64)),
                new DateTimeOffset(2018, 8, 5, 18, 0, 0, TimeSpan.Zero)),
        ],
        null, Report);

    /// <summary>The same, after a correction of two units' reports.</summary>
    public Publication Corrected
    {
        get
        {
            var before = Report with
            {
                Figures = Report.Figures.ToDictionary(pair => pair.Key, pair => pair.Key switch
                {
                    "may_tinh" => new Figure.Sum(1_234, 0, 700),
                    "co_ban_chi_dao" => new Figure.Tally(new Dictionary<string, int> { ["no"] = 2, ["yes"] = 61 }),
                    _ => pair.Value,
                }),
                Manifest = [.. Report.Manifest.Select((entry, index) => index is 20 or 21 ? entry with { Version = index == 20 ? null : 9 }
                    : entry)],
            };
            return Publication with
            {
                Number = PublicationNumber.InYear(8),
                Sequence = 2,
                Corrects = Corrections.Between(PublicationNumber.InYear(7), "Hai đơn vị báo cáo nhầm số máy tính.", before, Report)
            };
        }
    }

    private static CycleTerms Terms(Form form) => new(
        "Tổng kết 10 năm ứng dụng công nghệ thông tin trong ngành Kiểm sát nhân dân", new Plan("72/KH-VKSTC", new DateOnly(2018, 6, 5)),
        form.Ref,
        new Period(new DateOnly(2008, 6, 1), new DateOnly(2018, 5, 31)), Participants.Everyone, new Deadlines(Due, Due, Due), null,
        Due.AddDays(10),
        false, new ReminderStages([-7, 0, 3], new TimeOnly(8, 0)), 2, [new Recipient("Văn phòng", "vp@vks.example")]);

    /// <summary>The shipped form asks for no least value.</summary>
    private static Form WithBounds(Form form) => form with
    {
        Sections = [.. form.Sections.Select(section => section.Code == "quan_ly_chi_dao"
            ? section with
            {
                Fields =
                [
                    .. section.Fields,
                    new Field(
                        FieldCode.Of("it_may_nhat"), "Số máy tính ít nhất ở một phòng", "", false, new FieldType.Integer(), "máy",
                        AggregationMethod.Min),
                ],
            }
            : section)],
    };

    private static IEnumerable<Participant> Units(int provinces)
    {
        foreach (var unit in Superiors(provinces))
        {
            yield return unit;
            if (unit.Level == UnitLevel.Province)
            {
                for (var number = 1; number <= 11; number++)
                {
                    var place = unit.Name.Replace("Viện kiểm sát nhân dân ", "", StringComparison.Ordinal);
                    yield return new Participant(
                        UnitCode.Of($"{unit.Unit}-{number:00}"), $"Viện kiểm sát nhân dân huyện số {number}, {place}", UnitLevel.District,
                        unit.Unit, Tier.District, []);
                }
            }
        }
    }

    private static IEnumerable<Participant> Superiors(int provinces)
    {
        string[] central = [
            "VP Văn phòng Viện kiểm sát nhân dân tối cao", "C2 Cục Thống kê tội phạm và Công nghệ thông tin",
            "KHTC Cục Kế hoạch - Tài chính", "TCCB Vụ Tổ chức cán bộ", "BVPL Báo Bảo vệ pháp luật", "TCKS Tạp chí Kiểm sát",
            $"DHKS {Hostile}"];
        foreach (var unit in central.Select(line => line.Split(' ', 2)))
        {
            yield return new Participant(UnitCode.Of(unit[0]), unit[1], UnitLevel.Department, UnitCode.Sector, Tier.Supreme, []);
        }

        string[] names = [
            "thành phố Hà Nội", "tỉnh Hà Giang", "tỉnh Cao Bằng", "tỉnh Bắc Kạn", "tỉnh Tuyên Quang", "tỉnh Lào Cai",
            "tỉnh Bà Rịa - Vũng Tàu", "Thành phố Hồ Chí Minh", "tỉnh Thừa Thiên Huế"];
        for (var number = 1; number <= provinces; number++)
        {
            var name = number <= names.Length ? names[number - 1] : $"tỉnh thứ {number}";
            yield return new Participant(
                UnitCode.Of($"T{number:00}"), $"Viện kiểm sát nhân dân {name}", UnitLevel.Province, UnitCode.Sector, Tier.Province, []);
        }
    }

    /// <summary>Every 23rd owes, every 29th is late, every 31st is not judged yet, every 53rd was returned, every 97th is exempt.</summary>
    private Standing Stand(Participant unit, int index)
    {
        var owed = Obligation.Fix(Cycle, unit);
        if (index % 97 == 96)
        {
            return new Standing(owed.ExemptFrom(Cycle, "Sáp nhập", Centre, Due.AddDays(-9)).Value, null);
        }

        if (index % 23 == 22)
        {
            return new Standing(owed, null);
        }

        var content = new ReportContent(
            new Answers(Form.NilReturn && index % 41 == 40 ? [] : Answer(unit, index)),
            Form.Find(FieldCode.Of("may_tinh")) is not null && unit.Level == UnitLevel.Province && index % 5 == 0
            ? [
                new Adjustment(FieldCode.Of("may_tinh"), -12, "Trừ máy đã thanh lý <b>quý II</b> mà cấp huyện còn kê"),
                new Adjustment(FieldCode.Of("luot_dao_tao"), 35, "Bổ sung lớp tập huấn chung")]
            : [])
        {
            Nil = Form.NilReturn && index % 41 == 40,
            Explanations = [
                .. Form.Rules.Where(rule => rule.Severity == Severity.Query && index % 17 == 3).Select(
                    rule =>
                        new Explanation(
                            rule.Code, Sentences[index % 5], string.Join(';', rule.Fields.Select(field => $"{field}={index}"))))],
        };
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(ReportJson.Write(content).Span));
        var submitted = owed.Submit(Cycle, Sha256.Of(sha), Centre, index % 29 == 28 ? Due.AddHours(5) : Due.AddDays(-2), signOff: false)
            .Value.Next;
        return (index % 31, index % 53) switch
        {
            (30, _) => new Standing(submitted, null),
            (_, 52) => new Standing(submitted.Return(Cycle, 1, "Thiếu số liệu", [], Centre, Due.AddDays(1)).Value, null),
            _ =>
                Standing.Of(
                    submitted.Accept(Cycle, 1, Centre, Due.AddDays(2)).Value,
                    _accepted[unit.Unit] = new AcceptedContent(1, Sha256.Of(sha), content), Form, Roster),
        };
    }

    private Dictionary<string, Answer> Answer(Participant unit, int index)
    {
        var answers = new Dictionary<string, Answer>();
        foreach (var field in Form.For(unit.Unit, unit.Level, Roster.HasSubordinates(unit.Unit)).SelectMany(section => section.Fields))
        {
            if (Next(20) > 0 && (field.MayNotApply && Next(12) == 0 ? new Answer.NotApplicable() : One(field, unit, index)) is { } answer)
            {
                answers[field.Code.ToString()] = answer;
            }
        }

        return answers;
    }

    private Answer? One(Field field, Participant unit, int index) => field.Type switch
    {
        FieldType.Integer => new Answer.Number(Next(field.Code.ToString().StartsWith("so_", StringComparison.Ordinal) ? 12 : 180)),
        FieldType.Number => new Answer.Number(Next(10_000) / 10m),
        FieldType.Money => new Answer.Number(Next(4_000_000) * 1_000m),
        FieldType.Percent => new Answer.Number(Next(10_000) / 100m),
        FieldType.YesNo => new Answer.YesNo(Next(8) > 0),
        FieldType.Choice choice => new Answer.Choice(choice.Options[Next(choice.Options.Count)].Code),
        FieldType.Text => new Answer.Words($"Phần mềm quản lý án hình sự ({unit.Unit})"),
        FieldType.Narrative => new Answer.Words(Narrative(unit, index)),
        FieldType.Table table when Next(3) > 0 =>
            new Answer.Rows([.. Enumerable.Range(0, 1 + Next(6)).Select(_ => Row(table, unit, index))]),
        FieldType.Date => new Answer.Day(new DateOnly(2010, 1, 1).AddDays(Next(3000))),
        _ => null,
    };

    private SortedDictionary<string, Answer> Row(FieldType.Table table, Participant unit, int index)
    {
        var row = new SortedDictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var column in table.Columns)
        {
            var answer = column.Type is FieldType.Integer { Min: > 1000 } year
                ? new Answer.Number(year.Min + Next(18))
                : One(new Field(FieldCode.Of(column.Code), "", "", false, column.Type, "", AggregationMethod.None), unit, index);
            if (answer is not null && (column.Required || Next(6) > 0))
            {
                row[column.Code] = answer is Answer.Words ? new Answer.Words(Sentences[Next(5)][..(20 + Next(60))]) : answer;
            }
        }

        return row;
    }

    private string Narrative(Participant unit, int index) => string.Create(CultureInfo.InvariantCulture,
        $"{Sentences[Next(5)]} {Sentences[Next(5)]}\n{(index % 100 == 5 ? "<script>alert(1)</script> <img src=x onerror=alert(2)>" : Sentences[Next(5)])} [{unit.Unit}]");

    private IEnumerable<Child> ChildrenOf(UnitCode superior) =>
        from standing in Standings
        let unit = standing.Obligation.Unit
        where standing.Obligation.Superior == superior
        let below = ChildrenOf(unit).ToList()
        select new Child(
            unit,
            standing.Obligation,
            _accepted.TryGetValue(unit, out var accepted)
                ? new Contribution(unit, accepted.Version, accepted.Sha256, FigureTable.Of(Form, unit, accepted.Content))
                : null,
            below.Count == 0 ? null : NodeTotal.Of(unit, below));

    private int Next(int below) => (int)((_state = (_state * 1664525) + 1013904223) / 4294967296.0 * below);
}
