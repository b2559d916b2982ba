using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Tests.Forms;
using VksServerless.Units;

namespace VksServerless.Tests.Figures;

/// <summary>
/// Cases that are carried over, come in, are resolved: the balance closes at every unit and, adjusted, at every province.
/// </summary>
public class Adjusting_a_sum
{
    private static readonly Form Form = A_form_file.Read("""
        {
          "code": "an", "version": 1, "title": "Án",
          "sections": [{ "code": "an", "number": "I", "title": "Án", "fields": [
            { "code": "ton_dau", "label": "Tồn đầu", "type": { "kind": "integer" }, "aggregation": "sum" },
            { "code": "moi", "label": "Mới", "type": { "kind": "integer" }, "aggregation": "sum" },
            { "code": "tong", "label": "Tổng thụ lý", "type": { "kind": "integer" }, "aggregation": "sum", "formula": "ton_dau + moi" },
            { "code": "gap_doi", "label": "Gấp đôi", "type": { "kind": "integer" }, "aggregation": "sum", "formula": "2 * moi" },
            { "code": "xong", "label": "Đã giải quyết", "type": { "kind": "integer" }, "aggregation": "sum" },
            { "code": "ton_cuoi", "label": "Tồn cuối", "type": { "kind": "integer" }, "aggregation": "sum" },
            { "code": "ty_le", "label": "Tỷ lệ", "type": { "kind": "percent" }, "aggregation": "ratio", "numerator": "xong", "denominator": "tong" }
          ] }],
          "rules": [{ "code": "can_doi", "severity": "error", "holds": "tong - xong = ton_cuoi", "message": "Không cân đối.", "fields": ["ton_cuoi"] }]
        }
        """);

    [Fact]
    public void Flows_into_derived_sums_and_ratios()
    {
        var figures = FigureTable.Of(
            Form, UnitCode.Of("T84"), Content(Missed("moi", 5), Missed("xong", 2)));

        figures["moi"].ShouldBe(new Figure.Sum(4, 5, 1));
        figures["tong"].ShouldBe(new Figure.Sum(10, 5, 1));
        figures["ty_le"].ShouldBe(new Figure.Ratio(9, 15, 100, 1));
    }

    [Fact]
    public void Flows_through_constant_factors() =>
        FigureTable.Of(Form, UnitCode.Of("T84"), Content(Missed("moi", 5)))["gap_doi"].ShouldBe(new Figure.Sum(8, 10, 1));

    /// <summary>thu = 6, gq = 4: whatever is added up at the units must be what the formula makes of the adjusted sums.</summary>
    [Theory]
    [InlineData("coalesce(thu, 0) + gq", 12)]
    [InlineData("2 * thu", 16)]
    [InlineData("-(gq - thu) * 3", 12)]
    [InlineData("coalesce(thu - 2 * gq, 0)", 0)]
    [InlineData("thu / 0.5", 16)]
    [InlineData("thu + 1", 9)]
    [InlineData("count(thu > 3)", null)]
    [InlineData("round(thu / 3, 0)", null)]
    [InlineData("if(thu > 3, thu, 0)", null)]
    [InlineData("thu * gq", null)]
    [InlineData("thu / 2", null)]
    [InlineData("abs(thu)", null)]
    public void Moves_every_sum_that_is_calculated_from_it_or_the_form_is_refused(string formula, int? expected)
    {
        var read = () => A_form_file.Read($$"""
            {
              "code": "an", "version": 1, "title": "Án",
              "sections": [{ "code": "an", "number": "I", "title": "Án", "fields": [
                { "code": "thu", "label": "Thụ lý", "type": { "kind": "integer" }, "aggregation": "sum" },
                { "code": "gq", "label": "Giải quyết", "type": { "kind": "integer" }, "aggregation": "sum" },
                { "code": "tinh", "label": "Tính", "type": { "kind": "integer", "min": -1000 }, "aggregation": "sum", "formula": "{{formula}}" }
              ] }]
            }
            """);
        if (expected is null)
        {
            read.ShouldThrow<FormException>().Message.ShouldContain("không đổi theo");
            return;
        }

        var form = read();
        var answers = ReportCalculation.Derive(
            form, form.Fields.Select(field => field.Code).ToHashSet(),
            new Answers(new Dictionary<string, Answer> { ["thu"] = new Answer.Number(6), ["gq"] = new Answer.Number(4) }), Background.None);

        ((Figure.Sum)FigureTable.Of(form, UnitCode.Of("T84"), new ReportContent(answers, [Missed("thu", 2)]))["tinh"]).Total
            .ShouldBe(expected.Value);
    }

    [Fact]
    public void May_not_take_a_total_out_of_the_bounds_of_its_field()
    {
        string[] Out(decimal amount, string field = "moi") =>
            [.. Consolidated.OutOfBounds(Form, Below(6), FigureTable.Combine([Below(6), Change(field, amount)]))
                .Select(total => $"{total.Field.Code} {total.Total}")];

        Out(-100).ShouldBe(["moi -94", "tong -88", "gap_doi -188", "ty_le -6.82"]);
        Out(-6).ShouldBeEmpty();
        Out(94, "xong").ShouldBe(["ty_le 833.33"]);

        static IReadOnlyDictionary<string, Figure> Below(decimal moi) => FigureTable.Of(
            Form, UnitCode.Of("T84-CL"),
            new ReportContent(new Answers(new Dictionary<string, decimal> { ["moi"] = moi, ["tong"] = 2 * moi, ["gap_doi"] = 2 * moi, ["xong"] = moi }
                .ToDictionary(answer => answer.Key, Answer (answer) => new Answer.Number(answer.Value))), []));

        static IReadOnlyDictionary<string, Figure> Change(string field, decimal amount) =>
            FigureTable.Of(Form, UnitCode.Of("T84"), new ReportContent(Answers.None, [Missed(field, amount)]));
    }

    [Fact]
    public void Must_leave_the_balance_closed()
    {
        Dictionary<string, decimal> sums = new() { ["ton_dau"] = 6, ["moi"] = 4, ["tong"] = 10, ["xong"] = 7, ["ton_cuoi"] = 3 };

        Consolidated.Broken(Form, sums, [Missed("moi", 5)]).ShouldHaveSingleItem().Code.ShouldBe("can_doi");
        Consolidated.Broken(Form, sums, [Missed("moi", 5), Missed("ton_cuoi", 5)]).ShouldBeEmpty();
    }

    [Fact]
    public void Is_not_blamed_for_what_was_not_closed_before() =>
        Consolidated.Broken(Form, new Dictionary<string, decimal> { ["tong"] = 1 }, [Missed("moi", 5)]).ShouldBeEmpty();

    private static ReportContent Content(params Adjustment[] adjustments) => new(
        new Answers(
            new Dictionary<string, int> { ["ton_dau"] = 6, ["moi"] = 4, ["tong"] = 10, ["gap_doi"] = 8, ["xong"] = 7, ["ton_cuoi"] = 3 }
            .ToDictionary(answer => answer.Key, answer => (Answer)new Answer.Number(answer.Value))),
        adjustments);

    private static Adjustment Missed(string field, decimal amount) => new(FieldCode.Of(field), amount, "Thiếu.");
}
