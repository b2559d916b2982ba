using System.Text;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;

namespace VksServerless.Tests.Reports;

public class Reading_a_report
{
    [Fact]
    public void Takes_the_rows_of_a_table_and_leaves_out_blank_cells_and_rows()
    {
        var read = AMonthlyForm.Read(
            """{ "answers": { "vu": [{ "ten": " Vụ 1 ", "bi_can": 2, "nhom": null }, {}, { "ten": "Vụ 2", "nhom": "y" }] } }""");
        var rows = (Answer.Rows)read.Value.Answers[FieldCode.Of("vu")]!;

        rows.All.Count.ShouldBe(2);
        rows.All[0].ShouldBe(new Dictionary<string, Answer> { ["bi_can"] = new Answer.Number(2), ["ten"] = new Answer.Words("Vụ 1") });
        rows.All[1]["nhom"].ShouldBe(new Answer.Choice("y"));
    }

    [Theory]
    [InlineData("""[{ "ten": 1 }]""", "/answers/vu/0/ten", "wrong-type")]
    [InlineData("""[{ "ten": "a" }, { "bi_can": -1 }]""", "/answers/vu/1/bi_can", "out-of-range")]
    [InlineData("""[{ "la": 1 }]""", "/answers/vu/0/la", "unknown-column")]
    [InlineData("""[{ "nhom": "z" }]""", "/answers/vu/0/nhom", "not-an-option")]
    [InlineData("""[1]""", "/answers/vu/0", "wrong-type")]
    [InlineData("""[{ "nhom": { "notApplicable": true } }]""", "/answers/vu/0/nhom", "not-an-option")]
    [InlineData("\"bảng\"", "/answers/vu", "wrong-type")]
    [InlineData("""[{ "ten": "1" }, { "ten": "2" }, { "ten": "3" }, { "ten": "4" }]""", "/answers/vu", "too-many")]
    public void Names_what_is_wrong_in_a_table_at_its_cell(string rows, string place, string rule)
    {
        var error = AMonthlyForm.Read($$"""{ "answers": { "vu": {{rows}} } }""").Refusal!.Errors.ShouldHaveSingleItem();

        (error.Place, error.Rule).ShouldBe((place, rule));
    }

    [Fact]
    public void Misses_a_required_column_in_each_row()
    {
        var reader = AMonthlyForm.Reader();
        var content = AMonthlyForm.Read(reader, """{ "answers": { "vu": [{ "ten": "Vụ 1" }, { "bi_can": 2 }] } }""").Value;

        reader.Missing(content).Select(error => error.Place).ShouldContain("/answers/vu/1/ten");
        reader.Missing(content).Select(error => error.Place).ShouldNotContain("/answers/vu/0/ten");
    }

    [Fact]
    public void Tells_not_applicable_from_zero_and_from_blank()
    {
        AMonthlyForm.Read("""{ "answers": { "phuc_tap": { "notApplicable": true } } }""")
            .Value.Answers[FieldCode.Of("phuc_tap")].ShouldBe(new Answer.NotApplicable());
        AMonthlyForm.Read("""{ "answers": { "phuc_tap": 0 } }""").Value.Answers[FieldCode.Of("phuc_tap")].ShouldBe(new Answer.Number(0));
        AMonthlyForm.Read("""{ "answers": { "phuc_tap": null } }""").Value.Answers[FieldCode.Of("phuc_tap")].ShouldBeNull();
    }

    [Theory]
    [InlineData("""{ "moi": { "notApplicable": true } }""", "/answers/moi", "must-apply")]
    [InlineData("""{ "phuc_tap": { "notApplicable": false } }""", "/answers/phuc_tap", "wrong-type")]
    [InlineData("""{ "phuc_tap": { "notApplicable": true, "vi": "x" } }""", "/answers/phuc_tap", "wrong-type")]
    [InlineData("""{ "phuc_tap": {} }""", "/answers/phuc_tap", "wrong-type")]
    public void Takes_not_applicable_only_where_the_form_does(string answers, string place, string rule)
    {
        var error = AMonthlyForm.Read($$"""{ "answers": {{answers}} }""").Refusal!.Errors.ShouldHaveSingleItem();

        (error.Place, error.Rule).ShouldBe((place, rule));
    }

    [Fact]
    public void A_nil_return_puts_what_is_added_up_at_zero_and_lacks_nothing()
    {
        var reader = AMonthlyForm.Reader();
        var content = AMonthlyForm.Read(reader, """{ "answers": {}, "nil": true }""").Value;

        content.Nil.ShouldBeTrue();
        content.Answers.ByField.Keys.ShouldBe(["moi", "ton_cuoi", "ton_dau", "xong"]);
        content.Answers.ByField.Values.ShouldAllBe(answer => answer == new Answer.Number(0));
        reader.Missing(content).ShouldBeEmpty();
    }

    [Fact]
    public void A_nil_return_that_is_none_is_told_so_and_nothing_else()
    {
        var reader = AMonthlyForm.Reader();
        AMonthlyForm.Read(reader, """{ "answers": { "moi": 1 }, "nil": true }""").Refused.ShouldBeTrue();

        reader.Missing(new ReportContent(reader.Readable, [])).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{ "moi": 1 }""")]
    [InlineData("""{ "loai": "a" }""")]
    [InlineData("""{ "vu": [{ "ten": "Vụ 1" }] }""")]
    public void A_nil_return_with_something_in_it_is_refused(string answers) =>
        AMonthlyForm.Read($$"""{ "answers": {{answers}}, "nil": true }""").Refusal!.Errors.ShouldHaveSingleItem().Rule.ShouldBe("not-nil");

    [Theory]
    [InlineData("""{ "rule": "can_doi", "text": "Vì vậy." }""", "/explanations/0/rule", "unknown-rule")]
    [InlineData("""{ "rule": "khong_co", "text": "Vì vậy." }""", "/explanations/0/rule", "unknown-rule")]
    [InlineData("""{ "rule": "bien_dong", "text": "..." }""", "/explanations/0/text", "required")]
    [InlineData("""{ "rule": "bien_dong" }""", "/explanations/0", "wrong-type")]
    [InlineData("""{ "rule": "bien_dong", "text": "Một." }, { "rule": "bien_dong", "text": "Hai." }""", "/explanations/1/rule", "duplicate")]
    public void Takes_explanations_of_queries_alone(string explanations, string place, string rule)
    {
        var error = AMonthlyForm.Read($$"""{ "answers": {}, "explanations": [{{explanations}}] }""").Refusal!.Errors.ShouldHaveSingleItem();

        (error.Place, error.Rule).ShouldBe((place, rule));
    }

    [Fact]
    public void Everything_is_read_back_from_how_it_is_written_down()
    {
        var content = AMonthlyForm.Checked(
            """
            { "answers": { "ton_dau": 1, "moi": 2, "xong": 1, "ton_cuoi": 2, "phuc_tap": { "notApplicable": true }, "loai": "b", "vu": [{ "ten": "Vụ 1", "nhom": "x", "bi_can": 3 }] },
              "explanations": [{ "rule": "bien_dong", "text": "Án mới." }] }
            """, AMonthlyForm.After(100)).Content;
        var written = ReportJson.Write(content);

        ReportJson.Write(ReportJson.Read(AMonthlyForm.Form, written)).ToArray().ShouldBe(written.ToArray());
        Encoding.UTF8.GetString(written.Span)
            .ShouldContain("\"explanations\":[{\"rule\":\"bien_dong\",\"text\":\"Án mới.\",\"of\":\"moi=2\"}]");
    }

    [Fact]
    public void What_most_reports_do_not_have_is_not_written_down() =>
        Encoding.UTF8.GetString(ReportJson.Write(ReportContent.Empty).Span).ShouldBe("{\"answers\":{},\"adjustments\":[]}");
}
