using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Forms;

public class Publishing_a_form(AHost host) : IClassFixture<AHost>
{
    private const string Whole = """
        {
          "code": "bao-cao-rieng", "version": 1, "title": "Báo cáo riêng",
          "sections": [{ "code": "chung", "number": "I", "title": "Chung", "fields": [
            { "code": "ton_dau", "label": "Tồn đầu kỳ", "type": { "kind": "integer" }, "required": true, "aggregation": "sum" },
            { "code": "moi", "label": "Mới", "type": { "kind": "integer" }, "required": true, "aggregation": "sum" },
            { "code": "tong", "label": "Tổng", "type": { "kind": "integer" }, "aggregation": "sum", "formula": "ton_dau + moi" }
          ] }],
          "rules": [{ "code": "duong", "severity": "error", "holds": "tong > 0", "message": "Phải có số liệu.", "fields": ["tong"] }]
        }
        """;

    [Fact]
    public async Task Makes_it_one_that_a_cycle_can_pin()
    {
        var form = Form("mot-ky");
        (await host.As("centre").Put("forms/mot-ky/1", form, null)).Status.ShouldBe(201);

        (await host.As("reporter-T84").Get("forms/mot-ky/1")).Done().Said("title").ShouldBe("Báo cáo riêng");
        var terms = ACycle.Terms("T79");
        terms["form"]!["code"] = "mot-ky";
        var cycle = await ACycle.Open(host, terms);
        (await cycle.Phase()).ShouldBe("open");
    }

    [Fact]
    public async Task Again_with_the_same_content_changes_nothing_and_with_another_is_refused()
    {
        (await host.As("centre").Put("forms/hai-lan/1", Form("hai-lan"), null)).Status.ShouldBe(201);
        (await host.As("centre").Put("forms/hai-lan/1", Form("hai-lan"), null)).Status.ShouldBe(201);

        var other = Form("hai-lan");
        other["title"] = "Khác";
        (await host.As("centre").Put("forms/hai-lan/1", other, null)).Refused(409, "form-version");
    }

    [Fact]
    public async Task A_new_version_says_what_it_changed()
    {
        (await host.As("centre").Put("forms/hai-ban/1", Form("hai-ban"), null)).Status.ShouldBe(201);
        var second = Form("hai-ban");
        (second["version"], second["changes"]) = (2, "Bỏ chỉ tiêu mới, đổi tên chỉ tiêu tồn.");
        var fields = second["sections"]![0]!["fields"]!.AsArray();
        fields.RemoveAt(1);
        fields[0]!["label"] = "Tồn";
        fields[1]!["formula"] = "ton_dau";
        (await host.As("centre").Put("forms/hai-ban/2", second, null)).Status.ShouldBe(201);

        var changes = (await host.As("reporter-T84").Get("forms/hai-ban/2/changes")).Done();
        changes.Said("said").ShouldContain("Bỏ chỉ tiêu mới");
        changes["dropped"].EnumerateArray().Select(code => code.GetString()).ShouldBe(["moi"]);
        changes["altered"].EnumerateArray().Select(code => code.GetString()).ShouldBe(["ton_dau", "tong"]);
        changes["added"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Out_of_turn_is_refused()
    {
        var third = Form("nhay-ban");
        (third["version"], third["changes"]) = (3, "Nhảy.");
        (await host.As("centre").Put("forms/nhay-ban/3", third, null)).Refused(409, "form-version");
    }

    [Fact]
    public async Task Under_another_name_than_its_own_is_refused() =>
        (await host.As("centre").Put("forms/ten-khac/1", Form("ten-nay"), null)).Refused(422, "form-name");

    [Fact]
    public async Task With_a_circle_in_its_definitions_is_refused()
    {
        var form = Form("vong-tron");
        form["sections"]![0]!["fields"]![2]!["formula"] = "tong + moi";

        var answer = await host.As("centre").Put("forms/vong-tron/1", form, null);

        answer.Refused(422, "form-invalid");
        answer.Text.ShouldContain("/sections/0/fields/2/formula");
        answer.Text.ShouldContain("tong → tong");
    }

    [Fact]
    public async Task With_an_expression_that_cannot_be_read_is_told_where()
    {
        var form = Form("bieu-thuc-sai");
        form["rules"]![0]!["holds"] = "tong > khong_co";

        var answer = await host.As("centre").Put("forms/bieu-thuc-sai/1", form, null);

        answer.Refused(422, "form-invalid");
        answer.Text.ShouldContain("/rules/0/holds");
        answer.Text.ShouldContain("khong_co");
    }

    [Fact]
    public async Task Copied_with_the_version_raised_is_the_next_version()
    {
        (await host.As("centre").Put("forms/chep-lai/1", Form("chep-lai"), null)).Status.ShouldBe(201);
        var copy = JsonNode.Parse((await host.As("centre").Get("forms/chep-lai/1")).Done().Text)!.AsObject();
        (copy["version"], copy["changes"]) = (2, "Không đổi gì.");

        (await host.As("centre").Put("forms/chep-lai/2", copy, null)).Status.ShouldBe(201);

        copy.ToJsonString().ShouldNotContain("bounds");
        (await host.As("centre").Get("forms/chep-lai/2/changes")).Done()["altered"].GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("type", "{\"min\":0,\"kind\":\"integer\",\"mox\":5}", "/sections/0/fields/1/type/mox", "unknown-property",
        "chỉ nhận kind, min, max.")]
    [InlineData("type", "{\"kind\":\"so\",\"mox\":5}", "/sections/0/fields/1/type/kind", "wrong-type",
        "Chọn một trong: narrative, text, integer")]
    [InlineData("type", "{\"kind\":5}", "/sections/0/fields/1/type/kind", "wrong-type", "Chọn một trong: narrative")]
    [InlineData("type", "{\"min\":0}", "/sections/0/fields/1/type/kind", "required", "Chọn một trong: narrative")]
    [InlineData("type", "\"integer\"", "/sections/0/fields/1/type", "wrong-type", "Nhập một đối tượng JSON")]
    [InlineData("type", "{\"kind\":\"integer\",\"max\":\"nhiều\"}", "/sections/0/fields/1/type/max", "wrong-type", "không đúng dạng")]
    [InlineData("type", "{\"kind\":\"choice\"}", "/sections/0/fields/1/type/options", "required", "Thiếu")]
    [InlineData("lable", "\"Mới\"", "/sections/0/fields/1/lable", "unknown-property", "chỉ nhận code, label")]
    [InlineData("type", "{\"kind\":\"choice\",\"options\":[null]}", "/sections/0/fields/1/type/options/0", "required", "null")]
    [InlineData("type", "{\"kind\":\"table\",\"columns\":[null]}", "/sections/0/fields/1/type/columns/0", "required", "null")]
    [InlineData("groupBy", "[null]", "/sections/0/fields/1/groupBy/0", "required", "null")]
    [InlineData("sums", "[null]", "/sections/0/fields/1/sums/0", "required", "null")]
    public async Task With_one_slip_in_a_field_is_told_that_one_and_no_other(
        string part, string value, string place, string rule, string why)
    {
        var form = Form("mot-loi");
        form["sections"]![0]!["fields"]![1]![part] = JsonNode.Parse(value);

        await ToldOnly(form, place, rule, why);
    }

    [Theory]
    [InlineData("sections")]
    [InlineData("rules")]
    [InlineData("fields")]
    public async Task With_null_in_a_list_is_told_where(string list)
    {
        var form = Form("mot-loi");
        var place = list == "fields" ? "/sections/0/fields" : $"/{list}";
        (list == "fields" ? form["sections"]![0]! : form)[list] = new JsonArray((JsonNode?)null);

        await ToldOnly(form, $"{place}/0", "required", "null");
    }

    [Fact]
    public async Task That_no_row_could_hold_is_refused_for_its_size()
    {
        var form = Form("qua-lon");
        form["changes"] = new string('a', 850 * 1024);

        (await host.As("centre").Put("forms/qua-lon/1", form, null)).Refused(413, "form-too-large");
    }

    [Fact]
    public async Task As_large_as_it_may_be_is_kept()
    {
        var form = Form("vua-du");
        form["changes"] = new string('a', 795 * 1024);

        (await host.As("centre").Put("forms/vua-du/1", form, null)).Status.ShouldBe(201);
    }

    [Theory]
    [InlineData("reporter-T84")]
    [InlineData("head-T84")]
    [InlineData("leader-1")]
    [InlineData("inspector")]
    [InlineData("administrator")]
    [InlineData("operator")]
    public async Task Is_for_the_centre_alone(string person) =>
        (await host.As(person).Put("forms/cua-toi/1", Form("cua-toi"), null)).Refused(403, "not-permitted");

    private async Task ToldOnly(JsonObject form, string place, string rule, string why)
    {
        var answer = (await host.As("centre").Put("forms/mot-loi/1", form, null)).Refused(400, "body-malformed");

        answer["errors"].GetArrayLength().ShouldBe(1, answer.Text);
        answer.RuleAt(place).ShouldBe(rule, answer.Text);
        answer["errors"][0].GetProperty("message").GetString()!.ShouldContain(why);
    }

    private static JsonObject Form(string code)
    {
        var form = JsonNode.Parse(Whole)!.AsObject();
        form["code"] = code;
        return form;
    }
}
