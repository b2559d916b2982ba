using System.Net;
using Microsoft.Playwright;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Running_cycles_in_the_portal(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Unit = "T84";
    private const string Below = "T84-CL";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_centre_drafts_a_cycle_by_the_form_looks_at_it_and_starts_it(bool script)
    {
        await using var host = await AHost.Start();
        await using var centre = await browser.Visit(host.Address, script: script);
        await centre.Page.GotoAsync("/portal/cycles");
        await centre.SignInToPortal("centre");

        await centre.Follow("Mở kỳ mới");
        await FillIn(centre);
        await centre.Press("Thêm dòng nơi nhận");
        (await centre.Page.Locator("#title").InputValueAsync()).ShouldBe("Tổng kết 10 năm ứng dụng công nghệ thông tin");
        await centre.SaveDraft();

        (await centre.Heading()).ShouldBe("Tổng kết 10 năm ứng dụng công nghệ thông tin");
        var preview = await centre.Text();
        preview.ShouldContain("2 đơn vị báo cáo");
        preview.ShouldContain("thứ Sáu, 13/07/2018 16:00");
        (await centre.Page.Locator("details p").AllTextContentsAsync()).ShouldContain(text => text.StartsWith("[Mở kỳ báo cáo]"));
        await centre.Follow("Sửa dự thảo");
        (await centre.Page.Locator("#planDate").InputValueAsync()).ShouldBe("30/05/2018");
        await centre.Page.Locator("#approvals").FillAsync("2");
        await centre.SaveDraft();
        (await centre.Text()).ShouldContain("Cần 2 lãnh đạo Viện");
        await centre.StartCycle();
        await host.WhenQuiet();
        await centre.Page.ReloadAsync();

        (await centre.Page.Locator(".vks-figures").InnerTextAsync()).ShouldContain("0/2");
        (await centre.Page.Locator("#danh-sach tbody tr").CountAsync()).ShouldBe(2);
        centre.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deadline_is_counted_in_working_days_from_another()
    {
        await using var host = await AHost.Start();
        await using var centre = await browser.Visit(host.Address);
        await centre.Page.GotoAsync("/portal/cycles/new");
        await centre.SignInToPortal("centre");
        await FillIn(centre);

        await centre.Page.Locator("#province\\.how-rule").CheckAsync();
        await centre.Page.Locator("#province\\.days").FillAsync("3");
        await centre.Page.Locator("#province\\.after").SelectOptionAsync("District");
        await centre.SaveDraft();

        (await centre.Text()).ShouldContain("Cấp tỉnh: thứ Tư, 18/07/2018 16:00");
        await centre.Follow("Sửa dự thảo");
        (await centre.Page.Locator("#province\\.days").InputValueAsync()).ShouldBe("3");
    }

    [Fact]
    public async Task Every_fault_of_a_draft_is_said_at_its_field_and_what_was_typed_stays()
    {
        await using var host = await AHost.Start();
        await using var centre = await browser.Visit(host.Address);
        await centre.Page.GotoAsync("/portal/cycles/new");
        await centre.SignInToPortal("centre");
        await FillIn(centre);

        await centre.Page.Locator("#title").FillAsync("");
        await centre.Page.Locator("#planDate").FillAsync("30 tháng 5");
        await centre.Page.Locator("#units").FillAsync("T84\nViện kiểm sát trên trời");
        await centre.Page.Locator("#recipient-mail-0").FillAsync("không phải thư");
        await centre.SaveDraft();

        (await centre.Page.TitleAsync()).ShouldStartWith("Lỗi: ");
        foreach (var id in new[] { "title", "planDate", "units", "recipient-mail-0" })
        {
            (await centre.Page.Locator($"#{id}-loi").CountAsync()).ShouldBe(1, id);
            (await centre.Page.Locator($".govuk-error-summary a[href='#{id}']").CountAsync()).ShouldBe(1, id);
        }

        (await centre.Page.Locator("#planDate").InputValueAsync()).ShouldBe("30 tháng 5");
        (await centre.Page.Locator(".govuk-error-summary a").CountAsync()).ShouldBe(4);
        (await host.As("centre").Get("cycles")).Done()["items"].GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_board_reminds_extends_exempts_and_takes_an_exemption_back(bool script)
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit, Below, "C2");
        await using var centre = await browser.Visit(host.Address, script: script);
        await centre.Page.GotoAsync($"/portal/{cycle.Path}");
        await centre.SignInToPortal("centre");

        await Choose(centre, Below, "Đôn đốc ngay");
        await centre.Press("Gửi thư đôn đốc");
        (await centre.Text()).ShouldContain("Đã gửi thư đôn đốc 1 đơn vị.");
        await host.WhenQuiet();
        (await cycle.Mails()).Count(mail => mail.Kind == "ReminderDue").ShouldBe(1);
        await Choose(centre, Below, "Đôn đốc ngay");
        await centre.Press("Gửi thư đôn đốc");
        (await centre.Text()).ShouldContain("Không có đơn vị nào cần đôn đốc");

        await Choose(centre, Below, "Gia hạn");
        await centre.Page.Locator("#day").FillAsync("mai");
        await centre.Press("Gia hạn");
        (await centre.Page.Locator("#day-loi").CountAsync()).ShouldBe(1);
        await centre.Page.Locator("#day").FillAsync("16/07/2018");
        await centre.Press("Gia hạn");
        (await centre.Page.Locator("#reason-loi").CountAsync()).ShouldBe(1);
        (await centre.Page.Locator("#day").InputValueAsync()).ShouldBe("16/07/2018");
        await centre.Page.Locator("#reason").FillAsync("Mưa lũ.");
        await centre.Press("Gia hạn");
        await host.WhenQuiet();
        (await cycle.Obligation(Below)).GetProperty("dueAt").GetDateTimeOffset().ShouldBe(ACycle.At(7, 16));

        await Choose(centre, "C2", "Miễn báo cáo");
        await centre.Page.Locator("#reason").FillAsync("Không có việc trong kỳ.");
        await centre.Press("Miễn báo cáo");
        (await cycle.StateOf("C2")).ShouldBe("exempt");
        await centre.Page.GotoAsync($"/portal/{cycle.Path}?state=exempt");
        await Choose(centre, "C2", "Thu hồi miễn");
        await centre.Page.Locator("#reason").FillAsync("Đã có việc.");
        await centre.Press("Thu hồi việc miễn");
        (await cycle.StateOf("C2")).ShouldBe("owed");

        // The browser itself notes each page that says what is wrong.
        centre.Complaints.ShouldAllBe(complaint => complaint.Contains("422"));
    }

    [Fact]
    public async Task All_that_a_filter_finds_are_reminded_at_once_and_nobody_else()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit, Below, "C2");
        await using var centre = await browser.Visit(host.Address);
        await centre.Page.GotoAsync($"/portal/{cycle.Path}?superior={Unit}");
        await centre.SignInToPortal("centre");

        (await centre.Page.Locator("#danh-sach tbody tr").CountAsync()).ShouldBe(2);
        await centre.Page.Locator("#all").CheckAsync();
        await centre.Press("Đôn đốc ngay");
        (await centre.Heading()).ShouldBe("Đôn đốc ngay: 2 đơn vị");
        await centre.Press("Gửi thư đôn đốc");
        await host.WhenQuiet();

        (await cycle.Mails()).Count(mail => mail.Kind == "ReminderDue").ShouldBe(2);
    }

    [Fact]
    public async Task A_cycle_is_closed_early_and_another_cancelled_each_with_a_reason()
    {
        await using var host = await AHost.Start();
        var (cycle, other) = (await ACycle.Open(host, Unit), await ACycle.Open(host, "C2"));
        await using var centre = await browser.Visit(host.Address);
        await centre.Page.GotoAsync($"/portal/{cycle.Path}");
        await centre.SignInToPortal("centre");

        await centre.Follow("Khóa kỳ báo cáo sớm");
        await centre.Press("Khóa kỳ báo cáo");
        (await centre.Page.Locator("#reason-loi").CountAsync()).ShouldBe(1);
        await centre.Page.Locator("#reason").FillAsync("Lãnh đạo cần số liệu sớm.");
        await centre.Press("Khóa kỳ báo cáo");
        (await centre.Text()).ShouldContain("Đã khóa kỳ báo cáo.");
        await centre.Page.GotoAsync($"/portal/{other.Path}/cancel");
        await centre.Page.Locator("#reason").FillAsync("Kế hoạch bị thay thế.");
        await centre.Press("Hủy kỳ báo cáo");

        (await cycle.Phase()).ShouldNotBe("open");
        (await other.Phase()).ShouldBe("cancelled");
        (await centre.Text()).ShouldContain("Kế hoạch bị thay thế.");
    }

    [Fact]
    public async Task What_is_published_is_corrected_with_a_reason_and_put_together_again()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "C2");
        await cycle.Accepted("C2");
        await cycle.Approved("leader-1");
        await using var centre = await browser.Visit(host.Address);
        await centre.Page.GotoAsync($"/portal/{cycle.Path}");
        await centre.SignInToPortal("centre");

        (await centre.Text()).ShouldContain("Báo cáo số 01/BC-VKSTC");
        await centre.Follow("Mở đính chính");
        await centre.Page.Locator("#reason").FillAsync("Sai số máy tính của Cục 2.");
        await centre.Press("Mở đính chính");
        (await centre.Text()).ShouldContain("Sai số máy tính của Cục 2.");
        await centre.Follow("Kết thúc đính chính");
        await centre.Press("Lập lại báo cáo tổng hợp");
        await host.WhenQuiet();

        (await cycle.Phase()).ShouldBe("awaiting-approval");
    }

    [Fact]
    public async Task Who_changes_a_draft_that_another_has_changed_is_told_and_nothing_is_lost()
    {
        await using var host = await AHost.Start();
        var draft = await ACycle.Draft(host, ACycle.Terms(Unit));
        await using var one = await browser.Visit(host.Address);
        await using var other = await browser.Visit(host.Address);
        foreach (var visitor in new[] { one, other })
        {
            await visitor.Page.GotoAsync($"/portal/{draft.Path}/edit");
            await visitor.SignInToPortal("centre");
        }

        foreach (var (visitor, title) in new[] { (one, "Tên của người thứ nhất"), (other, "Tên của người thứ hai") })
        {
            await visitor.Page.Locator("#title").FillAsync(title);
            await visitor.SaveDraft();
        }

        (await one.Heading()).ShouldBe("Tên của người thứ nhất");
        (await other.Text()).ShouldContain("Kỳ báo cáo đã được sửa sau khi bạn đọc");
        (await other.Page.Locator("#title").InputValueAsync()).ShouldBe("Tên của người thứ hai");
        (await host.As("centre").Get(draft.Path)).Done().Said("title").ShouldBe("Tên của người thứ nhất");
    }

    [Fact]
    public async Task The_board_brings_itself_up_to_date_and_leaves_alone_what_is_ticked()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit, Below);
        await using var centre = await browser.Visit(host.Address);
        await centre.Page.Clock.InstallAsync();
        await centre.Page.GotoAsync($"/portal/{cycle.Path}");
        await centre.SignInToPortal("centre");
        await centre.Page.Locator($"input[value='{Below}']").CheckAsync();

        (await cycle.Submit(Below)).Done();
        await host.WhenQuiet();
        await centre.Page.Clock.FastForwardAsync(31_000);
        await centre.Page.Locator(".vks-figures", new() { HasText = "1/2" }).WaitForAsync();

        (await centre.Page.Locator($"input[value='{Below}']").IsCheckedAsync()).ShouldBeTrue();
        centre.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_list_can_be_had_as_a_file_that_a_spreadsheet_opens()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit, Below);
        await using var centre = await browser.Visit(host.Address);
        await centre.Page.GotoAsync($"/portal/{cycle.Path}");
        await centre.SignInToPortal("centre");

        var download = await centre.Page.RunAndWaitForDownloadAsync(() => centre.Follow("Tải danh sách này"));
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());

        bytes.Take(3).ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines.ShouldContain(line => line.StartsWith("T84-CL,") && line.Contains("13/07/2018 16:00"));
    }

    [Fact]
    public async Task A_unit_sees_its_own_report_and_neither_board_nor_list_nor_drafts()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit, "C2");
        var draft = await ACycle.Draft(host, ACycle.Terms(Unit));
        await using var unit = await browser.Visit(host.Address);
        await unit.Page.GotoAsync($"/portal/{cycle.Path}");
        await unit.SignInToPortal($"reporter-{Unit}");

        (await unit.Text()).ShouldContain("Làm báo cáo");
        (await unit.Text()).ShouldNotContain("lanh-dao@vks.example");
        (await unit.Page.Locator("#don-vi").CountAsync()).ShouldBe(0);
        foreach (var (path, status) in new[]
        {
            (draft.Path, 404), ($"{draft.Path}/edit", 404), ($"{cycle.Path}/reports.csv", 403), ($"{cycle.Path}/close", 403),
            ($"{cycle.Path}/units/remind?all=true", 403), ("cycles/new", 403),
        })
        {
            (await unit.Page.GotoAsync($"/portal/{path}"))!.Status.ShouldBe(status, path);
        }
    }

    [Theory]
    [InlineData("leader-1")]
    [InlineData("inspector")]
    public async Task Others_look_at_the_board_and_change_nothing(string person)
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit, "C2");
        await using var reader = await browser.Visit(host.Address);
        await reader.Page.GotoAsync($"/portal/{cycle.Path}");
        await reader.SignInToPortal(person);

        (await reader.Page.Locator("#danh-sach tbody tr").CountAsync()).ShouldBe(2);
        (await reader.Page.Locator("#danh-sach input, .vks-deeds").CountAsync()).ShouldBe(0);
        (await reader.Page.GotoAsync($"/portal/{cycle.Path}/cancel"))!.Status.ShouldBe((int)HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Cycles_are_found_without_accents_by_title_and_by_the_plan_s_number()
    {
        await using var host = await AHost.Start();
        await ACycle.Open(host, Unit);
        var other = ACycle.Terms("C2");
        other["title"] = "Khảo sát trang thiết bị";
        other["plan"]!["number"] = "81/KH-VKSTC";
        await ACycle.Open(host, other);
        await using var reader = await browser.Visit(host.Address);
        await reader.Page.GotoAsync("/portal/cycles");
        await reader.SignInToPortal("leader-1");

        foreach (var (search, found) in new[] { ("khao sat", 1), ("72/kh", 1), ("KH-VKSTC", 2), ("không có", 0) })
        {
            await reader.Page.Locator("#search").FillAsync(search);
            await reader.Press("Tìm");
            (await reader.Page.Locator(".vks-cycle").CountAsync()).ShouldBe(found, search);
        }
    }

    private static async Task FillIn(Visitor centre)
    {
        foreach (var (id, text) in new[]
        {
            ("title", "Tổng kết 10 năm ứng dụng công nghệ thông tin"), ("plan", "72/KH-VKSTC"), ("planDate", "30/05/2018"),
            ("firstDay", "1/6/2008"), ("lastDay", "31/5/2018"), ("units", "T84\nVKSND huyện Càng Long, tỉnh Trà Vinh"), ("district\\.day", "13/07/2018"),
            ("province\\.day", "18/07/2018"), ("supreme\\.day", "20/07/2018"), ("closesAt\\.day", "31/07/2018"),
            ("recipient-name-0", "Lãnh đạo VKSND tối cao"), ("recipient-mail-0", "lanh-dao@vks.example"),
        })
        {
            await centre.Page.Locator($"#{id}").FillAsync(text);
        }

        await centre.Page.Locator("#who-chosen").CheckAsync();
        await centre.Page.Locator("#form").SelectOptionAsync("ung-dung-cntt-10-nam@1");
    }

    private static async Task Choose(Visitor centre, string unit, string deed)
    {
        await centre.Page.Locator($"input[name=unit][value='{unit}']").CheckAsync();
        await centre.Press(deed);
    }
}
