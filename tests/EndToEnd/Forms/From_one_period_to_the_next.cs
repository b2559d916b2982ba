using System.Text.Json;
using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Forms;

public class From_one_period_to_the_next(AHost host) : IClassFixture<AHost>
{
    private const string Form = """
        {
          "code": "an-thang", "version": 1, "title": "Án tháng", "nilReturn": true,
          "sections": [{ "code": "so_lieu", "number": "I", "title": "Số liệu", "fields": [
            { "code": "moi", "label": "Thụ lý mới", "type": { "kind": "integer" }, "required": true, "aggregation": "sum" },
            { "code": "xong", "label": "Đã giải quyết", "type": { "kind": "integer" }, "required": true, "aggregation": "sum" },
            { "code": "ty_le", "label": "Tỷ lệ", "type": { "kind": "percent" }, "aggregation": "ratio", "numerator": "xong", "denominator": "moi" },
            { "code": "vu", "label": "Các vụ", "aggregation": "union", "groupBy": ["nhom"], "sums": ["bi_can"], "type": { "kind": "table", "columns": [
              { "code": "ten", "label": "Tên", "type": { "kind": "text" }, "required": true },
              { "code": "nhom", "label": "Nhóm", "type": { "kind": "choice", "options": [{ "code": "x", "label": "X" }, { "code": "y", "label": "Y" }] } },
              { "code": "bi_can", "label": "Bị can", "type": { "kind": "integer" } }] } }
          ] }],
          "rules": [
            { "code": "xong_qua", "severity": "error", "holds": "xong <= moi", "message": "Giải quyết nhiều hơn thụ lý.", "fields": ["xong"] },
            { "code": "bien_dong", "severity": "query", "holds": "abs(moi - previous(moi)) <= 0.5 * previous(moi)", "message": "Tăng giảm quá 50 %.", "fields": ["moi"] },
            { "code": "khac_thuong", "severity": "query", "holds": "abs(peer_score(moi)) <= 3.5", "message": "Khác các đơn vị cùng cấp.", "fields": ["moi"] }
          ]
        }
        """;

    private static readonly string[] Units = ["T01", "T79", "T80", "T82", "T83", "T84"];

    [Fact]
    public async Task A_draft_may_be_put_as_it_was_given_with_another_figure_in_it()
    {
        var cycle = await Month(previous: null);
        var (reporter, path) = (host.As("reporter-T84"), $"{cycle.ReportOf("T84")}/draft");
        (await reporter.Put(path, Report(moi: 40, xong: 20), "*")).Done();

        var draft = (await reporter.Get(path)).Done();
        var content = JsonNode.Parse(draft.Bytes)!.AsObject();
        content["answers"]!.AsObject().Select(answer => answer.Key).ShouldBe(["moi", "vu", "xong"], ignoreOrder: true);
        content["answers"]!["xong"] = 30;

        (await reporter.Put(path, content, draft.ETag)).Done()["faults"].GetArrayLength().ShouldBe(0);
        (await reporter.Post($"{cycle.ReportOf("T84")}/submit", content, Person.NewKey())).Done();
    }

    [Fact]
    public async Task Figures_are_prefilled_and_held_against_those_before()
    {
        var first = await Month(previous: null);
        foreach (var (unit, index) in Units.Select((unit, index) => (unit, index)))
        {
            await first.Accepted(unit, Report(moi: 10 + (index % 3), xong: 5));
        }

        var second = await Month(first.Id);
        var reporter = host.As("reporter-T84");

        var prefill = (await reporter.Get($"{second.ReportOf("T84")}/prefill")).Done();
        prefill.Said("from").ShouldBe(first.Id);
        prefill["answers"].TryGetProperty("moi", out _).ShouldBeFalse();
        prefill["answers"].GetProperty("vu").GetArrayLength().ShouldBe(2);
        prefill["answers"].TryGetProperty("ty_le", out _).ShouldBeFalse();

        var unusual = await second.Submit("T84", Report(moi: 40, xong: 5));
        unusual.Refused(422, "report-invalid");
        unusual.RuleAt("/explanations/bien_dong").ShouldBe("unexplained");
        unusual.RuleAt("/explanations/khac_thuong").ShouldBe("unexplained");

        var draft = (await reporter.Put($"{second.ReportOf("T84")}/draft", Report(moi: 40, xong: 50), "*")).Done();
        draft["queries"].EnumerateArray().Select(query => query.GetProperty("rule").GetString()).ShouldBe(["bien_dong", "khac_thuong"]);
        draft["faults"].EnumerateArray().Select(fault => fault.GetProperty("rule").GetString()).ShouldBe(["out-of-range", "xong_qua"]);

        var explained = Report(moi: 40, xong: 5);
        explained["explanations"] = JsonNode.Parse("""[{ "rule": "bien_dong", "text": "Chuyên án lớn." }, { "rule": "khac_thuong", "text": "Chuyên án lớn." }]""");
        (await second.Submit("T84", explained)).Done();
        (await second.Return("T84", "Xem lại số đã giải quyết.", 1, "xong")).Done();

        // The explanation stands with its value, though it is not sent again; with another value it has to be given again.
        (await second.Submit("T84", Report(moi: 41, xong: 5))).RuleAt("/explanations/bien_dong").ShouldBe("unexplained");
        (await second.Submit("T84", Report(moi: 40, xong: 6))).Done();
        var review = (await host.As("centre").Get($"{second.ReportOf("T84")}/versions/2/review")).Done();
        review.Said("against").ShouldBe(first.Id);
        review["explanations"].EnumerateArray().Select(given => given.GetProperty("text").GetString())
            .ShouldBe(["Chuyên án lớn.", "Chuyên án lớn."]);
        review["unchanged"].EnumerateArray().Select(code => code.GetString()).ShouldBe(["vu"]);
    }

    [Fact]
    public async Task A_nil_return_is_taken_counts_as_zero_and_is_said_to_be_one()
    {
        var cycle = await Month(previous: null);

        await cycle.Accepted("T84", new JsonObject { ["answers"] = new JsonObject(), ["nil"] = true });

        (await cycle.TotalOf("VKSTC", "moi")).ShouldBe(0);
        (await host.As("centre").Get($"{cycle.ReportOf("T84")}/versions/1/review")).Done()["nil"].GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Rows_ratios_and_derived_figures_are_in_the_total_of_the_sector()
    {
        var cycle = await Month(previous: null);
        await cycle.Accepted("T84", Report(moi: 10, xong: 5));
        await cycle.Accepted("T79", Report(moi: 20, xong: 20));

        var figures = (await host.As("centre").Get($"{cycle.Path}/totals/VKSTC")).Done()["figures"];

        figures.GetProperty("ty_le").GetProperty("value").GetDecimal().ShouldBe(83.33m);
        var groups = figures.GetProperty("vu").GetProperty("groups");
        (Number(groups, "x", "count"), groups.GetProperty("x").GetProperty("sums").GetProperty("bi_can").GetInt32()).ShouldBe((2, 6));
        Number(groups, "", "count").ShouldBe(2);
    }

    private static int Number(JsonElement groups, string group, string property) =>
        groups.GetProperty(group).GetProperty(property).GetInt32();

    private async Task<ACycle> Month(string? previous)
    {
        (await host.As("centre").Put("forms/an-thang/1", JsonNode.Parse(Form), null)).Status.ShouldBe(201);
        var terms = ACycle.Terms(Units);
        terms["form"]!["code"] = "an-thang";
        terms["previous"] = previous;
        return await ACycle.Open(host, terms);
    }

    private static JsonObject Report(int moi, int xong) => JsonSerializer.SerializeToNode(new
    {
        answers = new { moi, xong, vu = new object[] { new { ten = "Vụ 1", nhom = "x", bi_can = 3 }, new { ten = "Vụ 2" } } },
    })!.AsObject();
}
