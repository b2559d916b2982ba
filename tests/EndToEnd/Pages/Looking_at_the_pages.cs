using System.Text;
using Microsoft.Playwright;
using VksServerless.EndToEnd.Portal;

namespace VksServerless.EndToEnd.Pages;

public class Looking_at_the_pages(ABrowser browser, APublishedCycle cycle) : IClassFixture<ABrowser>, IClassFixture<APublishedCycle>
{
    private const int Phone = 390;

    [Fact]
    public async Task A_leader_signs_in_finds_the_publication_reads_it_and_signs_out()
    {
        await using var visitor = await browser.Visit(cycle.Host.Address);

        await visitor.Page.GotoAsync("/");
        await visitor.SignInToPortal("leader-1");
        await visitor.Click(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Công bố", Exact = true }).First);
        (await visitor.Text()).ShouldContain("01/BC-VKSTC");
        await visitor.Follow("01/BC-VKSTC");
        await visitor.Follow("Đọc toàn văn báo cáo");
        var kind = await visitor.Page.Locator("h1 .kind").InnerTextAsync();
        await visitor.Page.GoBackAsync();
        await visitor.Press("Đăng xuất");
        await visitor.Page.GotoAsync(cycle.Path);

        kind.ShouldBe("BÁO CÁO");
        visitor.Page.Url.ShouldContain("/portal/sign-in");
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_unit_sees_how_its_own_report_stands_and_no_publication()
    {
        await using var visitor = await browser.Visit(cycle.Host.Address);

        await visitor.SignIn("reporter-T84-CL");

        (await visitor.Text()).ShouldContain("Đã duyệt");
        (await visitor.Page.GotoAsync(cycle.Path))!.Status.ShouldBe(403);
    }

    [Fact]
    public async Task The_operator_sees_that_mails_went_out_and_not_what_they_say()
    {
        await using var visitor = await browser.Visit(cycle.Host.Address);
        await visitor.SignIn("operator");
        await visitor.Page.GotoAsync("/portal/mails");

        (await visitor.Text()).ShouldContain("[Biên nhận]");
        (await visitor.Page.Locator("main details").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Who_may_not_see_the_mails_is_told_so_and_who_may_reads_where_each_leads()
    {
        await using var visitor = await browser.Visit(cycle.Host.Address);

        await visitor.Page.GotoAsync("/portal/mails");
        visitor.Page.Url.ShouldContain("/portal/sign-in");
        await visitor.SignIn("head-T84");
        (await visitor.Page.GotoAsync("/portal/mails"))!.Status.ShouldBe(403);
        (await visitor.Heading()).ShouldBe("Không có quyền");
        await visitor.SignIn("centre");
        await visitor.Click(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Thư đã gửi" }));
        await visitor.Click(visitor.Page.Locator("summary", new() { HasText = "[Biên nhận]" }).First);

        (await visitor.Page.Locator("details[open] .govuk-details__text").First.InnerTextAsync())
            .ShouldContain($"Truy cập Hệ thống báo cáo: {cycle.Host.Address.ToString().TrimEnd('/')}/portal/cycles/");
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

        foreach (var path in new[] { "/portal", cycle.Path })
        {
            var answer = (await visitor.Page.GotoAsync(path))!;
            answer.Headers["content-security-policy"].ShouldContain("default-src 'none'");
            answer.Headers["cache-control"].ShouldContain("no-store");

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

        foreach (var path in new[] { "/portal", "/portal/mails", cycle.Path })
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
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
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
