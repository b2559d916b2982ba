using VksServerless.Forms;

namespace VksServerless.Tests.Forms;

/// <summary>A form whose every draft would cost seconds of the processor is refused when it is published.</summary>
public class The_work_of_a_form
{
    [Fact]
    public void Is_counted_once_a_row_of_each_table_that_an_expression_goes_through()
    {
        var faults = With(maxRows: 2000, rules: 200).Check().Refusal!.Errors;

        faults.ShouldHaveSingleItem().Rule.ShouldBe("too-much-work");
    }

    [Fact]
    public void May_be_what_offices_ask()
    {
        With(maxRows: 500, rules: 20).Check().Refused.ShouldBeFalse();
        foreach (var form in FormCatalogue.Shipped.Forms)
        {
            FormDefinition.Of(form).Check().Refused.ShouldBeFalse($"{form.Ref}");
        }
    }

    private static FormDefinition With(int maxRows, int rules)
    {
        var table = new FieldType.Table([new Column("so", "Số", new FieldType.Integer())], maxRows);
        var sums = string.Join(" + ", Enumerable.Range(0, 20).Select(number => $"sum(bang.so where so > {number})"));
        return new FormDefinition(
            "nang", 1, "Nặng",
            [
                new FormDefinition.SectionPart(
                    "a", "I", "A", [new FormDefinition.FieldPart("bang", "Bảng", table, Aggregation: AggregationMethod.Union)]),
            ],
            Rules: [.. Enumerable.Range(0, rules).Select(
                number => new Rule($"r{number}", Severity.Error, $"{sums} >= 0", "Sai.", [FieldCode.Of("bang")]))]);
    }
}
