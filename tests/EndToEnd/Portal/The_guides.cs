using System.Text.RegularExpressions;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

/// <summary>What docs/guides says and shows is what stands on the pages.</summary>
public partial class The_guides(ABrowser browser, ASectorAtWork sector) : IClassFixture<ABrowser>, IClassFixture<ASectorAtWork>
{
    private const int Narrow = 820;
    private const int Phone = 390;
    private static readonly string Folder = Path.Combine(TheHouse.Root, "docs", "guides");

    private IEnumerable<(string Picture, string Person, string Path, int Width, int Height)> Pictures =>
    [
        ("can-bo-bao-cao", "reporter-T84-CN", $"/portal/{sector.Collecting.ReportOf("T84-CN")}", Narrow, 800),
        ("thu-truong-ky", "head-V14", $"/portal/{sector.Collecting.ReportOf("V14")}/sign", Phone, 1000),
        ("cap-tinh-duyet", "head-T84", $"/portal/{sector.Collecting.ReportOf("T84-CL")}/review", Narrow, 800),
        ("trung-tam-bang-theo-doi", "centre", $"/portal/{sector.Collecting.Path}", Narrow, 900),
        ("lanh-dao-phe-duyet", "leader-2", $"/portal/{sector.Waiting.Path}/approval", Phone, 844),
    ];

    /// <summary>Beside each picture lies the text of its page. WRITE_PICTURES=1 takes both from the pages as they are.</summary>
    [Fact]
    public async Task Show_the_pages_as_they_are()
    {
        foreach (var (picture, person, path, width, height) in Pictures)
        {
            await using var visitor = await browser.Visit(sector.Host.Address, width);
            await visitor.SignIn(person);
            await visitor.Page.GotoAsync(path);
            var text = Digest().Replace(await visitor.Text(), "…") + "\n";
            var kept = Path.Combine(Folder, "pictures", picture);
            if (Environment.GetEnvironmentVariable("WRITE_PICTURES") == "1")
            {
                await File.WriteAllTextAsync($"{kept}.txt", text);
                await visitor.Page.SetViewportSizeAsync(width, height);
                await visitor.Page.ScreenshotAsync(new() { Path = $"{kept}.png" });
            }

            text.ShouldBe(await File.ReadAllTextAsync($"{kept}.txt"), picture);
        }
    }

    [Fact]
    public async Task Are_a_press_away_from_the_page_that_each_explains()
    {
        await using var visitor = await browser.Visit(sector.Host.Address);
        await visitor.SignIn("reporter-T84-CN");
        await visitor.Page.GotoAsync($"/portal/{sector.Collecting.ReportOf("T84-CN")}");

        await visitor.Follow("Hướng dẫn: Cán bộ tổng hợp");
        (await visitor.Heading()).ShouldBe("Cán bộ tổng hợp: làm và nộp báo cáo");
        (await visitor.Page.EvaluateAsync<int>("document.querySelector('.vks-guide img').naturalWidth")).ShouldBe(Narrow);
        await visitor.Follow("Hướng dẫn sử dụng");
        await visitor.Follow("Ký báo cáo");

        (await visitor.Heading()).ShouldBe("Thủ trưởng đơn vị: ký báo cáo");
        visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Name_only_what_stands_on_a_page()
    {
        var portal = Path.Combine(TheHouse.Root, "infra", "web", "Portal");
        var pages = await Task.WhenAll(Directory.EnumerateFiles(portal, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs").Select(file => File.ReadAllTextAsync(file)));
        var guides = await Task.WhenAll(Directory.EnumerateFiles(Folder, "*.md").Select(file => File.ReadAllTextAsync(file)));

        var named = guides.SelectMany(guide => InBold().Matches(guide).Select(bold => bold.Groups[1].Value))
            .Where(name => !name.EndsWith('.') && !IsSubject(name)).Distinct().ToList();

        named.Count.ShouldBeGreaterThan(20);
        named.Where(name => !pages.Any(page => page.Contains(name, StringComparison.OrdinalIgnoreCase))).ShouldBeEmpty();
    }

    /// <summary>Of a mail: [Chờ ký].</summary>
    private static bool IsSubject(string name) => name.StartsWith('[');

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex InBold();

    /// <summary>Digests and identifiers are others each time.</summary>
    [GeneratedRegex(@"\b[0-9a-f]{16,64}\b")]
    private static partial Regex Digest();
}
