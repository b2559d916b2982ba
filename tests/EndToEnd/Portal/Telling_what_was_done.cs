using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

/// <summary>Whoever decides reads on the next page that it was done.</summary>
public class Telling_what_was_done(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Unit = "V14";

    [Fact]
    public async Task With_a_report_on_its_way_to_the_superior_and_back()
    {
        await using var host = await AHost.Start();
        var terms = ACycle.Terms(Unit);
        terms["headSignsOff"] = true;
        var cycle = await ACycle.Open(host, terms);
        var report = $"/portal/{cycle.ReportOf(Unit)}";
        (await host.As($"reporter-{Unit}").Put($"{cycle.ReportOf(Unit)}/draft", AReport.Of(Unit), "*")).Done();
        await using var clerk = await browser.VisitAs(host, $"reporter-{Unit}", $"{report}/check");
        await using var head = await browser.VisitAs(host, $"head-{Unit}", "/portal");
        await using var centre = await browser.VisitAs(host, "centre", "/portal");

        await clerk.Press("Trình Thủ trưởng ký");
        (await clerk.Text()).ShouldContain("Đã trình Thủ trưởng ký.");
        await head.Page.GotoAsync($"{report}/sign");
        await head.Click(head.Page.GetByText("Trả lại cho cán bộ tổng hợp"));
        await head.Fill("reason", "Xem lại số máy tính.");
        await head.Press("Trả lại");
        (await head.Text()).ShouldContain("Đã trả lại cho cán bộ tổng hợp, kèm lý do.");

        await clerk.Page.GotoAsync($"{report}/check");
        await clerk.Press("Trình Thủ trưởng ký");
        await head.Page.GotoAsync($"{report}/sign");
        await head.Press("Ký duyệt và nộp");
        await head.Page.GotoAsync(report);
        await head.Click(head.Page.GetByText("Rút báo cáo đã nộp để sửa"));
        await head.Fill("reason", "Ký nhầm.");
        await head.Press("Rút báo cáo");
        (await head.Text()).ShouldContain("Đã rút báo cáo.");

        await clerk.Page.GotoAsync($"{report}/check");
        await clerk.Press("Trình Thủ trưởng ký");
        await head.Page.GotoAsync($"{report}/sign");
        await head.Press("Ký duyệt và nộp");
        await centre.Page.GotoAsync($"{report}/review");
        await centre.Click(centre.Page.GetByText("Trả lại để sửa"));
        await centre.Fill("reason", "Thiếu số liệu.");
        await centre.Press("Trả lại");
        (await centre.Text()).ShouldContain("Đã trả lại báo cáo cho Vụ 14");
        await centre.Page.GotoAsync($"{report}/review");
        await centre.Press("Thu hồi việc trả lại");
        (await centre.Text()).ShouldContain("Đã thu hồi việc trả lại báo cáo của Vụ 14");

        await centre.Press("Duyệt các báo cáo đã đánh dấu");
        (await centre.Text()).ShouldContain("Chưa đánh dấu báo cáo nào");
        await centre.Page.GotoAsync($"{report}/review");
        await centre.Press("Duyệt báo cáo");
        (await centre.Text()).ShouldContain("Đã duyệt báo cáo của Vụ 14.");
    }
}
