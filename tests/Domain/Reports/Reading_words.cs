using System.Text.Json;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Tests.Reports;

public class Reading_words
{
    private static readonly Form Form = new("mau", 1, "Mẫu",
        [
            new Section(
                "phan", "I", "Phần", "", Audience.Everyone,
                [new Field(FieldCode.Of("y_kien"), "Ý kiến", "", false, new FieldType.Narrative(100), "", AggregationMethod.List)]),
        ]);

    [Fact]
    public void Measures_what_is_kept_and_not_what_was_sent() =>
        Read(string.Concat(Enumerable.Repeat("\U0001D160", 40))).Refusal!.Errors.ShouldHaveSingleItem().Rule.ShouldBe("too-long");

    [Fact]
    public void Refuses_endless_runs_of_marks_before_it_normalises_them() =>
        Read("a" + new string('\u0315', 31)).Refusal!.Errors.ShouldHaveSingleItem().Rule.ShouldBe("control-character");

    [Fact]
    public void Takes_decomposed_vietnamese_and_keeps_it_composed() =>
        ((Answer.Words)Read("Tiếng Việt".Normalize(System.Text.NormalizationForm.FormD)).Value.Answers[FieldCode.Of("y_kien")]!)
            .Text.ShouldBe("Tiếng Việt");

    private static Outcome<ReportContent> Read(string text)
    {
        using var sent = JsonDocument.Parse(JsonSerializer.Serialize(new { answers = new { y_kien = text } }));
        return new ReportReader(Form, UnitCode.Of("VP"), UnitLevel.Department, consolidates: false).Read(sent.RootElement);
    }
}
