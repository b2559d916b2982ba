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
        parts.Form["rules"] = JsonNode.Parse("""
            [{ "code": "noi_tiep", "severity": "query", "holds": "so_may = previous(so_phong)", "message": "Khác kỳ trước.", "fields": ["so_may"] }]
            """);
    });

    [Fact]
    public void Takes_over_what_was_answered_before_and_goes_on_where_the_form_says_so() =>
        Prefilled(("so_may", 5), ("so_nguoi", 7), ("so_phong", 3)).ShouldBe(new Dictionary<string, Answer>
        {
            ["so_may"] = new Answer.Number(3),
            ["so_nguoi"] = new Answer.Number(7),
            ["so_phong"] = new Answer.Number(3),
        }, ignoreOrder: true);

    [Fact]
    public void Leaves_out_what_the_form_takes_no_more() => Prefilled(("so_phong", 11), ("so_nguoi", 7)).Keys.ShouldNotContain("so_may");

    private static IReadOnlyDictionary<string, Answer> Prefilled(params (string Field, int Value)[] before) => Prefill.Of(
        Form, Form.Fields.Select(field => field.Code).ToHashSet(), Form,
        new Answers(before.ToDictionary(answer => answer.Field, answer => (Answer)new Answer.Number(answer.Value)))).ByField;
}
