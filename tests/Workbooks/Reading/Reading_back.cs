using System.Text.Json.Nodes;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Workbooks.Tests.Files;

namespace VksServerless.Workbooks.Tests.Reading;

public class Reading_back
{
    public static TheoryData<string> Forms => Samples.Forms;

    [Theory, MemberData(nameof(Forms))]
    public async Task Gives_the_answers_that_were_written(string name)
    {
        var form = Samples.FormOf(name);
        for (uint seed = 1; seed <= 4; seed++)
        {
            var answers = new SampleAnswers(seed).Of(form);

            (await Samples.Sent(await Samples.Write(Samples.Report(form, answers)), form)).ShouldBe(Samples.Json(answers));
        }
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task An_empty_workbook_answers_nothing_and_has_no_fault(string name)
    {
        var form = Samples.FormOf(name);
        var bytes = await Samples.Write(Samples.Report(form));

        (await Samples.Sent(bytes, form)).ShouldBe(Samples.Json(Answers.None));
        (await Samples.Content(bytes, form)).Sent["answers"]!.AsObject().Select(answer => answer.Value)
            .ShouldAllBe(answer => answer == null || answer is JsonArray);
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task Knows_the_cell_of_every_field_that_a_fault_can_name(string name)
    {
        var form = Samples.FormOf(name);
        var content = await Samples.Content(await Samples.Write(Samples.Report(form)), form);

        form.Fields.Where(field => content.PlaceOf($"/answers/{field.Code}") is null).ShouldBeEmpty();
        form.Fields.Select(field => content.PlaceOf($"/answers/{field.Code}")).Distinct().Count().ShouldBe(form.Fields.Count());
        form.Rules.Where(rule => rule.Severity == Severity.Query && content.PlaceOf($"/explanations/{rule.Code}") is null).ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_which_workbook_it_is()
    {
        var identity = (await Samples.Read(await Samples.Write(Samples.Report(AForm.AllKinds)))).Value.Identity;

        identity.ShouldBe(Samples.Report(AForm.AllKinds).Identity);
        identity.Check(AForm.AllKinds.Ref, Samples.Cycle, Samples.Unit).ShouldBeNull();
    }

    [Fact]
    public async Task Keeps_explanations_beside_what_they_explain()
    {
        var report = Samples.Report(AForm.AllKinds) with
        {
            Explanations = [new Explanation("lech", "Do làm tròn", "so=1")],
            Queries = [new RaisedQuery("lech_nua", "Số bằng 0.", [FieldCode.Of("so")], null)],
        };
        var content = await Samples.Content(await Samples.Write(report), AForm.AllKinds);

        content.Sent["explanations"]!.ToJsonString().ShouldContain("\"rule\":\"lech\"");
        content.Sent["explanations"]!.AsArray()[0]!["text"]!.GetValue<string>().ShouldBe("Do làm tròn");
        content.PlaceOf("/explanations/lech")!.Cell.ShouldBe("F4");
        content.PlaceOf("/explanations/0/text")!.Cell.ShouldBe("F4");
    }

    [Fact]
    public async Task Skips_blank_rows_and_counts_the_others_as_the_report_does()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds));
        file.Type(("Phần III", "A7"), "một");
        file.Type(("Phần III", "A8"), "   ");
        file.Type(("Phần III", "A10"), "hai");
        var content = await Samples.Content(file.Bytes(), AForm.AllKinds);

        content.Sent["answers"]!["rieng"]!.AsArray().Count.ShouldBe(2);
        content.PlaceOf("/answers/rieng/1/so")!.ToString().ShouldBe("Phần III, ô B10");
        content.PlaceOf("/answers/rieng/1")!.Cell.ShouldBe("A10");
        content.PlaceOf("/answers/rieng/9/so")!.Cell.ShouldBe("A5");
    }

    [Fact]
    public async Task Takes_no_more_rows_than_it_needs_to_say_that_there_are_too_many()
    {
        var file = await AFile.Of(Samples.Report(AForm.AllKinds));
        for (var row = 6; row < 150; row++)
        {
            file.Type(("Phần III", $"A{row}"), $"dòng {row}");
        }

        var faults = await Samples.Faults(file.Bytes(), AForm.AllKinds);

        faults.ShouldHaveSingleItem().Rule.ShouldBe("too-many");
        faults[0].Place!.ToString().ShouldBe("Phần III, ô A5");
    }

    [Fact]
    public async Task A_table_that_does_not_apply_has_no_rows()
    {
        var answers = new Answers(new Dictionary<string, Answer> { ["bang_kad"] = new Answer.NotApplicable() });
        var file = await AFile.Of(Samples.Report(AForm.AllKinds, answers));
        var (sheet, cell) = file.PlaceOf("vks_a__bang_kad");

        (await Samples.Sent(file.Bytes(), AForm.AllKinds)).ShouldBe(Samples.Json(answers));
        file.Type((sheet, "A6"), "một dòng");
        (await Samples.Faults(file.Bytes(), AForm.AllKinds)).ShouldHaveSingleItem().Place!.Cell.ShouldBe(cell);
    }
}
