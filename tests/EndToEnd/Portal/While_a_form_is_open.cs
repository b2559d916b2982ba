using System.Text.Json.Nodes;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class While_a_form_is_open(ABrowser browser, AHost host) : IClassFixture<ABrowser>, IClassFixture<AHost>
{
    private const string Unit = "T84";
    private const string Save = "Lưu, về danh sách phần";

    private const string Form = """
        {
          "code": "doi-ban", "version": 1, "title": "Báo cáo đổi bản",
          "sections": [{ "code": "chung", "number": "I", "title": "Chung", "fields": [
            { "code": "so_vu", "label": "Số vụ", "type": { "kind": "integer" }, "required": true, "aggregation": "sum" },
            { "code": "so_bi_can", "label": "Số bị can", "type": { "kind": "integer" }, "required": true, "aggregation": "sum" }
          ] }]
        }
        """;

    [Fact]
    public async Task Who_comes_from_another_site_in_one_tab_goes_on_with_the_form_in_the_other()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "T84");
        await using var clerk = await browser.VisitAs(host, "reporter-T84", $"/portal/{cycle.ReportOf("T84")}/sections/dau_tu");
        await clerk.AnswerEverything();
        var tab = await clerk.Page.Context.NewPageAsync();
        await tab.GotoAsync($"http://localhost:{host.Address.Port}/portal/sign-in");

        await tab.RunAndWaitForRequestFinishedAsync(
            () => tab.EvaluateAsync($"location.href = '{new Uri(host.Address, "portal")}'"),
            new() { Predicate = request => request.Url.EndsWith("/portal", StringComparison.Ordinal) });
        await clerk.Press("Lưu, về danh sách phần");

        (await clerk.Text()).ShouldContain("Đã lưu.");
    }

    [Fact]
    public async Task Two_periods_in_two_tabs_each_save_their_own()
    {
        var first = await ACycle.Open(host, Unit);
        var terms = ACycle.Terms(Unit);
        (terms["title"], terms["period"]!["lastDay"]) = ("Kỳ khác", "2017-12-31");
        var other = await ACycle.Open(host, terms);
        await using var clerk = await browser.VisitAs(host, $"reporter-{Unit}", $"/portal/{first.ReportOf(Unit)}/sections/dau_tu");
        var tab = await clerk.Page.Context.NewPageAsync();
        await tab.GotoAsync($"/portal/{other.ReportOf(Unit)}/sections/dau_tu");

        await clerk.Type("may_tinh", "11");
        await tab.Locator("[name='a.may_tinh']").FillAsync("22");
        await clerk.Press(Save);
        await tab.Locator("[name='a.may_chu']").FillAsync("2");
        await tab.GetByText(Save).ClickAsync();
        await clerk.Page.GoBackAsync();
        await clerk.Type("may_chu", "1");
        await clerk.Press(Save);

        (await Answer(first, "may_tinh"), await Answer(first, "may_chu")).ShouldBe((11, 1));
        (await Answer(other, "may_tinh"), await Answer(other, "may_chu")).ShouldBe((22, 2));
    }

    [Fact]
    public async Task A_new_version_of_it_leaves_the_running_period_as_it_was_and_asks_its_new_question_in_the_next()
    {
        var form = JsonNode.Parse(Form)!.AsObject();
        (await host.As("centre").Put("forms/doi-ban/1", form, null)).Status.ShouldBe(201);
        var running = await Open(1, "2018-06-30");
        await using var clerk = await browser.VisitAs(host, $"reporter-{Unit}", $"/portal/{running.ReportOf(Unit)}/sections/chung");
        await clerk.Type("so_vu", "5");

        (form["version"], form["changes"]) = (2, "Thêm số vụ tạm đình chỉ.");
        form["sections"]![0]!["fields"]!.AsArray().Add(JsonNode.Parse(
            """
            { "code": "tam_dinh_chi", "label": "Số vụ tạm đình chỉ", "type": { "kind": "integer" }, "required": true, "aggregation": "sum" }
            """));
        (await host.As("centre").Put("forms/doi-ban/2", form, null)).Status.ShouldBe(201);
        await clerk.Type("so_bi_can", "8");
        await clerk.Press(Save);

        (await Answer(running, "so_vu"), await Answer(running, "so_bi_can")).ShouldBe((5, 8));
        (await clerk.Page.GotoAsync($"/portal/{running.ReportOf(Unit)}/check"))!.Ok.ShouldBeTrue();
        (await clerk.Text()).ShouldNotContain("tạm đình chỉ");
        await clerk.Press("Nộp báo cáo");
        (await clerk.Heading()).ShouldBe("Biên nhận báo cáo");

        var next = await Open(2, "2018-07-31");
        await clerk.Page.GotoAsync($"/portal/{next.ReportOf(Unit)}/sections/chung");
        await clerk.Type("so_vu", "6");
        await clerk.Type("so_bi_can", "9");
        await clerk.Press(Save);
        await clerk.Follow("Kiểm tra và nộp");
        (await clerk.Page.Locator(".govuk-error-summary a").GetAttributeAsync("href"))!.ShouldEndWith("/sections/chung#a-tam_dinh_chi");
    }

    private async Task<ACycle> Open(int version, string lastDay)
    {
        var terms = ACycle.Terms(Unit);
        terms["form"] = new JsonObject { ["code"] = "doi-ban", ["version"] = version };
        terms["period"]!["lastDay"] = lastDay;
        return await ACycle.Open(host, terms);
    }

    private async Task<int> Answer(ACycle cycle, string field) =>
        (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Done()["answers"].GetProperty(field).GetInt32();
}
