using Microsoft.Playwright;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Difficulties_in_the_portal(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Unit = "T84-CL";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Are_raised_assigned_answered_reopened_answered_again_and_closed_each_by_whose_turn_it_is(bool script)
    {
        await using var host = await AHost.Start();
        await using var unit = await browser.Visit(host.Address, script: script);
        await unit.Page.GotoAsync("/portal");
        await unit.SignInToPortal($"reporter-{Unit}");
        await unit.Follow("Nêu khó khăn");
        await unit.Page.Locator("#area").SelectOptionAsync("Software");
        await unit.Page.Locator("#title").FillAsync("Không đăng nhập được");
        await unit.Page.Locator("#text").FillAsync("Đã thử trên hai máy.");
        await unit.Press("Gửi");
        (await unit.Heading()).ShouldBe("Không đăng nhập được");
        var address = unit.Page.Url.Split('?')[0];

        await using var centre = await browser.Visit(host.Address, script: script);
        await centre.Page.GotoAsync("/portal");
        await centre.SignInToPortal("centre");
        await centre.Follow("Không đăng nhập được");
        await centre.Click(centre.Page.Locator("summary", new() { HasText = "Phân công" }));
        await centre.Page.Locator("#assign-unit").FillAsync("V14");
        await centre.Page.Locator("#assign-person").FillAsync("Ông Minh");
        await centre.Page.Locator("#assign-due").FillAsync("12/06/2018");
        await centre.Press("Phân công");
        (await centre.Text()).ShouldContain("Hạn hướng dẫn 12/06/2018 17:00");

        await using var assignee = await browser.Visit(host.Address, script: script);
        await assignee.Page.GotoAsync(address);
        await assignee.SignInToPortal("reporter-V14");
        await assignee.Page.Locator("#answer-guidance").FillAsync("Cài lại chứng thư số.");
        await assignee.Press("Gửi hướng dẫn");

        await Say(unit, address, helped: false, "Vẫn không được.");
        (await unit.Text()).ShouldContain("Vẫn không được.");
        await centre.Page.GotoAsync(address);
        await centre.Page.Locator("#answer-guidance").FillAsync("Đổi thiết bị.");
        await centre.Press("Gửi hướng dẫn");
        await Say(unit, address, helped: true, "");

        var read = (await host.As("inspector").Get($"difficulties/{address.Split('/')[^1]}")).Done();
        (read.Said("state"), read.Said("guidance"), read["history"].GetArrayLength()).ShouldBe(("closed", "Đổi thiết bị.", 6));
        unit.Complaints.Concat(centre.Complaints).Concat(assignee.Complaints).ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_not_raised_for_another_unit_than_the_page_was_opened_for()
    {
        await using var host = await AHost.Start();
        await using var unit = await browser.VisitAs(host, $"reporter-{Unit}", "/portal/difficulties/new");
        await unit.Page.Locator("#area").SelectOptionAsync("Software");
        await unit.Page.Locator("#title").FillAsync("Không đăng nhập được");
        await unit.Page.Locator("[name=unit]").EvaluateAsync("input => { input.value = 'V14'; }");

        await unit.Press("Gửi");
        (await unit.Text()).ShouldContain("Bạn đã đổi sang đơn vị khác");
        (await host.As("centre").Get("difficulties")).Done()["items"].GetArrayLength().ShouldBe(0);
        (await unit.Page.Locator("#title").InputValueAsync()).ShouldBe("Không đăng nhập được");
        await unit.Press("Gửi");

        (await unit.Heading()).ShouldBe("Không đăng nhập được");
    }

    [Fact]
    public async Task Say_every_fault_at_its_input_and_keep_what_was_typed()
    {
        await using var host = await AHost.Start();
        await using var unit = await browser.Visit(host.Address);
        await unit.Page.GotoAsync("/portal/difficulties/new");
        await unit.SignInToPortal($"head-{Unit}");
        await unit.Page.Locator("#text").FillAsync("Đã thử hai lần.");
        await unit.Press("Gửi");
        foreach (var id in new[] { "area", "title" })
        {
            (await unit.Page.Locator($"#{id}-loi").CountAsync()).ShouldBe(1, id);
            (await unit.Page.Locator($".govuk-error-summary a[href='#{id}']").CountAsync()).ShouldBe(1, id);
        }

        (await unit.Page.Locator("#text").InputValueAsync()).ShouldBe("Đã thử hai lần.");
        await unit.Page.Locator("#area").SelectOptionAsync("Data");
        await unit.Page.Locator("#title").FillAsync("Số liệu lệch");
        await unit.Press("Gửi");
        var address = unit.Page.Url.Split('?')[0];

        await using var centre = await browser.Visit(host.Address);
        await centre.Page.GotoAsync(address);
        await centre.SignInToPortal("centre");
        await centre.Click(centre.Page.Locator("summary", new() { HasText = "Phân công" }));
        await centre.Page.Locator("#assign-unit").FillAsync("Vụ trên trời");
        await centre.Page.Locator("#assign-due").FillAsync("mai");
        await centre.Press("Phân công");
        (await centre.Page.Locator("#assign-unit-loi, #assign-due-loi").CountAsync()).ShouldBe(2);
        (await centre.Page.Locator("#assign-unit").InputValueAsync()).ShouldBe("Vụ trên trời");
        await centre.Page.Locator("#assign-unit").FillAsync("V14");
        await centre.Page.Locator("#assign-due").FillAsync("01/01/2018");
        await centre.Press("Phân công");
        (await centre.Page.Locator(".govuk-error-summary a[href='#assign-due']").CountAsync()).ShouldBe(1);
        await centre.Press("Gửi hướng dẫn");
        (await centre.Page.Locator("#answer-guidance-loi").CountAsync()).ShouldBe(1);
        await centre.Page.Locator("#answer-guidance").FillAsync("Đối chiếu lại sổ thụ lý.");
        await centre.Press("Gửi hướng dẫn");

        await unit.Page.GotoAsync(address);
        await unit.Press("Gửi ý kiến");
        (await unit.Page.Locator("#verdict-helped-loi").CountAsync()).ShouldBe(1);
        await unit.Page.Locator("#verdict-not").CheckAsync();
        await unit.Press("Gửi ý kiến");
        (await unit.Page.Locator("#verdict-words-loi").CountAsync()).ShouldBe(1);
        (await unit.Page.Locator("#verdict-not").IsCheckedAsync()).ShouldBeTrue();

        // The browser itself notes each page that says what is wrong.
        unit.Complaints.Concat(centre.Complaints).ShouldAllBe(complaint => complaint.Contains("422"));
    }

    [Fact]
    public async Task Tell_who_answers_what_another_has_answered_and_show_how_it_stands_now()
    {
        await using var host = await AHost.Start();
        var path = await Raise(host, "Mạng chập chờn");
        await using var centre = await browser.Visit(host.Address);
        await centre.Page.GotoAsync($"/portal/{path}");
        await centre.SignInToPortal("centre");

        (await host.As("centre").Post($"{path}/assign", new { unit = "V14" }, etag: "1")).Done();
        await centre.Page.Locator("#answer-guidance").FillAsync("Gọi nhà mạng.");
        await centre.Press("Gửi hướng dẫn");

        (await centre.Text()).ShouldContain("Khó khăn, vướng mắc đã thay đổi");
        (await centre.Page.Locator("#answer-guidance").InputValueAsync()).ShouldBe("Gọi nhà mạng.");
        await centre.Press("Gửi hướng dẫn");
        (await host.As("centre").Get(path)).Done().Said("guidance").ShouldBe("Gọi nhà mạng.");
    }

    [Fact]
    public async Task Are_found_by_state_unit_report_words_without_accents_and_by_whose_turn_it_is()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "T84", Unit);
        await Raise(host, "Mạng chập chờn");
        var answered = await Raise(host, "Thiếu máy tính", cycle.Id);
        (await host.As("centre").Post($"{answered}/answer", new { guidance = "Đã cấp." }, etag: "1")).Done();
        await using var centre = await browser.Visit(host.Address);
        await centre.Page.GotoAsync("/portal/difficulties");
        await centre.SignInToPortal("centre");

        foreach (var (query, found) in new[]
        {
            ("", 2), ("search=mang chap", 1), ("unit=T84-CL", 2), ("unit=cang long", 2), ("unit=ha noi", 0), ("unit=T84-CN", 0),
            ($"cycle={cycle.Id}", 1),
            ("state=answered", 1), ("state=raised", 1), ("state=overdue", 0), ("show=mine", 1), ("show=mine&search=may tinh", 0),
        })
        {
            await centre.Page.GotoAsync($"/portal/difficulties?{query}");
            (await centre.Page.Locator(".vks-cycle").CountAsync()).ShouldBe(found, query);
        }

        await using var superior = await browser.Visit(host.Address);
        await superior.Page.GotoAsync("/portal/difficulties");
        await superior.SignInToPortal("head-T84");
        (await superior.Page.Locator(".vks-cycle").CountAsync()).ShouldBe(2);
        await superior.Page.GotoAsync("/portal/difficulties?show=mine");
        (await superior.Page.Locator(".vks-cycle").CountAsync()).ShouldBe(0);
        centre.Complaints.Concat(superior.Complaints).ShouldBeEmpty();
    }

    [Fact]
    public async Task Come_in_pages_that_leave_none_out_and_show_none_twice()
    {
        await using var host = await AHost.Start();
        foreach (var number in Enumerable.Range(0, 38))
        {
            await Raise(host, $"Vướng mắc {number}", unit: number % 2 == 0 ? Unit : "T84-CN");
        }

        await using var centre = await browser.Visit(host.Address);
        await centre.Page.GotoAsync("/portal/difficulties");
        await centre.SignInToPortal("centre");
        var seen = (await centre.Page.Locator(".vks-cycle h2").AllInnerTextsAsync()).ToList();
        await centre.Follow("Xem tiếp");
        seen.AddRange(await centre.Page.Locator(".vks-cycle h2").AllInnerTextsAsync());

        (seen.Count, seen.Distinct().Count()).ShouldBe((38, 38));
        (await centre.Page.GotoAsync("/portal/difficulties?continuation=x"))!.Status.ShouldBe(400);
    }

    [Fact]
    public async Task Are_raised_from_a_report_with_the_field_that_they_are_about()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "T84", Unit);
        await using var unit = await browser.Visit(host.Address);
        await unit.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}");
        await unit.SignInToPortal($"reporter-{Unit}");

        await unit.Follow("Nêu khó khăn khi làm báo cáo này");
        await unit.Page.Locator("#area").SelectOptionAsync("Data");
        await unit.Page.Locator("#title").FillAsync("Không rõ cách đếm");
        var label = await unit.Page.Locator("#field option").Nth(1).InnerTextAsync();
        await unit.Page.Locator("#field").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await unit.Press("Gửi");

        (await unit.Text()).ShouldContain(label);
        unit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Are_nothing_to_operators_and_of_another_unit_as_if_there_were_none()
    {
        await using var host = await AHost.Start();
        var path = await Raise(host, "Mạng chập chờn");
        await using var keeper = await browser.Visit(host.Address);
        await keeper.Page.GotoAsync("/portal/difficulties");
        await keeper.SignInToPortal("operator");
        (await keeper.Page.Locator(".vks-nav a", new() { HasText = "Khó khăn" }).CountAsync()).ShouldBe(0);
        (await keeper.Page.GotoAsync("/portal/difficulties"))!.Status.ShouldBe(403);
        (await keeper.Page.GotoAsync("/portal/difficulties/new"))!.Status.ShouldBe(403);

        await using var other = await browser.Visit(host.Address);
        await other.Page.GotoAsync("/portal");
        await other.SignInToPortal("reporter-T01");
        (await other.Page.GotoAsync($"/portal/{path}"))!.Status.ShouldBe(404);

        await using var reader = await browser.Visit(host.Address);
        await reader.Page.GotoAsync($"/portal/{path}");
        await reader.SignInToPortal("inspector");
        (await reader.Page.Locator("main form").CountAsync()).ShouldBe(0);
    }

    private static async Task<string> Raise(AHost host, string title, string? cycle = null, string unit = Unit)
    {
        var field = cycle is null ? null : (await host.As("centre").Get("forms/ung-dung-cntt-10-nam/1"))
            .Done()["sections"][0].GetProperty("fields")[0].GetProperty("code").GetString();
        var raised = await host.As($"reporter-{unit}").Post(
            "difficulties", new { area = "software", title, text = "Cần hướng dẫn.", cycle, field }, Person.NewKey());
        return $"difficulties/{raised.Done().Said("id")}";
    }

    private static async Task Say(Visitor unit, string address, bool helped, string words)
    {
        await unit.Page.GotoAsync(address);
        await unit.Page.Locator(helped ? "#verdict-helped" : "#verdict-not").CheckAsync();
        await unit.Page.Locator("#verdict-words").FillAsync(words);
        await unit.Press("Gửi ý kiến");
    }
}
