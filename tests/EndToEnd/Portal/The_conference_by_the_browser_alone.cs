using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

/// <summary>
/// The conference of April 2024 again, without the API: 63 provincial and 3 high-level procuracies and Cục 2 report in their browsers. The
/// published page says what the report to the conference said.
/// </summary>
/// <remarks>With ./test.sh --long the whole; without, Cục 2, one high-level procuracy and the two provinces that answer no.</remarks>
public partial class The_conference_by_the_browser_alone(ABrowser browser) : IClassFixture<ABrowser>
{
    private const int AtATime = 2;
    private static readonly string[] Without = ["T17", "T42"];

    [Fact]
    public async Task Reads_its_sentences_in_the_published_page()
    {
        await using var host = await AHost.Start(from: new DateTimeOffset(2024, 4, 1, 8, 0, 0, VietnamTime.Offset));
        await using var centre = await browser.Visit(host.Address);
        await centre.SignIn("centre");
        var cycle = await Open(host, centre);
        await centre.Page.GotoAsync($"{cycle}/reports");
        var units = await centre.Page.Locator("tbody a").EvaluateAllAsync<string[]>("all => all.map(each => each.href.split('/').pop())");
        units.Length.ShouldBe(TheHouse.IsLong ? 67 : 4);

        await Parallel.ForEachAsync(
            units, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (unit, _) => await HandIn(host, cycle, unit));
        await centre.Page.GotoAsync($"{cycle}/reports");
        await centre.Page.GetByLabel("Đánh dấu mọi báo cáo chờ duyệt").CheckAsync();
        await centre.Press("Duyệt các báo cáo đã đánh dấu");
        (await centre.Text()).ShouldContain($"Đã duyệt {units.Length} báo cáo.");
        await host.WhenQuiet();
        await Approve(host, cycle);

        await centre.Page.GotoAsync($"/portal/publications/{cycle.Split('/')[^1]}/1/page");
        var page = Space().Replace(await centre.Page.Locator("body").InnerTextAsync(), " ");
        foreach (var sentence in TheHouse.IsLong ? OfAll : OfFour)
        {
            page.ShouldContain(sentence);
        }
    }

    private static readonly string[] OfAll =
    [
        "4/20 hoàn thành, 16/20 đang triển khai, 0 chưa triển khai", "3/3 VKSND cấp cao (100%)", "61/63 VKSND cấp tỉnh (96,8%)",
        "63/63 VKSND cấp tỉnh (100%)", "Viện kiểm sát nhân dân tỉnh Hòa Bình", "Viện kiểm sát nhân dân tỉnh Hà Tĩnh",
    ];

    private static readonly string[] OfFour =
    [
        "4/20 hoàn thành, 16/20 đang triển khai, 0 chưa triển khai", "1/1 VKSND cấp cao (100%)", "0/2 VKSND cấp tỉnh (0%)",
        "2/2 VKSND cấp tỉnh (100%)", "Viện kiểm sát nhân dân tỉnh Hòa Bình", "Viện kiểm sát nhân dân tỉnh Hà Tĩnh",
    ];

    private static async Task<string> Open(AHost host, Visitor centre)
    {
        await centre.Page.GotoAsync("/portal/cycles/new");
        foreach (var (id, text) in new[]
        {
            ("title", "Kết quả thực hiện kế hoạch chuyển đổi số năm 2024"), ("plan", "221/KH-VKSTC"), ("planDate", "15/12/2023"),
            ("firstDay", "15/12/2023"), ("lastDay", "15/4/2024"),
            ("units", TheHouse.IsLong ? "C2" : $"C2\nCC1\n{string.Join('\n', Without)}"),
            ("district\\.day", "19/4/2024"), ("province\\.day", "19/4/2024"), ("supreme\\.day", "19/4/2024"),
            ("closesAt\\.day", "22/4/2024"),
            ("recipient-name-0", "Lãnh đạo VKSND tối cao"), ("recipient-mail-0", "lanh-dao@vks.example"),
        })
        {
            await centre.Fill(id, text);
        }

        await centre.Page.Locator("#who-chosen").CheckAsync();
        if (TheHouse.IsLong)
        {
            await centre.Page.Locator("#level-HighLevel").CheckAsync();
            await centre.Page.Locator("#level-Province").CheckAsync();
        }

        await centre.Page.Locator("#form").SelectOptionAsync("ket-qua-chuyen-doi-so@1");
        await centre.SaveDraft();
        await centre.StartCycle();
        await host.WhenQuiet();
        return new Uri(centre.Page.Url).AbsolutePath;
    }

    private async Task HandIn(AHost host, string cycle, string unit)
    {
        await using var reporter = await browser.Visit(host.Address);
        await reporter.Page.GotoAsync($"{cycle}/reports/{unit}");
        await reporter.SignInToPortal($"reporter-{unit}");
        await reporter.Click(reporter.Page.Locator(".govuk-task-list a").First);
        if (unit == "C2")
        {
            await Paste(reporter, "[name='a.muc_tieu.0.ten']", string.Join('\n', Enumerable.Range(1, 20).Select(number =>
                $"Mục tiêu {number}\t{(number <= 4 ? "Hoàn thành\t120" : "Đang triển khai\t60")}")));
            await reporter.Press("Lưu và tiếp tục");
        }

        await reporter.Page.Locator($"[name='a.ban_chi_dao'][value='{(Without.Contains(unit) ? "no" : "yes")}']").CheckAsync();
        await reporter.Page.Locator("[name='a.ke_hoach'][value='yes']").CheckAsync();
        await reporter.Type("so_ke_hoach", "12/KH-VKS");
        await reporter.Type("so_can_bo", "50");
        await reporter.Type("so_tap_huan", "40");
        await reporter.Press("Lưu và tiếp tục");
        await reporter.Follow("Kiểm tra và");
        await reporter.Press("Nộp báo cáo");
        (await reporter.Heading()).ShouldBe("Biên nhận báo cáo", unit);
    }

    private static async Task Paste(Visitor visitor, string into, string text) => await visitor.Page.Locator(into).EvaluateAsync(
        """
        (input, text) => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          input.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        text);

    private async Task Approve(AHost host, string cycle)
    {
        await using var leader = await browser.Visit(host.Address, width: 390);
        await leader.Page.GotoAsync($"{cycle}/approval");
        await leader.SignInToPortal("leader-1");
        await leader.Press("Phê duyệt");
        await leader.Press("Tôi đã đọc và phê duyệt");
        await host.WhenQuiet();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
