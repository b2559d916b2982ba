using System.Text.Json;
using System.Text.Json.Nodes;
using VksServerless.Cycles;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Units;

namespace VksServerless.Tests.Publications;

public class Putting_a_report_together
{
    [Fact]
    public void Says_of_how_many_each_figure_speaks_and_since_when()
    {
        var report = new AReport()
            .Accept("VP", ("so_vu", AReport.Number(10)), ("giai_quyet", AReport.Number(4)))
            .Accept("T84", ("so_vu", new Answer.NotApplicable()), ("giai_quyet", AReport.Number(1)))
            .Accept("T84-CL", ("ban_chi_dao", new Answer.YesNo(true)))
            .Accept(
                "T84-CK",
                new ReportContent(
                    new Answers(new Dictionary<string, Answer> { ["so_vu"] = AReport.Number(0), ["giai_quyet"] = AReport.Number(0) }),
                    [])
                {
                    Nil =
                        true
                })
            .Exempt("T84-TC")
            .Compose();

        report.CountedOn.ShouldBe(new DateOnly(2018, 8, 1));
        Said("so_vu").ShouldBe("asked 5, answered 2, nil 0, not accepted 1, not applicable T84, blank T84-CL");
        Said("giai_quyet").ShouldBe("asked 5, answered 3, nil 0, not accepted 1, not applicable , blank T84-CL");
        Said("ty_le").ShouldBe("asked 5, answered 2, nil 0, not accepted 1, not applicable T84, blank T84-CL");
        Said("ban_chi_dao").ShouldBe("asked 5, answered 1, nil 1, not accepted 1, not applicable , blank VP T84");
        Said("phan_mem").ShouldBe("asked 3, answered 0, nil 1, not accepted 0, not applicable , blank T84 T84-CL");
        report.Denominators["so_vu"].Missing.ShouldBe(2);
        report.Denominators["so_vu"].Concerned.ShouldBe(4);

        string Said(string field)
        {
            var of = report.Denominators[field];
            return $"asked {of.Asked}, answered {of.Answered}, nil {of.Nil}, not accepted {of.NotAccepted}, not applicable " +
                $"{string.Join(' ', of.NotApplicable)}, blank {string.Join(' ', of.Blank)}";
        }
    }

    [Fact]
    public void Lists_every_row_in_reading_order_with_its_unit()
    {
        var report = new AReport()
            .Accept("T84-CK", ("phan_mem", AReport.Rows(("Thống kê", 3.50m, "giu"))))
            .Accept("T84", ("phan_mem", AReport.Rows(("Quản lý án", 12, "thay"), ("Văn bản", 20, "giu"))))
            .Compose();

        report.Rows.Select(
            row =>
                (row.Section, $"{row.Field}", row.Unit,
                    Cells: string.Join(' ', row.Cells.Select(cell => $"{cell.Key}={cell.Value}")))).ShouldBe(
        [
            ("phan_mem", "phan_mem", UnitCode.Of("T84"), "ten=Quản lý án nguoi_dung=12 tu_ngay=2018-07-01 de_nghi=thay"),
            ("phan_mem", "phan_mem", UnitCode.Of("T84"), "ten=Văn bản nguoi_dung=20 tu_ngay=2018-07-01 de_nghi=giu"),
            ("phan_mem", "phan_mem", UnitCode.Of("T84-CK"), "ten=Thống kê nguoi_dung=3.5 tu_ngay=2018-07-01 de_nghi=giu"),
        ]);
    }

    [Fact]
    public void Ranks_the_units_of_each_level_by_their_own_answers_and_equals_alike()
    {
        var report = new AReport()
            .Accept("C2", ("so_vu", AReport.Number(1)))
            .Accept("T84", ("so_vu", AReport.Number(100)))
            .Accept("T84-CL", ("so_vu", AReport.Number(5)))
            .Accept("T84-CK", ("so_vu", AReport.Number(7)))
            .Accept("T84-TC", ("so_vu", AReport.Number(5.0m)))
            .Accept("VP", ("so_vu", new Answer.NotApplicable()))
            .Compose();

        report.Rankings.Select(
            ranking =>
                ($"{ranking.Field}", ranking.Level, string.Join(", ", ranking.Units.Select(unit => $"{unit.Rank} {unit.Unit}")))).ShouldBe(
        [
            ("so_vu", UnitLevel.Department, "1 C2"),
            ("so_vu", UnitLevel.Province, "1 T84"),
            ("so_vu", UnitLevel.District, "1 T84-CK, 2 T84-CL, 2 T84-TC"),
        ]);
    }

    [Fact]
    public void Gives_the_explanations_of_queries_and_marks_nil_returns()
    {
        var report = new AReport()
            .Accept("C2", new ReportContent(Answers.None, []) { Nil = true })
            .Accept(
                "VP",
                new ReportContent(Answers.None, [])
                {
                    Explanations = [
                    new Explanation("giam_manh", "Vụ án còn đang điều tra.", "giai_quyet=0")]
                })
            .Compose();

        report.Explanations.ShouldBe(
            [new ExplanationGiven(UnitCode.Of("VP"), "giam_manh", "Không giải quyết vụ nào.", "Vụ án còn đang điều tra.", "giai_quyet=0")]);
        report.Manifest.Where(entry => entry.Nil).Select(entry => entry.Name).ShouldBe(["Cục 2"]);
        report.Manifest.Select(entry => entry.Level).Distinct().ShouldBe([UnitLevel.Department, UnitLevel.Province, UnitLevel.District]);
    }

    [Fact]
    public void Compares_every_figure_with_what_was_published_of_the_preceding_period()
    {
        var then = new AReport().Accept(
            "VP", ("so_vu", AReport.Number(8)), ("giai_quyet", AReport.Number(0)), ("ban_chi_dao", new Answer.YesNo(true))).Compose();
        var now = new AReport()
            .Accept(
                "VP", ("so_vu", AReport.Number(9)), ("giai_quyet", AReport.Number(6)), ("ban_chi_dao", new Answer.YesNo(false)),
                ("phan_mem", AReport.Rows(("A", 1, "giu"))))
            .Compose(earlier: new PublishedBefore(PublicationNumber.InYear(1), then, ["Số liệu kỳ trước đã tính lại."]));

        var comparison = now.Comparison.ShouldNotBeNull();
        comparison.Number.ShouldBe(PublicationNumber.InYear(1));
        comparison.Notes.ShouldBe(["Số liệu kỳ trước đã tính lại."]);
        comparison.Figures.Select(
            figure => ($"{figure.Field}", figure.Option, figure.Then, figure.Now, figure.Change, figure.Percent)).ShouldBe(
        [
            ("so_vu", null, 8, 9, 1, 12.5m),
            ("giai_quyet", null, 0, 6, 6, null),
            ("ty_le", null, 0, 66.67m, 66.67m, null),
            ("ban_chi_dao", "no", 0, 16.7m, 16.7m, null),
            ("ban_chi_dao", "yes", 16.7m, 0, -16.7m, null),
        ]);
        comparison.Figures[^1].Shares.ShouldBe(new ComparedShares(1, 6, 0, 6));
        new AReport().Compose(earlier: new PublishedBefore(PublicationNumber.InYear(1), then with { Form = new("khac", 1) }, []))
            .Comparison.ShouldBeNull();
    }

    [Fact]
    public void Keeps_a_share_a_share_when_units_have_merged()
    {
        var denominator = new Denominator(66, 66, 0, 0, [], []);
        var published = new AReport().Compose();
        var then = published with
        {
            Figures = new Dictionary<string, Figure> { ["ban_chi_dao"] = Counts(("yes", 64), ("no", 2)) },
            Denominators = new Dictionary<string, Denominator> { ["ban_chi_dao"] = denominator },
        };

        var compared = PeriodComparison.With(
            new PublishedBefore(PublicationNumber.InYear(1), then, []), AReport.Form,
            new Dictionary<string, Figure> { ["ban_chi_dao"] = Counts(("yes", 37)) },
            new Dictionary<string, Denominator> { ["ban_chi_dao"] = denominator with { Asked = 37 } })!.Figures;

        compared.Select(one => (one.Option, one.Then, one.Now, one.Change, one.Percent)).ShouldBe(
            [("no", 3m, 0m, -3m, null), ("yes", 97m, 100m, 3m, null)]);

        static Figure.Tally Counts(params (string Option, int Count)[] counts) => new(counts.ToDictionary());
    }

    [Fact]
    public void Says_of_each_level_how_many_answered_what_and_names_who_said_no()
    {
        var report = new AReport()
            .Accept("VP", ("ban_chi_dao", new Answer.YesNo(true)))
            .Accept("T84", ("ban_chi_dao", new Answer.YesNo(true)))
            .Accept("T84-CL", ("ban_chi_dao", new Answer.YesNo(false)))
            .Accept("T84-CK", ("so_vu", AReport.Number(1)))
            .Exempt("T84-TC")
            .Compose();

        report.Levels.ShouldNotBeNull().Select(level => (
            level.Level, level.Completeness.Accepted, level.Completeness.Expected, level.Tallies["ban_chi_dao"].Concerned,
            string.Join(' ', level.Tallies["ban_chi_dao"].Counts.Select(one => $"{one.Key} {one.Value}")))).ShouldBe(
        [
            (UnitLevel.Department, 1, 2, 2, "yes 1"), (UnitLevel.Province, 1, 1, 1, "yes 1"), (UnitLevel.District, 2, 2, 2, "no 1"),
        ]);
        report.Declined.ShouldNotBeNull()["ban_chi_dao"].ShouldBe([UnitCode.Of("T84-CL")]);
    }

    [Fact]
    public void Tells_a_quotient_of_nothing_from_a_blank()
    {
        var form = AReport.Form with
        {
            Sections =
            [
                AReport.Form.Sections[0] with
                {
                    Fields =
                    [
                        .. AReport.Form.Sections[0].Fields.Take(2),
                        new Field(FieldCode.Of("thuong"), "Thương", "", false, new FieldType.Number(), "", AggregationMethod.Mean)
                        {
                            Formula = "round(giai_quyet / so_vu, 2)",
                        },
                    ],
                },
            ],
        };

        Excerpt Of(params (string Field, Answer Answer)[] answers) => Excerpt.Of(
            new AcceptedContent(1, Sha256.Of(new string('a', 64)), new ReportContent(new Answers(answers.ToDictionary()), [])), form,
            UnitCode.Of("T84"), UnitLevel.Province, superior: true);
        var nothing = Of(("so_vu", AReport.Number(0)), ("giai_quyet", AReport.Number(0)));
        var blank = Of(("giai_quyet", AReport.Number(0)));

        (nothing.Undefined.Single().ToString(), nothing.Blank.Count).ShouldBe(("thuong", 0));
        (blank.Undefined.Count, string.Join(' ', blank.Blank)).ShouldBe((0, "so_vu thuong"));
    }

    [Fact]
    public void Gives_the_same_bytes_in_whatever_order_the_parts_come() => Law.Holds<int, byte[]>((seed, steps) =>
    {
        var report = Any(steps);

        AReport.Bytes(report.Compose(new Random(seed))).ShouldBe(AReport.Bytes(report.Compose()));
    });

    [Fact]
    public void Splits_those_asked_without_losing_one() => Law.Holds<byte[]>(steps =>
    {
        var report = Any(steps).Compose();

        report.Denominators.Keys.ShouldBe(["so_vu", "giai_quyet", "ty_le", "ban_chi_dao", "kho_khan", "phan_mem"], ignoreOrder: true);
        foreach (var (field, of) in report.Denominators)
        {
            (of.Answered + of.Nil + of.Missing + of.NotApplicable.Count + of.Undefined.Count).ShouldBe(of.Asked, field);
            of.Answered.ShouldBe(
                UnitsOf(report.Figures.GetValueOrDefault(field))
                    ?? report.Narratives.Count(narrative => narrative.Field == FieldCode.Of(field)), field);
        }
    });

    [Fact]
    public void Reads_what_was_kept_and_what_was_kept_before_there_was_so_much_to_say()
    {
        var kept = AReport.Bytes(
            new AReport().Accept("T84", ("so_vu", AReport.Number(1)), ("phan_mem", AReport.Rows(("A", 1, "giu")))).Compose());
        var old = JsonNode.Parse(kept)!.AsObject();
        foreach (var name in new[] { "countedOn", "denominators", "rows", "rankings", "explanations", "comparison", "levels", "declined" })
        {
            old.Remove(name);
        }

        old["manifest"]!.AsArray().ToList().ForEach(entry => { entry!.AsObject().Remove("level"); entry.AsObject().Remove("nil"); });
        var read = JsonSerializer.Deserialize<SectorReport>(old, DomainJson.Options)!;

        AReport.Bytes(JsonSerializer.Deserialize<SectorReport>(kept, DomainJson.Options)!).ShouldBe(kept);
        (read.CountedOn, read.Denominators.Count, read.Rows.Count, read.Explanations.Count, read.Manifest[0].Level)
            .ShouldBe((null, 0, 0, 0, null));
        (read.Levels, read.Declined).ShouldBe((null, null));
        read.Figures["so_vu"].ShouldBe(new Figure.Sum(1, 0, 1));
    }

    private static AReport Any(byte[] steps)
    {
        string[] units = ["VP", "C2", "T84", "T84-CL", "T84-CK", "T84-TC"];
        var report = new AReport();
        foreach (var (index, step) in steps.Take(units.Length).Index())
        {
            var answers = new Dictionary<string, Answer>();
            Put(1, "so_vu", step % 3 == 0 ? new Answer.NotApplicable() : AReport.Number(step / 4m));
            Put(2, "giai_quyet", AReport.Number(step));
            Put(4, "ban_chi_dao", new Answer.YesNo(step > 99));
            Put(8, "kho_khan", new Answer.Words($"Khó khăn {step}"));
            Put(16, "phan_mem", index < 2 ? null : AReport.Rows(("B", step, "giu"), ("A", 1.50m, step % 2 == 0 ? "giu" : "thay")));
            _ = step > 240
                ? report.Exempt(units[index])
                : report.Accept(units[index], new ReportContent(new Answers(answers), []) { Nil = step > 200 });

            void Put(int bit, string field, Answer? answer)
            {
                if ((step & bit) != 0 && answer is not null)
                {
                    answers[field] = answer;
                }
            }
        }

        return report;
    }

    private static int? UnitsOf(Figure? figure) => figure switch
    {
        Figure.Sum sum => sum.Units,
        Figure.Ratio ratio => ratio.Units,
        Figure.Tally tally => tally.Units,
        Figure.Rows rows => rows.Units,
        _ => null,
    };
}
