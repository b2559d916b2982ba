using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Playwright;
using VksServerless.EndToEnd.Pages;
using VksServerless.Reports;

namespace VksServerless.EndToEnd.Portal;

public sealed class Sending_files_in_blocks(ABrowser browser) : IClassFixture<ABrowser>, IDisposable
{
    private const string Unit = "V14";
    private const string Field = "danh_muc_van_ban";
    private const int TwentyMegabytes = 20 * 1024 * 1024;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vks-files-");

    [Fact]
    public async Task A_line_that_breaks_costs_a_block_and_the_file_arrives_byte_for_byte()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheSection(host, cycle);
        var broken = new ConcurrentDictionary<string, bool>();
        await clerk.Page.RouteAsync("**/blocks/*", route =>
            BlockOf(route.Request) is 2 or 3 && broken.TryAdd(route.Request.Url, true) ? route.AbortAsync() : route.ContinueAsync());
        var file = AFileOf(TwentyMegabytes);

        await Choose(clerk, file);
        await clerk.Page.Locator(".vks-files a", new() { HasText = "Danh mục.pdf" }).WaitForAsync();

        broken.Count.ShouldBe(2);
        (await clerk.Page.Locator(".vks-uploads li").CountAsync()).ShouldBe(0);
        var download = await clerk.Page.RunAndWaitForDownloadAsync(() => clerk.Page.Locator(".vks-files a").ClickAsync());
        (await HashOf(await download.PathAsync())).ShouldBe(await HashOf(file));
        await clerk.Press("Lưu, về danh sách phần");
        (await Attached(host, cycle)).ShouldHaveSingleItem();
        (await host.FilesKept()).Count.ShouldBe(1, "the blocks are gone");
        clerk.Complaints.ShouldAllBe(complaint => complaint.Contains("ERR_FAILED"));
    }

    [Fact]
    public async Task After_the_page_is_loaded_again_the_same_file_goes_on_where_it_broke_off()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheSection(host, cycle);
        var sent = new ConcurrentQueue<int>();
        await clerk.Page.RouteAsync("**/blocks/*", route => BlockOf(route.Request) >= 2 ? route.AbortAsync() : Note(route));
        await Choose(clerk, AFileOf(TwentyMegabytes));
        await clerk.Page.Locator(".vks-uploads", new() { HasText = "Mất kết nối" }).WaitForAsync();

        await clerk.Page.ReloadAsync();
        await clerk.Page.UnrouteAllAsync();
        await clerk.Page.RouteAsync("**/blocks/*", Note);
        await Choose(clerk, AFileOf(TwentyMegabytes));
        await clerk.Page.Locator(".vks-files a", new() { HasText = "Danh mục.pdf" }).WaitForAsync();

        sent.ShouldBe([0, 1, 2, 3, 4]);
        (await Attached(host, cycle)).ShouldHaveSingleItem();

        Task Note(IRoute route)
        {
            sent.Enqueue(BlockOf(route.Request));
            return route.ContinueAsync();
        }
    }

    [Fact]
    public async Task What_is_cancelled_leaves_nothing_and_what_nobody_goes_on_with_is_swept_after_a_day()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheSection(host, cycle);
        await clerk.Page.RouteAsync("**/blocks/1", route => route.AbortAsync());
        await Choose(clerk, AFileOf(TwentyMegabytes));
        await clerk.Page.Locator(".vks-uploads", new() { HasText = "Mất kết nối" }).WaitForAsync();
        (await host.FilesKept()).Count.ShouldBe(1);

        await clerk.Page.RunAndWaitForResponseAsync(
            () => clerk.Press("Hủy gửi Danh mục.pdf"), answer => answer.Url.EndsWith("/cancel", StringComparison.Ordinal));
        (await host.FilesKept()).ShouldBeEmpty();
        (await clerk.Page.Locator(".vks-uploads li").CountAsync()).ShouldBe(0);
        await Choose(clerk, AFileOf(TwentyMegabytes));
        await clerk.Page.Locator(".vks-uploads", new() { HasText = "Mất kết nối" }).WaitForAsync();
        await clerk.Page.CloseAsync();
        await host.Play(host.Clock.GetUtcNow().AddHours(23));
        (await host.FilesKept()).Count.ShouldBe(1);
        await host.Play(host.Clock.GetUtcNow().AddHours(26));

        (await host.FilesKept()).ShouldBeEmpty();
        (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/attachments")).Done().Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_before_it_is_sent_and_by_the_server_at_its_very_byte()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheSection(host, cycle);
        var asked = new ConcurrentQueue<string>();
        clerk.Page.Request += (_, request) => asked.Enqueue(request.Url);

        await Choose(clerk, AFileOf(AttachmentRules.MaxLength + 1));
        await clerk.Page.Locator(".vks-uploads .govuk-error-message").WaitForAsync();

        (await clerk.Page.Locator(".vks-uploads").InnerTextAsync()).ShouldContain("Tệp quá lớn: mỗi tệp tối đa 100 MB.");
        asked.ShouldNotContain(url => url.Contains("/uploads"));
        (await Begin(clerk, cycle, AttachmentRules.MaxLength + 1)).ShouldBe((int)System.Net.HttpStatusCode.RequestEntityTooLarge);
        (await Begin(clerk, cycle, AttachmentRules.MaxLength)).ShouldBe((int)System.Net.HttpStatusCode.OK);
        (await host.FilesKept()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hostile_file_is_refused_when_it_is_whole_and_nothing_of_it_stays()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheSection(host, cycle);
        var path = AFileOf(Upload.BlockLength + 100);
        await using (var file = File.OpenWrite(path))
        {
            // Its name begins in one block and ends in the next.
            file.Position = Upload.BlockLength - 4;
            file.Write("/JavaScript "u8);
        }

        await Choose(clerk, path);
        await clerk.Page.Locator(".vks-uploads .govuk-error-message").WaitForAsync();

        (await clerk.Page.Locator(".vks-uploads").InnerTextAsync()).ShouldContain("PDF chứa JavaScript");
        (await host.FilesKept()).ShouldBeEmpty();
        (await Attached(host, cycle)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_file_announced_with_another_length_leaves_no_block_behind()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheSection(host, cycle);
        await clerk.Page.RouteAsync("**/blocks/2", route => route.AbortAsync());
        var file = AFileOf(TwentyMegabytes);
        var begun = await clerk.Page.RunAndWaitForResponseAsync(
            () => Choose(clerk, file), answer => answer.Url.EndsWith("/uploads", StringComparison.Ordinal));
        var id = (await begun.JsonAsync())!.Value.GetProperty("id").GetString();
        await clerk.Page.Locator(".vks-uploads", new() { HasText = "Mất kết nối" }).WaitForAsync();
        (await host.FilesKept()).Count.ShouldBe(2);
        await clerk.Page.ReloadAsync();

        var uploads = $"/portal/{cycle.ReportOf(Unit)}/uploads";
        (await clerk.Post(uploads, ("name", "Danh mục.pdf"), ("length", "1"), ("sha256", await HashOf(file)))).ShouldBe(200);
        (await clerk.Post($"{uploads}/{id}/cancel")).ShouldBe(204);

        (await host.FilesKept()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_else_adds_to_an_upload_completes_or_cancels_it()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit, "VP");
        await using var clerk = await AtTheSection(host, cycle);
        await clerk.Page.RouteAsync("**/blocks/1", route => route.AbortAsync());
        var begun = await clerk.Page.RunAndWaitForResponseAsync(
            () => Choose(clerk, AFileOf(TwentyMegabytes)), answer => answer.Url.EndsWith("/uploads", StringComparison.Ordinal));
        var id = (await begun.JsonAsync())!.Value.GetProperty("id").GetString();
        await clerk.Page.Locator(".vks-uploads", new() { HasText = "Mất kết nối" }).WaitForAsync();
        var upload = $"/portal/{cycle.ReportOf(Unit)}/uploads/{id}";

        foreach (var (person, status) in new[] { ("reporter-VP", 403), ($"head-{Unit}", 404), ("inspector", 403) })
        {
            await using var other = await browser.Visit(host.Address);
            await other.Page.GotoAsync("/portal");
            await other.SignInToPortal(person);
            (await SendBlock(other, $"{upload}/blocks/1")).ShouldBe(status, person);
            (await other.Post($"{upload}/complete", ("field", Field))).ShouldBe(status, person);
            (await other.Post($"{upload}/cancel")).ShouldBe(status, person);
        }

        (await host.FilesKept()).Count.ShouldBe(1, "the block that the clerk sent");
        (await SendBlock(clerk, $"{upload}/blocks/4")).ShouldBe(422, "a block of another length");
        (await clerk.Post($"{upload}/complete", ("field", Field))).ShouldBe(409, "blocks are missing");
    }

    [Fact]
    public async Task More_files_than_the_field_takes_are_refused_before_they_are_sent()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheSection(host, cycle);

        await clerk.Page.Locator($"#u-{Field}").SetInputFilesAsync(
            Enumerable.Range(1, 4).Select(Small).ToArray());
        await clerk.Page.Locator(".vks-uploads .govuk-error-message").WaitForAsync();

        (await clerk.Page.Locator(".vks-files li").CountAsync()).ShouldBe(3);
        (await clerk.Page.Locator(".vks-uploads").InnerTextAsync()).ShouldContain("Tối đa 3 tệp.");
        (await Attached(host, cycle)).Count.ShouldBe(3);
        await clerk.Page.Locator(".vks-files input[type=checkbox]").First.CheckAsync();
        await clerk.Press("Lưu, về danh sách phần");
        (await Attached(host, cycle)).Count.ShouldBe(2);
        clerk.Complaints.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<Visitor> AtTheSection(AHost host, ACycle cycle)
    {
        var clerk = await browser.Visit(host.Address);
        await clerk.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/sections/quan_ly_chi_dao");
        await clerk.SignInToPortal($"reporter-{Unit}");
        return clerk;
    }

    private static Task Choose(Visitor clerk, string path) => clerk.Page.Locator($"#u-{Field}").SetInputFilesAsync(path);

    private static FilePayload Small(int number) =>
        new() { Name = $"Tệp {number}.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7 "u8, (byte)number] };

    /// <summary>A PDF of so many bytes, the same each time.</summary>
    private string AFileOf(long length)
    {
        var path = Path.Combine(_folder.FullName, "Danh mục.pdf");
        using var file = File.Create(path);
        file.Write("%PDF-1.7\n"u8);
        for (var at = 1024 * 1024L; at < length; at += 1024 * 1024)
        {
            file.Position = at;
            file.Write(BitConverter.GetBytes(at));
        }

        file.SetLength(length);
        return path;
    }

    private static async Task<string> HashOf(string path)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
    }

    private static int BlockOf(IRequest request) =>
        int.Parse(request.Url.AsSpan(request.Url.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);

    private static Task<int> Begin(Visitor clerk, ACycle cycle, long length) => clerk.Post(
        $"/portal/{cycle.ReportOf(Unit)}/uploads", ("name", "Danh mục.pdf"), ("length", length.ToString(CultureInfo.InvariantCulture)),
        ("sha256", new string('a', 64)));

    private static Task<int> SendBlock(Visitor visitor, string address) => visitor.Page.EvaluateAsync<int>(
        """
        async address => {
          const form = new FormData();
          form.append("form-token", document.querySelector("[name=form-token]").value);
          form.append("block", new Blob(["%PDF-1.7"]));
          return (await fetch(address, { method: "POST", body: form, headers: { Accept: "application/json" } })).status;
        }
        """,
        address);

    /// <summary>The files that the draft names in the field.</summary>
    private static async Task<IReadOnlyList<string>> Attached(AHost host, ACycle cycle)
    {
        var draft = await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft");
        return draft.Status == 404 || !draft.Done()["answers"].TryGetProperty(Field, out var ids)
            ? []
            : [.. ids.EnumerateArray().Select(id => id.GetString()!)];
    }
}
