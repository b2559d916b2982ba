using System.Text;

namespace VksServerless.EndToEnd.Pages;

public class Looking_at_the_pages(ABrowser browser, APublishedCycle cycle) : IClassFixture<ABrowser>, IClassFixture<APublishedCycle>
{
    private const int Phone = 390;

    [Fact]
    public async Task A_leader_signs_in_finds_the_cycles_opens_the_publication_and_signs_out()
    {
        await using var visitor = await browser.Visit(cycle.Host.Address);

        await visitor.SignIn("leader-1");
        var rows = await visitor.Page.Locator("table.listing").First.Locator("tbody tr").AllInnerTextsAsync();
        await visitor.Page.Locator("table.listing").Last.Locator("tbody a").First.ClickAsync();
        var kind = await visitor.Page.Locator("h1 .kind").InnerTextAsync();
        await visitor.Page.GotoAsync("/");
        await visitor.Page.GetByText("Đăng xuất").ClickAsync();
        var lists = await visitor.Page.Locator("table.listing").CountAsync();

        rows.Count.ShouldBe(2);
        rows.ShouldContain(row => row.Contains("Đã công bố số 01/BC-VKSTC") && row.Contains("3/3 đơn vị"));
        rows.ShouldContain(
            row => row.Contains("Đang thu báo cáo") && row.Contains("0/2 đơn vị") && row.Contains("Trung ương: 20/07/2018 16:00"));
        (kind, lists).ShouldBe(("BÁO CÁO", 0));
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_unit_sees_how_its_own_report_stands_and_no_publication()
    {
        await using var visitor = await browser.Visit(cycle.Host.Address);

        await visitor.SignIn("reporter-T84-CL");

        (await visitor.Page.Locator("table.listing").CountAsync()).ShouldBe(1);
        (await visitor.Page.Locator("table.listing tbody tr").AllInnerTextsAsync())
            .ShouldContain(row => row.Contains("13/07/2018 16:00") && row.Contains("Đã duyệt"));
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_operator_sees_that_mails_went_out_and_not_what_they_say()
    {
        await using var visitor = await browser.Visit(cycle.Host.Address);
        await visitor.SignIn("operator");
        await visitor.Page.GotoAsync("/mails");

        (await visitor.Page.Locator("summary", new() { HasText = "[Biên nhận]" }).CountAsync()).ShouldBeGreaterThan(0);
        (await visitor.Page.Locator("details .text").AllTextContentsAsync()).Distinct().ShouldHaveSingleItem()
            .ShouldBe("Nội dung thư dành cho Cục 2 và Thanh tra.");
    }

    [Fact]
    public async Task Whoever_may_not_see_the_mails_is_told_why()
    {
        await using var visitor = await browser.Visit(cycle.Host.Address);

        var stranger = await visitor.Page.GotoAsync("/mails");
        var toStranger = await visitor.Page.Locator("[role=alert]").InnerTextAsync();
        await visitor.SignIn("head-T84");
        var unit = await visitor.Page.GotoAsync("/mails");
        var toUnit = await visitor.Page.Locator("[role=alert]").InnerTextAsync();
        await visitor.SignIn("centre");
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Thư đã gửi" }).ClickAsync();
        await visitor.Page.Locator("summary", new() { HasText = "[Biên nhận]" }).First.ClickAsync();

        (stranger!.Status, unit!.Status).ShouldBe((401, 403));
        toStranger.ShouldStartWith("Hãy đăng nhập");
        toUnit.ShouldContain("không được xem thư đã gửi");
        (await visitor.Page.Locator("details[open] .text").InnerTextAsync())
            .ShouldContain($"Truy cập Hệ thống báo cáo: {cycle.Host.Address.ToString().TrimEnd('/')}");
    }

    [Fact]
    public async Task What_units_wrote_is_shown_as_they_wrote_it_and_does_nothing()
    {
        await using var visitor = await browser.Visit(cycle.Host.Address);
        await visitor.SignIn("leader-1");

        await visitor.Page.GotoAsync(cycle.Path);
        var written = await visitor.Page.Locator(".written dd").AllTextContentsAsync();

        foreach (var text in new[] { APublishedCycle.Script, APublishedCycle.RightToLeft, APublishedCycle.Endless,
            APublishedCycle.Naughty.Normalize(NormalizationForm.FormC) })
        {
            written.ShouldContain(text.Trim());
        }

        (await visitor.Page.TitleAsync()).ShouldStartWith("Báo cáo số 01/BC-VKSTC");
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_page_runs_a_script_even_one_that_gets_into_it()
    {
        await using var visitor = await browser.Visit(cycle.Host.Address);
        await visitor.SignIn("leader-1");

        foreach (var path in new[] { "/", cycle.Path })
        {
            var answer = (await visitor.Page.GotoAsync(path))!;
            answer.Headers["content-security-policy"].ShouldContain("default-src 'none'");
            answer.Headers["cache-control"].ShouldBe("no-store");

            await visitor.Page.EvaluateAsync(
                "const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script);");
            (await visitor.Page.EvaluateAsync<bool>("window.ran === true")).ShouldBeFalse(path);
        }

        visitor.Complaints.ShouldNotBeEmpty();
        visitor.Complaints.ShouldAllBe(complaint => complaint.Contains("Content Security Policy") || complaint.Contains("sandboxed"));
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData(1200)]
    [InlineData(1440)]
    public async Task No_page_is_wider_than_the_screen(int width)
    {
        await using var visitor = await browser.Visit(cycle.Host.Address, width);
        await visitor.SignIn("centre");

        foreach (var path in new[] { "/", "/mails", cycle.Path })
        {
            await visitor.Page.GotoAsync(path);
            await visitor.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
            (await visitor.Overflow()).ShouldBe(0, path);
        }
    }

    [Fact]
    public async Task Beside_the_name_of_a_unit_a_phone_has_room_for_figures()
    {
        await using var visitor = await browser.Visit(cycle.Host.Address, Phone);
        await visitor.SignIn("leader-1");
        await visitor.Page.GotoAsync(cycle.Path);

        foreach (var name in await visitor.Page.Locator(".nodes tbody tr:first-child th").AllAsync())
        {
            (await name.BoundingBoxAsync())!.Width.ShouldBeLessThan(Phone * 0.55f);
        }
    }

    [Fact]
    public async Task A_small_publication_prints_also_what_is_folded_on_the_screen()
    {
        await using var visitor = await browser.Visit(cycle.Host.Address);
        await visitor.SignIn("leader-1");
        await visitor.Page.GotoAsync(cycle.Path);
        await visitor.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = false)");

        (await Hidden()).ShouldBeGreaterThan(0);
        await visitor.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        (await Hidden()).ShouldBe(0);

        Task<int> Hidden() =>
            visitor.Page.EvaluateAsync<int>("[...document.querySelectorAll('.written dd')].filter(one => !one.checkVisibility()).length");
    }

    [Fact]
    public async Task The_publication_prints_upright_with_its_annexes_across()
    {
        await using var visitor = await browser.Visit(cycle.Host.Address);
        await visitor.SignIn("leader-1");
        await visitor.Page.GotoAsync(cycle.Path);

        var pdf = Encoding.Latin1.GetString(await visitor.Page.PdfAsync(new() { PreferCSSPageSize = true }));

        var sizes = System.Text.RegularExpressions.Regex.Matches(pdf, @"/MediaBox\s*\[0 0 ([0-9]+)[0-9.]* ([0-9]+)")
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value)).ToList();
        sizes.First().ShouldBe(("594", "841"));
        sizes.ShouldContain(("841", "594"));
    }
}
