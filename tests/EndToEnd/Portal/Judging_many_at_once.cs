using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Judging_many_at_once(ABrowser browser) : IClassFixture<ABrowser>
{
    private static readonly string[] Districts = ["T84-CL", "T84-CK", "T84-CN"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_marked_is_returned_with_one_reason_and_the_rest_accepted(bool script)
    {
        await using var host = await AHost.Start();
        var cycle = await Submitted(host, Districts);
        await using var province = await browser.VisitAs(host, "head-T84", $"/portal/{cycle.Path}/reports", script: script);

        await province.Click(province.Page.Locator("summary"));
        await province.Press("Trả lại các báo cáo đã đánh dấu");
        (await province.Text()).ShouldContain("Chưa đánh dấu báo cáo nào");
        await Mark(province, "T84-CL", "T84-CK");
        await province.Press("Trả lại các báo cáo đã đánh dấu");
        (await province.Text()).ShouldContain("Thiếu lý do");
        (await province.Page.Locator("input[name=chosen]:checked").CountAsync()).ShouldBe(2);
        await province.Fill("reason", "Chưa có số máy tính của phòng 8.");
        await province.Page.Locator("#limit").PressAsync("Enter");
        (await province.Text()).ShouldContain("Chưa chọn duyệt hay trả lại", customMessage: "Enter decides nothing");
        await province.Fill("limit", "20/06/2018");
        await province.Press("Trả lại các báo cáo đã đánh dấu");

        (await province.Text()).ShouldContain("Đã trả lại 2 báo cáo để sửa.");
        (await province.Page.Locator("tbody").InnerTextAsync()).ShouldContain("20/06/2018 23:59");
        await Mark(province, "T84-CN");
        await province.Press("Duyệt các báo cáo đã đánh dấu");
        (await province.Text()).ShouldContain("Đã duyệt 1 báo cáo.");
        await host.WhenQuiet();
        (await Task.WhenAll(Districts.Select(cycle.StateOf))).ShouldBe(["returned", "returned", "accepted"]);
        (await cycle.MailTexts()).ShouldContain("Chưa có số máy tính của phòng 8.");
    }

    [Fact]
    public async Task What_came_in_anew_since_the_list_was_read_is_not_judged_unread()
    {
        await using var host = await AHost.Start();
        var cycle = await Submitted(host, "T84-CL", "T84-CK");
        await using var province = await browser.VisitAs(host, "head-T84", $"/portal/{cycle.Path}/reports");
        (await host.As("reporter-T84-CL").Post($"{cycle.ReportOf("T84-CL")}/withdraw")).Done();
        (await cycle.Submit("T84-CL", AReport.Of("T84-CL", ("may_tinh", 77)))).Done();

        await Mark(province, "T84-CL", "T84-CK");
        await province.Press("Duyệt các báo cáo đã đánh dấu");

        (await province.Text()).ShouldContain("Đã duyệt 1/2 báo cáo");
        (await province.Text()).ShouldContain("Càng Long");
        (await cycle.StateOf("T84-CL")).ShouldBe("submitted");
        (await cycle.StateOf("T84-CK")).ShouldBe("accepted");
    }

    [Fact]
    public async Task A_report_is_read_beside_the_middle_of_its_peers_once_enough_are_accepted()
    {
        await using var host = await AHost.Start();
        string[] peers = ["T84-CK", "T84-CN", "T84-CT", "T84-TC", "T84-TV"];
        var cycle = await ACycle.Open(host, ["T84", "T84-CL", .. peers]);
        foreach (var (peer, index) in peers.Select((peer, index) => (peer, index)))
        {
            await cycle.Accepted(peer, AReport.Of(peer, ("may_tinh", 100 + index)));
        }

        (await cycle.Submit("T84-CL", AReport.Of("T84-CL", ("may_tinh", 7)))).Done();
        await using var province = await browser.VisitAs(host, "head-T84", $"/portal/{cycle.ReportOf("T84-CL")}/review");

        (await province.Text()).ShouldContain("Trung vị các đơn vị cùng cấp đã duyệt");
        var row = province.Page.Locator("tr", new() { HasText = "máy tính" }).Filter(new() { HasText = "102" }).First;
        (await row.Locator("td").AllInnerTextsAsync()).Select(text => text.Trim()).ShouldContain("7");
        await using var own = await browser.VisitAs(host, "reporter-T84-CL", $"/portal/{cycle.ReportOf("T84-CL")}/review");
        (await own.Text()).ShouldContain("Bản 1");
        (await own.Text()).ShouldNotContain("Trung vị", customMessage: "what its neighbours report is not the unit's to see");
    }

    private static async Task<ACycle> Submitted(AHost host, params string[] districts)
    {
        var cycle = await ACycle.Open(host, ["T84", .. districts]);
        foreach (var district in districts)
        {
            (await cycle.Submit(district)).Done();
        }

        await host.WhenQuiet();
        return cycle;
    }

    private static async Task Mark(Visitor visitor, params string[] units)
    {
        foreach (var unit in units)
        {
            await visitor.Page.Locator($"input[name=chosen][value^='{unit} ']").CheckAsync();
        }
    }
}
