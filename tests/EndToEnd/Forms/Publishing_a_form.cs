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

    [Theory]
    [InlineData("reporter-T84")]
    [InlineData("head-T84")]
    [InlineData("leader-1")]
    [InlineData("inspector")]
    [InlineData("administrator")]
    [InlineData("operator")]
    public async Task Is_for_the_centre_alone(string person) =>
        (await host.As(person).Put("forms/cua-toi/1", Form("cua-toi"), null)).Refused(403, "not-permitted");

    private static JsonObject Form(string code)
    {
        var form = JsonNode.Parse(Whole)!.AsObject();
        form["code"] = code;
        return form;
    }
}
