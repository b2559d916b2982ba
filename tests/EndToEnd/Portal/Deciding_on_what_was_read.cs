using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Deciding_on_what_was_read(ABrowser browser, AHost host) : IClassFixture<ABrowser>, IClassFixture<AHost>
{
    private const int Phone = 360;
    private const string Unit = "T84-CL";
    private const string Changed = "Hạ tầng: số máy tính đang sử dụng (máy): 10 → 12";

    [Fact]
    public async Task A_superior_s_decision_on_an_older_version_is_refused_and_the_difference_shown()
    {
        var cycle = await ACycle.Open(host, Unit, "T84");
        (await cycle.Submit(Unit)).Done();
        await using var superior = await browser.VisitAs(host, "head-T84", $"/portal/{cycle.ReportOf(Unit)}/review");
        (await host.As($"reporter-{Unit}").Post($"{cycle.ReportOf(Unit)}/withdraw")).Done();
        (await cycle.Submit(Unit, AReport.Of(Unit, ("may_tinh", 12)))).Done();

        await superior.Press("Duyệt báo cáo");
        (await superior.Page.Locator(".govuk-error-summary").InnerTextAsync()).ShouldContain(Changed);
        (await superior.Page.Locator(".vks-changed").InnerTextAsync()).ShouldContain("Đã sửa");
        (await cycle.StateOf(Unit)).ShouldBe("submitted");
        await superior.Press("Duyệt báo cáo");

        (await cycle.StateOf(Unit)).ShouldBe("accepted");
    }

    [Fact]
    public async Task The_head_s_signature_under_what_was_replaced_is_refused_and_the_difference_shown()
    {
        var terms = ACycle.Terms(Unit);
        terms["headSignsOff"] = true;
        var cycle = await ACycle.Open(host, terms);
        await Present(cycle, 10);
        await using var head = await browser.VisitAs(host, $"head-{Unit}", $"/portal/{cycle.ReportOf(Unit)}/sign");
        await Present(cycle, 12);

        await head.Click(head.Page.GetByText("Trả lại cho cán bộ tổng hợp"));
        await head.Page.Locator("#reason").FillAsync("Thiếu máy của phòng 8.");
        await head.Press("Trả lại");
        (await head.Page.Locator(".govuk-error-summary").InnerTextAsync()).ShouldContain(Changed);
        (await head.Page.Locator("#reason").InputValueAsync()).ShouldBe("Thiếu máy của phòng 8.");
        await Present(cycle, 13);
        await head.Press("Ký duyệt và nộp");
        (await head.Page.Locator(".govuk-error-summary").InnerTextAsync()).ShouldContain("12 → 13");
        (await cycle.StateOf(Unit)).ShouldBe("owed");
        await head.Press("Ký duyệt và nộp");

        (await head.Heading()).ShouldBe("Biên nhận báo cáo");
    }

    [Fact]
    public async Task On_a_phone_the_unit_the_period_and_the_figures_are_named_and_an_acceptance_by_mistake_is_undone()
    {
        var cycle = await ACycle.Open(host, Unit, "T84");
        (await cycle.Submit(Unit)).Done();
        await using var superior = await browser.VisitAs(host, "head-T84", $"/portal/{cycle.ReportOf(Unit)}/review", Phone);
        (await superior.Heading()).ShouldBe((await host.As("centre").Get($"units/{Unit}")).Done().Said("name"));
        (await superior.Text()).ShouldContain("Kỳ báo cáo: 01/06/2008 – 31/05/2018.");
        (await superior.Page.Locator("tr", new() { HasText = "số máy tính đang sử dụng" }).InnerTextAsync()).ShouldContain("10");
        (await superior.Overflow()).ShouldBeLessThanOrEqualTo(0);
        await superior.Press("Duyệt báo cáo");

        await superior.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/review");
        await superior.Click(superior.Page.GetByText("Trả lại để sửa"));
        await superior.Page.Locator("#tra-may_tinh").CheckAsync();
        await superior.Page.Locator("#limit").FillAsync("20062018");
        await superior.Press("Trả lại");
        (await superior.Page.Locator("#tra-may_tinh").IsCheckedAsync()).ShouldBeTrue("the reason is missing, the rest stays");
        (await superior.Page.Locator("#limit").InputValueAsync()).ShouldBe("20062018");
        await superior.Page.Locator("#reason").FillAsync("Duyệt nhầm.");
        await superior.Press("Trả lại");
        (await cycle.StateOf(Unit)).ShouldBe("returned");
        await superior.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/review");
        await superior.Press("Thu hồi việc trả lại");

        (await cycle.StateOf(Unit)).ShouldBe("accepted");
    }

    [Fact]
    public async Task On_a_phone_a_leader_sees_period_and_figures_may_turn_back_and_refuse_what_was_approved_by_mistake()
    {
        var terms = ACycle.Terms("V14", "VP");
        terms["approvalsNeeded"] = 2;
        var cycle = await Deciding_on_the_sector_report.Waiting(host, terms);
        await using var leader = await browser.VisitAs(host, "leader-1", $"/portal/{cycle.Path}/approval", Phone);
        (await leader.Text()).ShouldContain("Kỳ báo cáo: 01/06/2008 – 31/05/2018.");
        (await leader.Page.Locator(".vks-key__now").First.InnerTextAsync()).ShouldMatch("[0-9]");
        (await leader.Overflow()).ShouldBeLessThanOrEqualTo(0);
        await leader.Press("Phê duyệt");
        (await leader.Page.Locator(".vks-key__now").CountAsync()).ShouldBe(1);
        (await leader.Overflow()).ShouldBeLessThanOrEqualTo(0);
        await leader.Follow("Chưa, quay lại đọc");
        (await leader.Heading()).ShouldBe("Phê duyệt báo cáo tổng hợp");
        await leader.Press("Phê duyệt");
        await leader.Press("Tôi đã đọc và phê duyệt");

        (await leader.Text()).ShouldContain("Bạn đã phê duyệt bản này.");
        await leader.Click(leader.Page.GetByText("Không duyệt, trả lại Cục 2"));
        await leader.Page.Locator("#reason").FillAsync("Tôi bấm nhầm, số máy tính chưa khớp.");
        await leader.Press("Không duyệt");

        (await cycle.Phase()).ShouldBe("closed");
    }

    private async Task Present(ACycle cycle, int machines)
    {
        (await host.As($"reporter-{Unit}").Post(
            $"{cycle.ReportOf(Unit)}/present", AReport.Of(Unit, ("may_tinh", machines)), Person.NewKey())).Done();
        await host.WhenQuiet();
    }
}
