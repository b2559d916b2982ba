using System.Text.Json.Nodes;
using VksServerless.Forms;
using VksServerless.Units;

namespace VksServerless.Tests.Forms;

public class Reading_a_form
{
    [Fact]
    public void Fills_in_what_is_left_out()
    {
        var form = A_form_file.Read();

        form.Sections[0].Audience.IsEveryone.ShouldBeTrue();
        form.Find(FieldCode.Of("y_kien")).ShouldBe(
            new Field(FieldCode.Of("y_kien"), "Ý kiến", "", false, new FieldType.Text(100), "", AggregationMethod.None));
    }

    [Fact]
    public void Takes_an_audience_of_levels_and_units()
    {
        var form = A_form_file.Read(parts => parts.Section["audience"] = JsonNode.Parse("""{ "levels": ["high-level"], "units": ["VP"] }"""));

        form.Sections[0].Audience.Levels.ShouldBe([UnitLevel.HighLevel]);
        form.Sections[0].Audience.Units.ShouldBe([UnitCode.Of("VP")]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{ "code": "a", "code": "b", "version": 1, "title": "A", "sections": [] }""")]
    [InlineData("""{ "code": "a", "version": 1, "title": "A", "sections": [], "owner": "C2" }""")]
    public void Refuses_what_is_no_form_file(string text) => Should.Throw<FormException>(() => A_form_file.Read(text));

    [Theory]
    [InlineData("code")]
    [InlineData("version")]
    [InlineData("title")]
    [InlineData("sections")]
    public void Refuses_a_form_without_one_of_its_parts(string part) =>
        Should.Throw<FormException>(() => A_form_file.Read(parts => parts.Form.Remove(part))).Message.ShouldContain(part);

    [Theory]
    [InlineData("code")]
    [InlineData("label")]
    [InlineData("type")]
    public void Refuses_a_field_without_one_of_its_parts(string part) =>
        Should.Throw<FormException>(() => A_form_file.Read(parts => parts.Field.Remove(part))).Message.ShouldContain(part);

    [Theory]
    [InlineData("""{ "kind": "colour" }""")]
    [InlineData("""{ "min": 1 }""")]
    [InlineData("""{ "kind": "choice" }""")]
    [InlineData("""{ "kind": "integer", "step": 2 }""")]
    public void Refuses_a_type_that_it_does_not_know(string type) =>
        Should.Throw<FormException>(() => A_form_file.Read(parts => parts.Ask(type)));

    [Fact]
    public void Refuses_an_audience_that_it_does_not_know() =>
        Should.Throw<FormException>(() => A_form_file.Read(parts => parts.Section["audience"] = JsonNode.Parse("""{ "levels": ["ward"] }""")));

    [Fact]
    public void Refuses_two_forms_of_the_same_code_and_version() =>
        Should.Throw<ArgumentException>(() => new FormCatalogue([A_form_file.Read(), A_form_file.Read()]));
}
