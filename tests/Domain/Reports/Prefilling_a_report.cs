using System.Text.Json.Nodes;
using VksServerless.Figures;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Tests.Forms;

namespace VksServerless.Tests.Reports;

public class Prefilling_a_report
{
    private static readonly Form Form = A_form_file.Read(parts =>
    {
        parts.Fields[3]!["stock"] = true;
        parts.Form["rules"] = JsonNode.Parse("""
            [{ "code": "noi_tiep", "severity": "query", "holds": "so_may = previous(so_phong)", "message": "Khác kỳ trước.", "fields": ["so_may"] }]
            """);
    });

    /// <summary>so_phong is a stock, so_may goes on from it, so_nguoi is counted from zero in each period.</summary>
    [Fact]
    public void Takes_over_stocks_and_what_goes_on_from_them_but_no_flow() =>
        Prefilled(("so_may", 5), ("so_nguoi", 7), ("so_phong", 3)).ShouldBe(new Dictionary<string, Answer>
        {
            ["so_may"] = new Answer.Number(3),
            ["so_phong"] = new Answer.Number(3),
        }, ignoreOrder: true);

    [Fact]
    public void Leaves_out_what_the_form_takes_no_more() => Prefilled(("so_phong", 11), ("so_nguoi", 7)).Keys.ShouldNotContain("so_may");

    private static IReadOnlyDictionary<string, Answer> Prefilled(params (string Field, int Value)[] before) => Prefill.Of(
        Form, Form.Fields.Select(field => field.Code).ToHashSet(), Form,
        new Answers(before.ToDictionary(answer => answer.Field, answer => (Answer)new Answer.Number(answer.Value)))).ByField;
}
