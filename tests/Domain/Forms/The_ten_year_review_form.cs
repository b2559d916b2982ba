using System.Text;
using VksServerless.Documents.Units;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Tests.Forms;

public class The_ten_year_review_form
{
    private static readonly Form Form = FormCatalogue.Shipped.Find(new FormRef("ung-dung-cntt-10-nam", 1)).ShouldNotBeNull();

    [Fact]
    public void Has_the_five_parts_of_the_outline_for_everyone() =>
        Form.Sections.Where(section => section.Audience.IsEveryone).Select(section => section.Number)
            .ShouldBe(["I", "II", "III", "IV", "V"]);

    [Theory]
    [InlineData("VP", true)]
    [InlineData("KHTC", true)]
    [InlineData("C2", false)]
    [InlineData("T84", false)]
    [InlineData("T84-CL", false)]
    [InlineData("TCKS", false)]
    public void Asks_only_Van_phong_and_Cuc_Ke_hoach_Tai_chinh_for_the_investment_they_made(string unit, bool asked) =>
        Form.For(UnitCode.Of(unit), DirectoryFile.Shipped.Find(UnitCode.Of(unit))!.Level, superior: false).Select(section => section.Number)
            .ShouldBe(asked ? ["I", "II", "III", "IV", "V", "VI"] : ["I", "II", "III", "IV", "V"]);

    [Fact]
    public void Names_only_units_that_the_shipped_directory_knows() =>
        Form.Sections.SelectMany(section => section.Audience.Units).ShouldAllBe(unit => DirectoryFile.Shipped.Find(unit) != null);

    [Fact]
    public void Uses_every_type_of_field_but_tables() =>
        Form.Fields.Select(field => field.Type.GetType()).Append(typeof(FieldType.Table)).Distinct()
            .ShouldBe(typeof(FieldType).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(FieldType))), ignoreOrder: true);

    [Fact]
    public void Explains_every_part_and_every_question()
    {
        Form.Sections.ShouldAllBe(section => section.Help.Length > 20);
        Form.Fields.ShouldAllBe(field => field.Help.Length > 20);
    }

    [Fact]
    public void Gives_every_figure_a_unit_of_measure() =>
        Form.Fields.Where(field => field.Type.Bounds is not null).ShouldAllBe(field => field.Measure.Length > 0);

    [Fact]
    public void Is_written_in_composed_characters() =>
        string.Concat(Form.Fields.Select(field => field.Label + field.Help + field.Measure)).IsNormalized(NormalizationForm.FormC)
            .ShouldBeTrue();
}
