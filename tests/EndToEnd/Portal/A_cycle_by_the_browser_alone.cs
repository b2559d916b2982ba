using System.Globalization;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

/// <summary>From a draft to a publication and its correction, by pages alone; played at both doors.</summary>
public class A_cycle_by_the_browser_alone(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Province = "T84";
    private const string District = "T84-CL";
    private const int Phone = 390;

    [Fact]
    public async Task Is_drafted_collected_published_and_corrected()
    {
        await using var host = await AHost.Start(from: DateTimeOffset.UtcNow);
        await using var centre = await browser.Visit(host.Address);
        await centre.Page.GotoAsync("/portal/cycles/new");
        await centre.SignInToPortal("centre");
        await Draft(centre, VietnamTime.DayOf(host.Clock.GetUtcNow()));
        await centre.StartCycle();
        await host.WhenQuiet();
        var cycle = new Uri(centre.Page.Url).AbsolutePath;

        await HandIn(host, cycle, District);
        await Judge(host, cycle, District, $"head-{Province}");
        await HandIn(host, cycle, Province);
        await Judge(host, cycle, Province, "centre");
        await Approve(host, cycle);
        await centre.Page.GotoAsync(cycle);
        (await centre.Text()).ShouldContain("Báo cáo số 01/BC-VKSTC");

        await centre.Follow("Mở đính chính");
        await centre.Page.Locator("#reason").FillAsync("Sai số máy tính của huyện.");
        await centre.Press("Mở đính chính");
        await host.WhenQuiet();
        await SendBack(host, cycle);
        await HandIn(host, cycle, District, "11");
        await Judge(host, cycle, District, $"head-{Province}");
        await centre.Page.GotoAsync(cycle);
        await centre.Follow("Kết thúc đính chính");
        await centre.Press("Lập lại báo cáo tổng hợp");
        await host.WhenQuiet();
        await Approve(host, cycle);

        await using var inspector = await browser.Visit(host.Address);
        await inspector.Page.GotoAsync($"/portal/publications/{cycle.Split('/')[^1]}");
        await inspector.SignInToPortal("inspector");
        (await inspector.Heading()).ShouldBe("Báo cáo số 02/BC-VKSTC");
        (await inspector.Text()).ShouldContain("Đính chính Báo cáo số 01/BC-VKSTC");
        (await inspector.Text()).ShouldContain("Sai số máy tính của huyện.");
    }

    private static async Task Draft(Visitor centre, DateOnly today)
    {
        foreach (var (id, text) in new[]
        {
            ("title", "Tổng kết 10 năm ứng dụng công nghệ thông tin"), ("plan", "72/KH-VKSTC"), ("planDate", Day(today)),
            ("firstDay", "1/6/2008"), ("lastDay", "31/5/2018"), ("units", $"{Province}\n{District}"), ("district\\.day", Day(today, 10)),
            ("province\\.day", Day(today, 15)), ("supreme\\.day", Day(today, 20)), ("closesAt\\.day", Day(today, 30)),
            ("recipient-name-0", "Lãnh đạo VKSND tối cao"), ("recipient-mail-0", "lanh-dao@vks.example"),
        })
        {
            await centre.Page.Locator($"#{id}").FillAsync(text);
        }

        await centre.Page.Locator("#who-chosen").CheckAsync();
        await centre.Page.Locator("#form").SelectOptionAsync("ung-dung-cntt-10-nam@1");
        await centre.Page.Locator("#headSigns").CheckAsync();
        await centre.SaveDraft();
    }

    private async Task HandIn(AHost host, string cycle, string unit, string numbers = "10")
    {
        await using var reporter = await browser.Visit(host.Address);
        await reporter.Page.GotoAsync($"{cycle}/reports/{unit}");
        await reporter.SignInToPortal($"reporter-{unit}");
        await reporter.Click(reporter.Page.Locator(".govuk-task-list a").First);
        while (reporter.Page.Url.Contains("/sections/", StringComparison.Ordinal))
        {
            await reporter.AnswerEverything(numbers);
            await reporter.Press("Lưu và tiếp tục");
        }

        await reporter.Follow("Kiểm tra và");
        await reporter.Press("Trình Thủ trưởng ký");
        await using var head = await browser.Visit(host.Address);
        await head.Page.GotoAsync($"{cycle}/reports/{unit}/sign");
        await head.SignInToPortal($"head-{unit}");
        await head.Press("Ký duyệt và nộp");
        (await head.Heading()).ShouldBe("Biên nhận báo cáo");
        await host.WhenQuiet();
    }

    private async Task Judge(AHost host, string cycle, string unit, string judge)
    {
        await using var superior = await browser.Visit(host.Address);
        await superior.Page.GotoAsync($"{cycle}/reports/{unit}/review");
        await superior.SignInToPortal(judge);
        await superior.Press("Duyệt báo cáo");
        await host.WhenQuiet();
    }

    private async Task SendBack(AHost host, string cycle)
    {
        await using var superior = await browser.Visit(host.Address);
        await superior.Page.GotoAsync($"{cycle}/reports/{District}/review");
        await superior.SignInToPortal($"head-{Province}");
        await superior.Click(superior.Page.GetByText("Trả lại để sửa"));
        await superior.Page.Locator("#reason").FillAsync("Nộp lại số máy tính.");
        await superior.Page.Locator("#limit").FillAsync(Day(VietnamTime.DayOf(host.Clock.GetUtcNow()), 20));
        await superior.Press("Trả lại");
        (await superior.Page.Locator(".govuk-error-summary").CountAsync()).ShouldBe(0);
        await host.WhenQuiet();
    }

    private async Task Approve(AHost host, string cycle)
    {
        await using var leader = await browser.Visit(host.Address, Phone);
        await leader.Page.GotoAsync($"{cycle}/approval");
        await leader.SignInToPortal("leader-1");
        await leader.Press("Phê duyệt");
        await leader.Press("Tôi đã đọc và phê duyệt");
        await host.WhenQuiet();
    }

    private static string Day(DateOnly today, int later = 0) => today.AddDays(later).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
