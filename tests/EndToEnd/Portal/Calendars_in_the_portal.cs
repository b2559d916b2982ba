using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Calendars_in_the_portal(ABrowser browser) : IClassFixture<ABrowser>
{
    [Theory]
    [InlineData("administrator", true)]
    [InlineData("centre", false)]
    public async Task A_year_is_entered_each_fault_at_its_input_and_counts_from_then_on(string person, bool script)
    {
        await using var host = await AHost.Start();
        await using var keeper = await browser.Visit(host.Address, script: script);
        await keeper.Page.GotoAsync("/portal/calendars");
        await keeper.SignInToPortal(person);
        await keeper.Page.Locator("#year").FillAsync("hai nghìn");
        await keeper.Press("Nhập");
        (await keeper.Page.Locator("#year-loi").CountAsync()).ShouldBe(1);
        await keeper.Page.Locator("#year").FillAsync("2019");
        await keeper.Press("Nhập");

        (await keeper.Page.Locator("#name-0").InputValueAsync()).ShouldBe("Tết Dương lịch");
        await keeper.Page.Locator("#date-4").FillAsync("04/02/2019");
        await keeper.Page.Locator("#name-5").FillAsync("Không có ngày");
        await keeper.Page.Locator("#date-6").FillAsync("05/02/2020");
        await keeper.Page.Locator("#name-6").FillAsync("Tết Nguyên đán");
        await keeper.Page.Locator("#date-7").FillAsync("06/02/2019");
        await keeper.Page.Locator("#name-7").FillAsync("Làm bù");
        await keeper.Page.Locator("#kind-7").SelectOptionAsync("working");
        await keeper.Press("Ghi danh sách");
        foreach (var id in new[] { "name-4", "date-5", "date-6", "kind-7" })
        {
            (await keeper.Page.Locator($"#{id}-loi").CountAsync()).ShouldBe(1, id);
            (await keeper.Page.Locator($".govuk-error-summary a[href='#{id}']").CountAsync()).ShouldBe(1, id);
        }

        await keeper.Page.Locator("#name-4").FillAsync("Giao thừa");
        await keeper.Page.Locator("#name-5").FillAsync("");
        await keeper.Page.Locator("#date-6").FillAsync("05/02/2019");
        await keeper.Page.Locator("#date-7").FillAsync("09/02/2019");
        await keeper.Page.Locator("input[name='remove'][value='3']").CheckAsync();
        await keeper.Press("Ghi danh sách");

        (await keeper.Text()).ShouldContain("Đã ghi lịch nghỉ năm 2019.");
        var days = (await host.As("reporter-T84").Get("calendars/2019")).Done()["days"].EnumerateArray()
            .Select(day => $"{day.GetProperty("date").GetString()} {day.GetProperty("kind").GetString()}").ToList();
        days.ShouldBe(
            ["2019-01-01 off", "2019-02-04 off", "2019-02-05 off", "2019-02-09 working", "2019-04-30 off", "2019-05-01 off"]);
        keeper.Complaints.ShouldAllBe(complaint => complaint.Contains("422"));
    }

    [Fact]
    public async Task Who_changes_a_list_that_another_has_changed_is_told_and_keeps_what_was_typed()
    {
        await using var host = await AHost.Start();
        await using var one = await browser.Visit(host.Address);
        await using var other = await browser.Visit(host.Address);
        foreach (var (visitor, person) in new[] { (one, "centre"), (other, "administrator") })
        {
            await visitor.Page.GotoAsync("/portal/calendars/2018/edit");
            await visitor.SignInToPortal(person);
        }

        foreach (var (visitor, name) in new[] { (one, "Tên một"), (other, "Tên hai") })
        {
            await visitor.Page.Locator("#name-0").FillAsync(name);
            await visitor.Press("Ghi danh sách");
        }

        (await other.Text()).ShouldContain("Danh sách ngày nghỉ lễ đã thay đổi");
        (await other.Page.Locator("#name-0").InputValueAsync()).ShouldBe("Tên hai");
        (await host.As("centre").Get("calendars/2018")).Done()["days"][0].GetProperty("name").GetString().ShouldBe("Tên một");
    }

    [Fact]
    public async Task Everybody_reads_a_year_and_only_its_keepers_change_it()
    {
        await using var host = await AHost.Start();
        await using var reader = await browser.Visit(host.Address);
        await reader.Page.GotoAsync("/portal/calendars");
        await reader.SignInToPortal("reporter-T84");
        await reader.Follow("2026");

        (await reader.Text()).ShouldContain("Tết Dương lịch");
        (await reader.Page.Locator("main form, a[href*='edit']").CountAsync()).ShouldBe(0);
        (await reader.Page.GotoAsync("/portal/calendars/2026/edit"))!.Status.ShouldBe(403);
        (await reader.Page.GotoAsync("/portal/calendars/2019"))!.Status.ShouldBe(404);
    }
}
