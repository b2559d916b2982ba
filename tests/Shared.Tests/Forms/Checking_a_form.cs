using System.Text.Json.Nodes;
using VksServerless.Forms;

namespace VksServerless.Tests.Forms;

public class Checking_a_form
{
    [Theory]
    [InlineData("Báo cáo")]
    [InlineData("bao_cao")]
    [InlineData("Bao-cao")]
    [InlineData("bao-cao-")]
    [InlineData("")]
    public void Refuses_a_code_that_is_not_kebab_case(string code) => Refuse(parts => parts.Form["code"] = code, "kebab case");

    [Fact]
    public void Refuses_a_version_below_one() => Refuse(parts => parts.Form["version"] = 0, "Versions begin at 1");

    [Fact]
    public void Refuses_an_empty_title() => Refuse(parts => parts.Form["title"] = "", "title");

    [Fact]
    public void Refuses_a_section_with_an_empty_title() => Refuse(parts => parts.Section["title"] = "", "title");

    [Fact]
    public void Refuses_a_form_without_sections() => Refuse(parts => parts.Sections.Clear(), "has sections");

    [Fact]
    public void Refuses_a_section_without_fields() => Refuse(parts => parts.Fields.Clear(), "has fields");

    [Fact]
    public void Refuses_two_sections_with_one_code() =>
        Refuse(
            parts =>
            {
                var second = parts.Section.DeepClone().AsObject();
                second["fields"] = JsonNode.Parse("""[{ "code": "khac", "label": "Khác", "type": { "kind": "text" } }]""");
                parts.Sections.Add(second);
            },
            "Two sections share a code");

    [Fact]
    public void Refuses_two_fields_with_one_code_also_in_different_sections() =>
        Refuse(
            parts =>
            {
                var second = parts.Section.DeepClone();
                second["code"] = "khac";
                parts.Sections.Add(second);
            },
            "Two fields share a code");

    [Theory]
    [InlineData("so-may")]
    [InlineData("So_may")]
    [InlineData("1_may")]
    [InlineData("số_máy")]
    public void Refuses_a_field_code_that_is_not_snake_case(string code) => Refuse(parts => parts.Field["code"] = code, "snake case");

    [Fact]
    public void Refuses_a_field_without_a_label() => Refuse(parts => parts.Field["label"] = "", "no label");

    [Theory]
    [InlineData("""{ "kind": "narrative" }""", "none list")]
    [InlineData("""{ "kind": "text" }""", "none list")]
    [InlineData("""{ "kind": "yes-no" }""", "none tally")]
    [InlineData("""{ "kind": "choice", "options": [{ "code": "a", "label": "A" }, { "code": "b", "label": "B" }] }""", "none tally")]
    [InlineData("""{ "kind": "percent" }""", "none mean min max")]
    [InlineData("""{ "kind": "date" }""", "none")]
    [InlineData("""{ "kind": "attachment" }""", "none")]
    [InlineData("""{ "kind": "integer" }""", "none sum mean min max")]
    [InlineData("""{ "kind": "decimal" }""", "none sum mean min max")]
    [InlineData("""{ "kind": "money" }""", "none sum mean min max")]
    public void Takes_these_aggregations_of_a_type_and_no_other(string type, string allowed)
    {
        foreach (var aggregation in Enum.GetNames<AggregationMethod>().Select(name => name.ToLowerInvariant()))
        {
            if (allowed.Split(' ').Contains(aggregation))
            {
                A_form_file.Read(parts => parts.Ask(type, aggregation)).Fields.Count().ShouldBe(2);
            }
            else
            {
                Refuse(parts => parts.Ask(type, aggregation), "cannot be aggregated");
            }
        }
    }

    [Theory]
    [InlineData("""{ "kind": "choice", "options": [] }""")]
    [InlineData("""{ "kind": "choice", "options": [{ "code": "a", "label": "A" }] }""")]
    [InlineData("""{ "kind": "choice", "options": [{ "code": "a", "label": "A" }, { "code": "a", "label": "B" }] }""")]
    public void Refuses_a_choice_without_two_distinct_options(string type) => Refuse(parts => parts.Ask(type), "two distinct options");

    [Theory]
    [InlineData("""{ "kind": "integer", "min": 2, "max": 1 }""")]
    [InlineData("""{ "kind": "money", "min": 2, "max": 1 }""")]
    [InlineData("""{ "kind": "decimal", "min": 2, "max": 1 }""")]
    [InlineData("""{ "kind": "decimal", "scale": 7 }""")]
    [InlineData("""{ "kind": "decimal", "scale": -1 }""")]
    public void Refuses_impossible_bounds(string type) => Refuse(parts => parts.Ask(type), "impossible bounds");

    [Theory]
    [InlineData("""{ "kind": "text", "maxLength": 0 }""")]
    [InlineData("""{ "kind": "narrative", "maxLength": 100001 }""")]
    [InlineData("""{ "kind": "attachment", "maxFiles": 0 }""")]
    public void Refuses_an_impossible_length_or_number_of_files(string type) => Refuse(parts => parts.Ask(type), "impossible length");

    private static void Refuse(Action<A_form_file.Parts> spoil, string why) =>
        Should.Throw<FormException>(() => A_form_file.Read(spoil)).Message.ShouldContain(why);
}
