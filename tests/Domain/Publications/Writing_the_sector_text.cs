using VksServerless.Forms;
using VksServerless.Publications;

namespace VksServerless.Tests.Publications;

public class Writing_the_sector_text
{
    private static readonly Form Form = FormCatalogue.Shipped.Find(new FormRef("ung-dung-cntt-10-nam", 1))!;
    private static readonly string Section = Form.Sections[0].Code;
    private static readonly DateTimeOffset Now = new(2018, 8, 1, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Keeps_paragraphs_and_leaves_out_what_says_nothing()
    {
        var text = Of((Section, " Một.\r\nHai.\n "), (Form.Sections[1].Code, " \n ")).Value;

        text.Sections.ShouldBe([new(Section, "Một.\nHai.")]);
        (text.By, text.At).ShouldBe(("Cục 2", Now));
    }

    [Theory]
    [InlineData("khong_co", "Một.", "unknown-section")]
    [InlineData(null, "a\u202eb", "control-character")]
    public void Is_refused_at_its_place(string? section, string words, string rule)
    {
        var code = section ?? Section;

        Of((code, words)).Refusal!.Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            error => error.Place.ShouldBe($"/sections/{code}"), error => error.Rule.ShouldBe(rule));
    }

    [Fact]
    public void Is_bounded()
    {
        Of((Section, new string('a', SectorText.MostOfSection))).Refused.ShouldBeFalse();
        Of((Section, new string('a', SectorText.MostOfSection + 1))).Refusal!.Errors[0].Rule.ShouldBe("too-long");
    }

    private static Outcome<SectorText> Of(params (string Section, string Words)[] written) =>
        SectorText.Of(written.ToDictionary(each => each.Section, each => each.Words), Form, "Cục 2", Now);
}
