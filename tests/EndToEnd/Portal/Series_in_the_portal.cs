using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Series_in_the_portal(ABrowser browser) : IClassFixture<ABrowser>
{
    private static readonly DateTimeOffset Start = new(2025, 11, 26, 8, 0, 0, VietnamTime.Offset);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Are_made_by_the_form_open_cycles_by_themselves_and_are_stopped_with_a_reason(bool script)
    {
        await using var host = await AHost.Start(from: Start);
        await using var centre = await browser.Visit(host.Address, script: script);
        await centre.Page.GotoAsync("/portal/series");
        await centre.SignInToPortal("centre");
        await centre.Follow("Lập chuỗi mới");
        await FillIn(centre);
        await Last(centre, "Ghi chuỗi");

        (await centre.Text()).ShouldContain("Kỳ tiếp theo: tháng 11/2025, mở thứ Hai, 01/12/2025 08:00.");
        await host.Play(new DateTimeOffset(2025, 12, 1, 9, 0, 0, VietnamTime.Offset));
        await centre.Page.ReloadAsync();

        // Days have passed, and the session with them.
        await centre.SignInToPortal("centre");
        await centre.Follow("Báo cáo công tác kiểm sát tháng 11/2025");
        (await centre.Heading()).ShouldBe("Báo cáo công tác kiểm sát tháng 11/2025");

        await centre.Page.GotoAsync("/portal/series");
        await centre.Follow("Báo cáo công tác kiểm sát");
        await centre.Follow("Sửa chuỗi");
        (await centre.Page.Locator("#district\\.days").InputValueAsync()).ShouldBe("5");
        await centre.Page.Locator("#district\\.days").FillAsync("6");
        await centre.Page.Locator("#opensCount").FillAsync("2");
        await centre.Page.Locator("#opensBy").SelectOptionAsync("working");
        await centre.Page.Locator("#opensSide").SelectOptionAsync("before");
        await Last(centre, "Ghi chuỗi");
        (await centre.Text()).ShouldContain("6 ngày làm việc kể từ ngày cuối kỳ");
        (await centre.Text()).ShouldContain("2 ngày làm việc trước ngày cuối kỳ");

        await centre.Follow("Dừng chuỗi");
        await centre.Press("Dừng chuỗi");
        (await centre.Page.Locator("#reason-loi").CountAsync()).ShouldBe(1);
        await centre.Page.Locator("#reason").FillAsync("Thay bằng chuỗi quý.");
        await centre.Press("Dừng chuỗi");
        (await centre.Text()).ShouldContain("Thay bằng chuỗi quý.");
        var read = (await host.As("centre").Get("series/bao-cao-cong-tac-kiem-sat")).Done();
        read["stopped"].GetProperty("reason").GetString().ShouldBe("Thay bằng chuỗi quý.");
        read["terms"].GetProperty("opens").GetProperty("workingDays").GetInt32().ShouldBe(-2);

        await centre.Follow("Sửa và chạy lại");
        await Last(centre, "Ghi chuỗi");
        (await centre.Text()).ShouldContain("Đang chạy");
        centre.Complaints.ShouldAllBe(complaint => complaint.Contains("422"));
    }

    [Fact]
    public async Task Say_every_fault_at_its_input_and_keep_what_was_typed()
    {
        await using var host = await AHost.Start(from: Start);
        await using var centre = await browser.Visit(host.Address);
        await centre.Page.GotoAsync("/portal/series/new");
        await centre.SignInToPortal("centre");
        await FillIn(centre);
        await centre.Page.Locator("#firstDay").FillAsync("đầu tháng");
        await centre.Page.Locator("#opensCount").FillAsync("một");
        await centre.Page.Locator("#province\\.days").FillAsync("vài");
        await centre.Page.Locator("#recipient-mail-0").FillAsync("không phải thư");
        await Last(centre, "Ghi chuỗi");
        foreach (var id in new[] { "firstDay", "opensCount", "province\\.days" })
        {
            (await centre.Page.Locator($"#{id}-loi").CountAsync()).ShouldBe(1, id);
        }

        (await centre.Page.Locator("#firstDay").InputValueAsync()).ShouldBe("đầu tháng");
        await centre.Page.Locator("#firstDay").FillAsync("01/11/2025");
        await centre.Page.Locator("#opensCount").FillAsync("1");
        await centre.Page.Locator("#province\\.days").FillAsync("7");
        await centre.Page.Locator("#title").FillAsync("Không có chỗ cho kỳ");
        await centre.Page.Locator("#every").SelectOptionAsync("Given");
        await centre.Page.Locator("#given").FillAsync("tháng một");
        await Last(centre, "Ghi chuỗi");
        (await centre.Page.Locator("#given-loi").CountAsync()).ShouldBe(1);
        await centre.Page.Locator("#given").FillAsync("01/11/2025 - 30/11/2025");
        await Last(centre, "Ghi chuỗi");
        (await centre.Page.Locator("#title-loi").CountAsync()).ShouldBe(1);
        (await centre.Page.Locator(".govuk-error-summary a[href='#title']").CountAsync()).ShouldBe(1);
        await centre.Page.Locator("#title").FillAsync("Chuyên đề {ky}");
        await Last(centre, "Ghi chuỗi");
        (await centre.Page.Locator("#recipient-mail-0-loi").CountAsync()).ShouldBe(1);
        await centre.Page.Locator("#recipient-mail-0").FillAsync("lanh-dao@vks.example");
        await Last(centre, "Ghi chuỗi");
        (await centre.Text()).ShouldContain("từ 01/11/2025 đến 30/11/2025");

        await centre.Page.GotoAsync("/portal/series/new");
        await FillIn(centre);
        await centre.Page.Locator("#title").FillAsync("Chuyên đề {ky}");
        await Last(centre, "Ghi chuỗi");
        (await centre.Page.Locator("#title-loi").InnerTextAsync()).ShouldContain("Đã có một chuỗi mang tên này");
        (await host.As("centre").Get("series")).Done().Json.GetArrayLength().ShouldBe(1);
        centre.Complaints.ShouldAllBe(complaint => complaint.Contains("422"));
    }

    [Fact]
    public async Task Are_read_by_the_inspector_and_no_page_for_units()
    {
        await using var host = await AHost.Start(from: Start);
        await using var inspector = await browser.Visit(host.Address);
        await inspector.Page.GotoAsync("/portal/series");
        await inspector.SignInToPortal("inspector");
        (await inspector.Page.Locator("main a.govuk-button").CountAsync()).ShouldBe(0);
        (await inspector.Page.GotoAsync("/portal/series/new"))!.Status.ShouldBe(403);

        await using var unit = await browser.Visit(host.Address);
        await unit.Page.GotoAsync("/portal");
        await unit.SignInToPortal("reporter-T84");
        (await unit.Page.GotoAsync("/portal/series"))!.Status.ShouldBe(403);
        (await unit.Page.GotoAsync("/portal/series/thong-ke-thang"))!.Status.ShouldBe(404);
    }

    private static Task Last(Visitor centre, string button) =>
        centre.Click(centre.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = button }).Last);

    private static async Task FillIn(Visitor centre)
    {
        foreach (var (id, text) in new[]
        {
            ("title", "Báo cáo công tác kiểm sát {ky}"), ("plan", "72/KH-VKSTC"), ("planDate", "30/10/2025"), ("firstDay", "15/11/2025"),
            ("units", "T84\nT84-CL"), ("opensCount", "1"), ("district\\.days", "5"), ("province\\.days", "7"), ("supreme\\.days", "9"),
            ("closesAt\\.days", "12"), ("recipient-name-0", "Lãnh đạo VKSND tối cao"), ("recipient-mail-0", "lanh-dao@vks.example"),
        })
        {
            await centre.Page.Locator($"#{id}").FillAsync(text);
        }

        await centre.Page.Locator("#who-chosen").CheckAsync();
        await centre.Page.Locator("#form").SelectOptionAsync("ung-dung-cntt-10-nam@1");
    }
}
