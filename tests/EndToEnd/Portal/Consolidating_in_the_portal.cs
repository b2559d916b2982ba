using System.Net;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Consolidating_in_the_portal(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Unit = "T84";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_province_adjusts_a_sum_with_a_reason_and_it_counts_once_its_report_is_accepted(bool script)
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit, "T84-CL", "T84-CN");
        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 20)));
        await cycle.Accepted("T84-CN", AReport.Of("T84-CN", ("may_tinh", 9)));
        await using var province = await browser.Visit(host.Address, script: script);
        await province.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}");
        await province.SignInToPortal($"reporter-{Unit}");
        (await host.As($"reporter-{Unit}").Put($"{cycle.ReportOf(Unit)}/draft", AReport.Of(Unit, ("may_tinh", 50)), "*")).Done();

        await province.Follow("Tổng hợp, điều chỉnh số liệu cấp dưới");
        await province.Page.Locator("#field").SelectOptionAsync("may_tinh");
        await province.Page.Locator("#amount").FillAsync("-4");
        await province.Page.Locator("#reason").FillAsync("Máy hỏng đã thanh lý.");
        await province.Press("Ghi điều chỉnh");
        (await province.Page.Locator("#cac-dieu-chinh").InnerTextAsync()).ShouldContain("-4. Máy hỏng đã thanh lý.");
        (await Row(province)).ShouldBe(["29", "50", "-4", "75"]);
        await province.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/check");
        await province.Press("Nộp báo cáo");
        (await cycle.Accept(Unit)).Done();
        await host.WhenQuiet();

        (await cycle.TotalOf(Unit, "may_tinh")).ShouldBe(75);
        await using var inspector = await browser.Visit(host.Address, script: script);
        await inspector.Page.GotoAsync($"/portal/{cycle.Path}/consolidation/{Unit}");
        await inspector.SignInToPortal("inspector");
        (await inspector.Page.Locator("#lich-su").InnerTextAsync()).ShouldContain("-4. Máy hỏng đã thanh lý.");
        (await inspector.Page.Locator("main form").CountAsync()).ShouldBe(0);
        province.Complaints.Concat(inspector.Complaints).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_fault_is_said_at_its_input_and_what_was_typed_stays()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit, "T84-CL");
        await using var province = await browser.Visit(host.Address);
        await province.Page.GotoAsync($"/portal/{cycle.Path}/consolidation/{Unit}");
        await province.SignInToPortal($"reporter-{Unit}");

        await province.Page.Locator("#field").SelectOptionAsync("may_tinh");
        await province.Page.Locator("#amount").FillAsync("bốn");
        await province.Press("Ghi điều chỉnh");
        (await province.Page.Locator(".govuk-error-summary a:is([href='#amount'], [href='#reason'])").CountAsync()).ShouldBe(2);
        (await province.Page.Locator("#amount").InputValueAsync()).ShouldBe("bốn");
        await province.Page.Locator("#amount").FillAsync("0");
        await province.Page.Locator("#reason").FillAsync("Kê trùng.");
        await province.Press("Ghi điều chỉnh");

        (await province.Page.Locator("#amount-loi").InnerTextAsync()).ShouldContain("phải khác 0");
        (await province.Page.Locator("#reason").InputValueAsync()).ShouldBe("Kê trùng.");
        (await province.Page.Locator("#field").InputValueAsync()).ShouldBe("may_tinh");
    }

    [Fact]
    public async Task What_was_adjusted_on_older_sums_is_looked_at_before_it_is_handed_in()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit, "T84-CL");
        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 20)));
        (await host.As($"reporter-{Unit}").Put(
            $"{cycle.ReportOf(Unit)}/draft", AReport.Of(Unit, ("may_tinh", 50)).Adjusted("may_tinh", -4, "Kê trùng."), "*")).Done();
        await using var province = await browser.Visit(host.Address);
        await province.Page.GotoAsync($"/portal/{cycle.Path}/consolidation/{Unit}");
        await province.SignInToPortal($"reporter-{Unit}");
        (await cycle.Return("T84-CL", "Xem lại.")).Done();
        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 30)));

        await province.Page.Locator("#field").SelectOptionAsync("may_tinh");
        await province.Page.Locator("#amount").FillAsync("-5");
        await province.Page.Locator("#reason").FillAsync("Kê trùng.");
        await province.Press("Ghi điều chỉnh");
        (await province.Text()).ShouldContain("Số liệu cấp dưới vừa thay đổi");
        (await province.Page.Locator("#amount").InputValueAsync()).ShouldBe("-5");
        await province.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/check");
        await province.Click(province.Page.Locator(".govuk-error-summary a").First);
        (await province.Text()).ShouldContain("Số liệu cấp dưới đã thay đổi từ khi điều chỉnh");
        await province.Press("Các điều chỉnh vẫn đúng");
        await province.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/check");
        await province.Press("Nộp báo cáo");

        (await cycle.StateOf(Unit)).ShouldBe("submitted");
    }

    [Fact]
    public async Task Only_the_superior_s_own_people_adjust_and_one_taken_out_is_gone()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit, "T84-CL", "C2");
        (await host.As($"reporter-{Unit}").Put(
            $"{cycle.ReportOf(Unit)}/draft", AReport.Of(Unit).Adjusted("may_tinh", 4, "Kê sót."), "*")).Done();
        await using var other = await browser.Visit(host.Address);
        await other.Page.GotoAsync($"/portal/{cycle.ReportOf("C2")}");
        await other.SignInToPortal("reporter-C2");
        var address = $"/portal/{cycle.Path}/consolidation/{Unit}";
        (await other.Post(address, ("field", "may_tinh"), ("amount", "1"), ("reason", "Sai."))).ShouldBe(403);
        (await other.Post($"{address}/remove", ("field", "may_tinh"))).ShouldBe(403);
        (await other.Page.GotoAsync(address))!.Status.ShouldBe((int)HttpStatusCode.Forbidden);

        await using var province = await browser.Visit(host.Address);
        await province.Page.GotoAsync($"/portal/{cycle.Path}/consolidation/{Unit}");
        await province.SignInToPortal($"head-{Unit}");
        await province.Click(province.Page.Locator("#cac-dieu-chinh button"));
        (await province.Text()).ShouldContain("Chưa điều chỉnh chỉ tiêu nào.");
        (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Done()["adjustments"].GetArrayLength().ShouldBe(0);
    }

    /// <summary>The sums of one figure: below, own, adjusted, together.</summary>
    private static async Task<IReadOnlyList<string>> Row(Visitor visitor) =>
        await visitor.Page.Locator("#cac-tong tr.vks-changed td").AllInnerTextsAsync();
}
