using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Tests.Forms;

public class Asking_each_unit_its_own_part
{
    [Theory]
    [InlineData("VP", "VI")]
    [InlineData("KHTC", "VI")]
    [InlineData("C2", "I II III IV V")]
    public void The_investors_answer_of_the_ten_year_review_the_investment_part_only(string unit, string sections) =>
        Sections("ung-dung-cntt-10-nam", 3, unit, UnitLevel.Department, superior: false).ShouldBe(sections);

    [Fact]
    public void Where_districts_do_not_report_a_province_is_asked_nothing_about_them()
    {
        Sections("tien-do-chuyen-doi-so", 2, "T84", UnitLevel.Province, superior: true).ShouldEndWith(" VIII");
        Sections("tien-do-chuyen-doi-so", 2, "T84", UnitLevel.Province, superior: false).ShouldEndWith(" VII");
    }

    [Fact]
    public void The_targets_of_the_plan_are_asked_of_its_owner_once()
    {
        Sections("ket-qua-chuyen-doi-so", 1, "C2", UnitLevel.Department, superior: false).ShouldBe("I II");
        Sections("ket-qua-chuyen-doi-so", 1, "T84", UnitLevel.Province, superior: true).ShouldBe("II");
    }

    [Theory]
    [InlineData("so_may", "true", false)]
    [InlineData("y_kien", "true", true)]
    public void Only_numbers_that_are_typed_in_are_stocks(string code, string stock, bool refused)
    {
        var read = () => A_form_file.Read(parts =>
            parts.Fields.Single(field => (string?)field!["code"] == code)!["stock"] = System.Text.Json.Nodes.JsonNode.Parse(stock));

        if (refused)
        {
            read.ShouldThrow<FormException>().Message.ShouldContain("stock");
        }
        else
        {
            read().Find(FieldCode.Of(code))!.Stock.ShouldBeTrue();
        }
    }

    private static string Sections(string form, int version, string unit, UnitLevel level, bool superior) => string.Join(
        ' ', FormCatalogue.Shipped.Find(new FormRef(form, version))!.For(UnitCode.Of(unit), level, superior).Select(section => section.Number));
}
