using VksServerless.Figures;
using VksServerless.Forms;
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
    public void Leaves_a_derived_sum_that_does_not_only_add_as_it_is() =>
        FigureTable.Of(Form, UnitCode.Of("T84"), Content(Missed("moi", 5)))["gap_doi"].ShouldBe(new Figure.Sum(8, 0, 1));

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
