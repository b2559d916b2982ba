using System.Text.Json;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Reporting_in_the_portal(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Unit = "T84";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_clerk_gets_from_a_link_in_a_mail_to_the_receipt_in_twelve_steps_beside_the_answers(bool script)
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var visitor = await browser.Visit(host.Address, script: script);

        await visitor.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}");
        await visitor.SignInToPortal($"reporter-{Unit}");
        var steps = 1;
        (await visitor.Heading()).ShouldBe("Tổng kết 10 năm ứng dụng công nghệ thông tin");
        await visitor.Click(visitor.Page.Locator(".govuk-task-list a").First);
        steps++;
        while (visitor.Page.Url.Contains("/sections/", StringComparison.Ordinal))
        {
            await visitor.AnswerEverything();
            await visitor.Press("Lưu và tiếp tục");
            steps++;
        }

        (await visitor.Text()).ShouldNotContain("Chưa điền");
        await visitor.Follow("Kiểm tra và nộp");
        await visitor.Press("Nộp báo cáo");
        steps += 2;

        (await visitor.Heading()).ShouldBe("Biên nhận báo cáo");
        steps.ShouldBeLessThanOrEqualTo(12);
        var versions = (await host.As("centre").Get($"{cycle.ReportOf(Unit)}/versions")).Done().Json.EnumerateArray().ToList();
        versions.Count.ShouldBe(1);
        (await visitor.Text()).ShouldContain(versions[0].GetProperty("receipt").GetString()!);
        (await visitor.Text()).ShouldContain(versions[0].GetProperty("sha256").GetString()!);
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Numbers_are_taken_as_people_type_them_and_shown_as_documents_write_them()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var visitor = await browser.Visit(host.Address);
        await visitor.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/sections/dau_tu");
        await visitor.SignInToPortal($"reporter-{Unit}");

        var (money, speed) = (await NameOf(visitor, "ngân sách nhà nước"), await NameOf(visitor, "băng thông"));
        await visitor.Page.Locator($"[name='{money}']").FillAsync("1\u00a0250\u00a0000\u00a0000");
        await visitor.Page.Locator($"[name='{speed}']").FillAsync("52,5");
        await visitor.Press("Lưu, về danh sách phần");
        await visitor.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/sections/dau_tu");

        (await visitor.Page.Locator($"[name='{money}']").InputValueAsync()).ShouldBe("1.250.000.000");
        (await visitor.Page.Locator($"[name='{speed}']").InputValueAsync()).ShouldBe("52,5");
        var draft = (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Done()["answers"];
        draft.GetProperty(money[2..]).GetDecimal().ShouldBe(1_250_000_000m);
        draft.GetProperty(speed[2..]).GetDecimal().ShouldBe(52.5m);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_in_the_summary_and_the_rest_is_saved()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var visitor = await browser.Visit(host.Address);
        await visitor.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/sections/dau_tu");
        await visitor.SignInToPortal($"reporter-{Unit}");
        var (money, machines) = (await NameOf(visitor, "ngân sách nhà nước"), await NameOf(visitor, "số máy tính"));

        await visitor.Page.Locator($"[name='{money}']").FillAsync("hai trăm triệu");
        await visitor.Page.Locator($"[name='{machines}']").FillAsync("45");
        await visitor.Press("Lưu và tiếp tục");

        (await visitor.Page.TitleAsync()).ShouldStartWith("Lỗi: ");
        await visitor.Click(visitor.Page.Locator(".govuk-error-summary a"));
        (await visitor.Page.EvaluateAsync<string>("document.activeElement.name")).ShouldBe(money);
        (await visitor.Page.Locator($"[name='{money}']").InputValueAsync()).ShouldBe("hai trăm triệu");
        (await visitor.Page.Locator(".govuk-error-message").InnerTextAsync()).ShouldContain("Chỉ nhập chữ số, ví dụ 1.234.");
        var draft = (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Done()["answers"];
        draft.GetProperty(machines[2..]).GetInt32().ShouldBe(45);
        draft.TryGetProperty(money[2..], out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_people_at_one_report_keep_each_other_s_answers_and_see_where_they_differ()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var one = await browser.Visit(host.Address);
        await using var other = await browser.Visit(host.Address);
        foreach (var (visitor, person) in new[] { (one, $"reporter-{Unit}"), (other, $"head-{Unit}") })
        {
            await visitor.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/sections/dau_tu");
            await visitor.SignInToPortal(person);
        }

        var (machines, servers) = (await NameOf(one, "số máy tính"), await NameOf(one, "số máy chủ"));
        await one.Page.Locator($"[name='{machines}']").FillAsync("45");
        await one.Press("Lưu, về danh sách phần");
        await other.Page.Locator($"[name='{servers}']").FillAsync("2");
        await other.Page.Locator($"[name='{machines}']").FillAsync("46");
        await other.Press("Lưu, về danh sách phần");

        (await other.Text()).ShouldContain("Trong lúc bạn nhập, người khác đã ghi: 45");
        (await Draft(host, cycle)).GetProperty(servers[2..]).GetInt32().ShouldBe(2);
        (await Draft(host, cycle)).GetProperty(machines[2..]).GetInt32().ShouldBe(45);
        await other.Press("Lưu, về danh sách phần");
        (await Draft(host, cycle)).GetProperty(machines[2..]).GetInt32().ShouldBe(46);
    }

    [Fact]
    public async Task The_head_signs_exactly_what_was_read_and_may_send_it_back()
    {
        await using var host = await AHost.Start();
        var terms = ACycle.Terms(Unit);
        terms["headSignsOff"] = true;
        var cycle = await ACycle.Open(host, terms);
        var reporter = host.As($"reporter-{Unit}");
        (await reporter.Post($"{cycle.ReportOf(Unit)}/present", AReport.Of(Unit), Person.NewKey())).Done();
        await host.WhenQuiet();
        await using var head = await browser.Visit(host.Address);
        await head.Page.GotoAsync("/portal");
        await head.SignInToPortal($"head-{Unit}");

        await head.Follow("Xem và ký");
        await head.Click(head.Page.GetByText("Trả lại cho cán bộ tổng hợp"));
        await head.Page.Locator("#reason").FillAsync("Ghi lại kinh phí.");
        await head.Press("Trả lại");
        (await head.Text()).ShouldContain("Ghi lại kinh phí.");
        (await reporter.Post($"{cycle.ReportOf(Unit)}/present", AReport.Of(Unit), Person.NewKey())).Done();
        await host.WhenQuiet();
        await head.Page.GotoAsync("/portal");
        await head.Follow("Xem và ký");
        await head.Press("Ký duyệt và nộp");

        (await head.Heading()).ShouldBe("Biên nhận báo cáo");
        (await cycle.StateOf(Unit)).ShouldBe("submitted");
    }

    [Fact]
    public async Task A_province_returns_with_fields_and_reason_then_accepts_what_comes_back()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit, "T84-CL");
        (await cycle.Submit("T84-CL")).Done();
        await host.WhenQuiet();
        await using var province = await browser.Visit(host.Address);
        await province.Page.GotoAsync("/portal");
        await province.SignInToPortal($"head-{Unit}");

        await province.Follow("1 báo cáo cấp dưới chờ bạn duyệt");
        await province.Click(province.Page.Locator("tbody a").First);
        await province.Click(province.Page.GetByText("Trả lại để sửa"));
        await province.Press("Trả lại");
        (await province.Page.Locator(".govuk-error-summary").CountAsync()).ShouldBe(1);
        await province.Page.Locator("#reason").FillAsync("Số máy tính thiếu máy của phòng 8.");
        await province.Page.Locator("input[name=fields]").First.CheckAsync();
        await province.Press("Trả lại");
        (await cycle.StateOf("T84-CL")).ShouldBe("returned");

        (await cycle.Submit("T84-CL")).Done();
        await host.WhenQuiet();
        await province.Page.GotoAsync($"/portal/{cycle.Path}/reports");
        await province.Page.Locator("input[name=chosen]").CheckAsync();
        await province.Press("Duyệt các báo cáo đã đánh dấu");

        (await cycle.StateOf("T84-CL")).ShouldBe("accepted");
    }

    [Fact]
    public async Task What_another_section_still_lacks_keeps_nobody_in_this_one()
    {
        await using var host = await AHost.Start();
        var terms = ACycle.Terms(Unit);
        (terms["form"]!["code"], terms["form"]!["version"]) = ("ra-soat-phan-mem", 2);
        var cycle = await ACycle.Open(host, terms);
        var section = $"/portal/{cycle.ReportOf(Unit)}/sections/thong_tin_chung";
        await using var clerk = await browser.VisitAs(host, $"reporter-{Unit}", section);

        await clerk.AnswerEverything();
        await clerk.Type("ngay_chot", "1/6/2018");
        await clerk.Type("dau_moi", "Phòng 8");
        await clerk.Page.GetByLabel("Họp đơn vị, có biên bản").CheckAsync();
        await clerk.Press("Lưu và tiếp tục");

        clerk.Page.Url.ShouldNotContain("thong_tin_chung");
        await clerk.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/check");
        (await clerk.Text()).ShouldContain("iên bản");
    }

    [Fact]
    public async Task A_table_of_hundreds_of_rows_is_taken_as_it_is_sent()
    {
        await using var host = await AHost.Start();
        var terms = ACycle.Terms(Unit);
        (terms["form"]!["code"], terms["form"]!["version"]) = ("ra-soat-phan-mem", 2);
        var cycle = await ACycle.Open(host, terms);
        using var reporter = await APortalSession.Of(host.Address, $"reporter-{Unit}");
        var page = $"portal/{cycle.ReportOf(Unit)}/sections/dang_su_dung";
        var values = new Dictionary<string, string> { [APortalSession.Field] = reporter.FormToken, ["go"] = "list" };
        foreach (var cell in Enumerable.Range(0, 1_500))
        {
            values[$"a.khac.{cell / 6}.cot_{cell % 6}"] = "x";
        }

        (await reporter.Post(page, values)).Status.ShouldNotBe(400);
    }

    private static async Task<JsonElement> Draft(AHost host, ACycle cycle) =>
        (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Done()["answers"];

    private static async Task<string> NameOf(Visitor visitor, string label) =>
        (await visitor.Page.GetByLabel(label).First.GetAttributeAsync("name"))!;
}
