using System.Text.Json;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Units;
using static VksServerless.Forms.FormDefinition;

namespace VksServerless.Tests.Reports;

public class Trying_a_form
{
    private static readonly Form Form = new FormDefinition(
        "thu", 1, "Thử",
        [
            new SectionPart("chung", "I", "Chung", [Ask("ton_dau"), Ask("moi"), Ask("tong") with { Formula = "ton_dau + moi" }]),
            new SectionPart(
                "tinh", "II", "Tỉnh", [Ask("rieng")], Audience: new AudiencePart([UnitLevel.Province], Superiors: true)),
        ],
        Rules:
        [
            new Rule("noi_tiep", Severity.Query, "ton_dau = previous(tong)", "Không nối tiếp.", [FieldCode.Of("ton_dau")]),
            new Rule("duong", Severity.Error, "tong > 0", "Phải có số liệu.", [FieldCode.Of("tong")]),
        ]).Check().Value;

    [Fact]
    public void Computes_and_finds_what_a_real_report_would()
    {
        var trial = Try("""{ "answers": { "ton_dau": 0, "moi": 0 } }""");

        trial.Report.Content.Answers[FieldCode.Of("tong")].ShouldBe(new Answer.Number(0));
        trial.Report.Faults.ShouldHaveSingleItem().Place.ShouldBe("/answers/tong");
        trial.Report.Queries.ShouldBeEmpty();
    }

    [Fact]
    public void Compares_with_what_is_assumed_of_the_period_before()
    {
        var previous = new Answers(new Dictionary<string, Answer> { ["tong"] = new Answer.Number(7) });

        Try("""{ "answers": { "ton_dau": 5, "moi": 1 } }""", previous).Report.Queries.ShouldHaveSingleItem().Rule.ShouldBe("noi_tiep");
        Try("""{ "answers": { "ton_dau": 7, "moi": 1 } }""", previous).Report.Queries.ShouldBeEmpty();
    }

    [Fact]
    public void Says_which_answers_no_report_could_have_and_computes_the_rest()
    {
        var trial = Try("""{ "answers": { "ton_dau": 5, "moi": 1, "rieng": "nhiều" } }""");

        trial.Wrong.ShouldHaveSingleItem().Place.ShouldBe("/answers/rieng");
        trial.Report.Content.Answers[FieldCode.Of("tong")].ShouldBe(new Answer.Number(6));
    }

    [Fact]
    public void Asks_what_the_unit_would_be_asked_and_without_a_unit_everything()
    {
        Sections(null).ShouldBe(["chung", "tinh"]);
        Sections((UnitCode.Of("T84"), UnitLevel.Province, true)).ShouldBe(["chung", "tinh"]);
        Sections((UnitCode.Of("T84"), UnitLevel.Province, false)).ShouldBe(["chung"]);
        Sections((UnitCode.Of("C2"), UnitLevel.Department, true)).ShouldBe(["chung"]);
    }

    private static IEnumerable<string> Sections((UnitCode, UnitLevel, bool)? unit) =>
        ReportTrial.Of(Form, unit, JsonDocument.Parse("{}").RootElement, Answers.None).Form.Sections.Select(section => section.Code);

    private static ReportTrial Try(string sent, Answers? previous = null) =>
        ReportTrial.Of(Form, null, JsonDocument.Parse(sent).RootElement, previous ?? Answers.None);

    private static FieldPart Ask(string code) => new(code, code, new FieldType.Integer());
}
