using System.Text.Json;
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
    public void Refuses_a_code_that_is_not_kebab_case(string code) => Refuse(parts => parts.Form["code"] = code, "/code: Mã biểu mẫu");

    [Fact]
    public void Refuses_a_version_below_one() => Refuse(parts => parts.Form["version"] = 0, "/version");

    [Fact]
    public void Refuses_an_empty_title() => Refuse(parts => parts.Form["title"] = "", "/title");

    [Fact]
    public void Refuses_a_section_with_an_empty_title() => Refuse(parts => parts.Section["title"] = "", "/sections/0/title");

    [Fact]
    public void Refuses_a_form_without_sections() => Refuse(parts => parts.Sections.Clear(), "ít nhất một phần");

    [Fact]
    public void Refuses_a_section_without_fields() => Refuse(parts => parts.Fields.Clear(), "ít nhất một chỉ tiêu");

    [Fact]
    public void Refuses_two_sections_with_one_code() =>
        Refuse(
            parts =>
            {
                var second = parts.Section.DeepClone().AsObject();
                second["fields"] = JsonNode.Parse("""[{ "code": "khac", "label": "Khác", "type": { "kind": "text" } }]""");
                parts.Sections.Add(second);
            },
            "Hai phần trùng mã: chung");

    [Fact]
    public void Refuses_two_fields_with_one_code_also_in_different_sections() =>
        Refuse(
            parts =>
            {
                var second = parts.Section.DeepClone();
                second["code"] = "khac";
                parts.Sections.Add(second);
            },
            "Hai chỉ tiêu trùng mã: so_may");

    [Theory]
    [InlineData("so-may")]
    [InlineData("So_may")]
    [InlineData("1_may")]
    [InlineData("số_máy")]
    public void Refuses_a_field_code_that_is_not_snake_case(string code) => Refuse(parts => parts.Field["code"] = code, "Mã chỉ tiêu");

    [Fact]
    public void Refuses_a_field_without_a_label() => Refuse(parts => parts.Field["label"] = "", "chưa có tên");

    [Theory]
    [InlineData("""{ "kind": "narrative" }""", "none list")]
    [InlineData("""{ "kind": "text" }""", "none list")]
    [InlineData("""{ "kind": "yes-no" }""", "none tally")]
    [InlineData("""{ "kind": "choice", "options": [{ "code": "a", "label": "A" }, { "code": "b", "label": "B" }] }""", "none tally")]
    [InlineData("""{ "kind": "percent" }""", "none mean weighted-mean min max ratio")]
    [InlineData("""{ "kind": "date" }""", "none")]
    [InlineData("""{ "kind": "attachment" }""", "none")]
    [InlineData("""{ "kind": "integer" }""", "none sum mean weighted-mean min max")]
    [InlineData("""{ "kind": "decimal", "max": 1000000 }""", "none sum mean weighted-mean min max ratio")]
    [InlineData("""{ "kind": "money", "max": 1000 }""", "none sum mean weighted-mean min max")]
    [InlineData("""{ "kind": "table", "columns": [{ "code": "ten", "label": "Tên", "type": { "kind": "text" } }] }""", "none union")]
    public void Takes_these_aggregations_of_a_type_and_no_other(string type, string allowed)
    {
        foreach (var aggregation in Enum.GetNames<AggregationMethod>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName))
        {
            if (allowed.Split(' ').Contains(aggregation))
            {
                A_form_file.Read(parts => parts.Ask(type, aggregation).With(aggregation)).Fields.Count().ShouldBe(4);
            }
            else
            {
                Refuse(
                    parts => parts.Ask(type, aggregation).With(aggregation),
                    "không tổng hợp được theo cách: ");
            }
        }
    }

    [Fact]
    public void Refuses_a_weighted_mean_without_a_weight_and_a_weight_without_a_weighted_mean()
    {
        Refuse(parts => parts.Ask("""{ "kind": "decimal" }""", "weighted-mean"), "quyền số");
        Refuse(parts => parts.Ask("""{ "kind": "decimal" }""", "sum").With("weighted-mean"), "quyền số");
    }

    [Theory]
    [InlineData("y_kien")]
    [InlineData("khong_co")]
    public void Refuses_a_weight_that_is_no_whole_number(string weight) =>
        Refuse(parts => parts.Ask("""{ "kind": "decimal" }""", "weighted-mean").Field["weight"] = weight, "quyền số phải là chỉ tiêu nguyên");

    [Fact]
    public void Refuses_a_weighted_mean_whose_sums_a_decimal_might_not_hold() =>
        Refuse(parts => parts.Ask("""{ "kind": "decimal", "max": 1000000000000000000, "scale": 6 }""", "weighted-mean").With("weighted-mean"), "không quá 22 chữ số");

    [Fact]
    public void Refuses_a_ratio_of_what_is_not_summed() =>
        Refuse(parts => { parts.Ask("""{ "kind": "percent" }""", "ratio").With("ratio"); parts.Field["numerator"] = "y_kien"; }, "hai chỉ tiêu cộng dồn");

    [Theory]
    [InlineData("ten")]
    [InlineData("khong_co")]
    public void Refuses_groups_of_a_column_in_which_anything_may_stand(string column) =>
        Refuse(parts => parts.Ask(A_table, "union").Field["groupBy"] = new JsonArray(column), "cột lựa chọn hoặc có/không");

    [Fact]
    public void Refuses_sums_of_a_column_that_is_no_number() =>
        Refuse(parts => parts.Ask(A_table, "union").Field["sums"] = new JsonArray("ten"), "chỉ cộng được cột số");

    [Fact]
    public void Refuses_a_table_within_a_table() =>
        Refuse(
            parts =>
                parts.Ask($$"""{ "kind": "table", "columns": [{ "code": "trong", "label": "Trong", "type": {{A_table}} }] }""", "union"),
            "bảng kê không chứa bảng");

    [Fact]
    public void Refuses_two_columns_with_one_code() =>
        Refuse(parts => parts.Ask(A_table.Replace("\"moi\"", "\"ten\"", StringComparison.Ordinal), "union"), "Hai cột trùng mã: ten");

    [Theory]
    [InlineData("""{ "kind": "money", "max": 70000000000000000000000000000 }""")]
    [InlineData("""{ "kind": "decimal", "min": -10000000000000000000, "scale": 6 }""")]
    public void Refuses_numbers_so_long_that_a_sum_over_all_units_would_not_be_exact(string type) =>
        Refuse(parts => parts.Ask(type, "sum"), "22 chữ số");

    [Fact]
    public void Refuses_a_weight_that_is_reckoned() => Refuse(
        parts =>
        {
            parts.Ask("""{ "kind": "decimal", "max": 1000 }""", "weighted-mean").With("weighted-mean");
            parts.Fields[2]!["formula"] = "so_phong - 10";
        }, "do đơn vị nhập");

    [Fact]
    public void Refuses_totals_that_no_row_would_hold() => Refuse(
        parts =>
        {
            var options = string.Join(',', Enumerable.Range(0, 199).Select(option => $$"""{ "code": "o{{option}}", "label": "O" }"""));
            var sums = Enumerable.Range(0, 25).Select(column => $"c{column}").ToArray();
            var columns = string.Join(
                ',', sums.Select(column => $$"""{ "code": "{{column}}", "label": "C", "type": { "kind": "integer" } }"""));
            parts.Ask(
                $$"""{ "kind": "table", "columns": [{ "code": "nhom", "label": "Nhóm", "type": { "kind": "choice", "options": [{{options}}] } }, {{columns}}] }""",
                "union");
            parts.Field["groupBy"] = new JsonArray("nhom");
            parts.Field["sums"] = new JsonArray([.. sums.Select(sum => (JsonNode)sum)]);
        }, "tổng hợp của biểu mẫu quá lớn");

    [Fact]
    public void Refuses_a_new_version_that_does_not_say_what_it_changes() => Refuse(parts => parts.Form["version"] = 2, "/changes");

    [Fact]
    public void Refuses_a_derived_field_that_is_also_asked() =>
        Refuse(parts => { parts.Field["formula"] = "1 + 1"; parts.Field["required"] = true; }, "/formula");

    [Fact]
    public void Names_every_fault_at_its_place()
    {
        var message = Should.Throw<FormException>(() => A_form_file.Read(parts => { parts.Form["title"] = ""; parts.Field["label"] = ""; }))
            .Message;

        message.ShouldContain("/title:");
        message.ShouldContain("/sections/0/fields/0/label:");
    }

    [Theory]
    [InlineData("""{ "kind": "choice", "options": [] }""")]
    [InlineData("""{ "kind": "choice", "options": [{ "code": "a", "label": "A" }] }""")]
    [InlineData("""{ "kind": "choice", "options": [{ "code": "a", "label": "A" }, { "code": "a", "label": "B" }] }""")]
    public void Refuses_a_choice_without_two_distinct_options(string type) =>
        Refuse(parts => parts.Ask(type), "từ 2 đến 200 lựa chọn khác nhau");

    [Fact]
    public void Refuses_a_form_with_a_title_that_is_too_long() => TooLong(parts => parts.Form, "title", 300, "/title");

    [Theory]
    [InlineData("title", 300)]
    [InlineData("help", 4000)]
    public void Refuses_a_section_with_a_text_that_is_too_long(string part, int most) =>
        TooLong(parts => parts.Section, part, most, $"/sections/0/{part}");

    [Theory]
    [InlineData("label", 500)]
    [InlineData("help", 4000)]
    [InlineData("measure", 50)]
    public void Refuses_a_field_with_a_text_that_is_too_long(string part, int most) =>
        TooLong(parts => parts.Field, part, most, $"/sections/0/fields/0/{part}");

    [Theory]
    [InlineData("code", 60)]
    [InlineData("label", 300)]
    [InlineData("help", 4000)]
    [InlineData("measure", 50)]
    public void Refuses_a_column_with_a_text_that_is_too_long(string part, int most) =>
        TooLong(
            parts => parts.Ask(A_table, "union").Field["type"]!["columns"]![0]!.AsObject(), part, most,
            "/sections/0/fields/0/type/columns/0");

    [Theory]
    [InlineData("code", 60)]
    [InlineData("label", 300)]
    public void Refuses_an_option_with_a_text_that_is_too_long(string part, int most) =>
        TooLong(
            parts => parts.Ask("""{ "kind": "choice", "options": [{ "code": "a", "label": "A" }, { "code": "b", "label": "B" }] }""").Field["type"]!["options"]![0]!.AsObject(),
            part, most, "/sections/0/fields/0/type/options");

    [Theory]
    [InlineData("""{ "kind": "integer", "min": 2, "max": 1 }""")]
    [InlineData("""{ "kind": "money", "min": 2, "max": 1 }""")]
    [InlineData("""{ "kind": "decimal", "min": 2, "max": 1 }""")]
    [InlineData("""{ "kind": "decimal", "scale": 7 }""")]
    [InlineData("""{ "kind": "decimal", "scale": -1 }""")]
    public void Refuses_impossible_bounds(string type) => Refuse(parts => parts.Ask(type), "giới hạn không thể có");

    [Theory]
    [InlineData("""{ "kind": "text", "maxLength": 0 }""")]
    [InlineData("""{ "kind": "narrative", "maxLength": 100001 }""")]
    [InlineData("""{ "kind": "attachment", "maxFiles": 0 }""")]
    public void Refuses_an_impossible_length_or_number_of_files(string type) => Refuse(parts => parts.Ask(type), "không thể có");

    private const string A_table = """
        { "kind": "table", "columns": [{ "code": "ten", "label": "Tên", "type": { "kind": "text" } }, { "code": "moi", "label": "Mới", "type": { "kind": "yes-no" } }] }
        """;

    [Theory]
    [InlineData("""{ "kind": "integer" }""", "sum")]
    [InlineData("""{ "kind": "yes-no" }""", "tally")]
    [InlineData("""{ "kind": "attachment" }""", "none")]
    [InlineData("""{ "kind": "narrative" }""", "none")]
    [InlineData("""{ "kind": "table", "columns": [{ "code": "ten", "label": "Tên", "type": { "kind": "text" } }] }""", "none")]
    public void Refuses_opinions_that_the_publication_does_not_list(string type, string aggregation) =>
        Refuse(parts => parts.Ask(type, aggregation).Field["opinion"] = true, "/sections/0/fields/0/opinion");

    [Theory]
    [InlineData("""{ "kind": "text" }""", "list")]
    [InlineData("""{ "kind": "narrative" }""", "list")]
    [InlineData("""{ "kind": "table", "columns": [{ "code": "ten", "label": "Tên", "type": { "kind": "text" } }] }""", "union")]
    public void Takes_texts_and_rows_that_the_publication_lists_for_opinions(string type, string aggregation)
    {
        var form = A_form_file.Read(parts => parts.Ask(type, aggregation).Field["opinion"] = true);

        form.Fields.Where(field => field.Opinion).ShouldHaveSingleItem().Code.ShouldBe(FieldCode.Of("so_may"));
    }

    private static void TooLong(Func<A_form_file.Parts, JsonObject> of, string part, int most, string place)
    {
        A_form_file.Read(parts => of(parts)[part] = new string('a', most));
        Refuse(parts => of(parts)[part] = new string('a', most + 1), $"{place}:");
    }

    private static void Refuse(Action<A_form_file.Parts> spoil, string why) =>
        Should.Throw<FormException>(() => A_form_file.Read(spoil)).Message.ShouldContain(why);
}
