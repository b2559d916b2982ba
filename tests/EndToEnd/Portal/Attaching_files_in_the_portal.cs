using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Attaching_files_in_the_portal(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Unit = "V14";
    private const string Field = "danh_muc_van_ban";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_with_a_decomposed_name_is_kept_read_back_and_removed(bool script)
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var visitor = await browser.Visit(host.Address, script: script);
        var bytes = Pdf(9 * 1024 * 1024);
        await Open(visitor, cycle);

        await Choose(visitor, "Báo cáo Đắk Lắk.pdf".Normalize(NormalizationForm.FormD), "application/pdf", bytes);
        await SaveAndComeBack(visitor, cycle);
        var link = visitor.Page.Locator(".vks-files a");
        (await link.InnerTextAsync()).ShouldBe("Báo cáo Đắk Lắk.pdf");
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        download.SuggestedFilename.ShouldBe("Báo cáo Đắk Lắk.pdf");
        SHA256.HashData(await File.ReadAllBytesAsync(await download.PathAsync())).ShouldBe(SHA256.HashData(bytes));
        await visitor.Page.GetByLabel("Bỏ tệp này").CheckAsync();
        await SaveAndComeBack(visitor, cycle);

        (await visitor.Page.Locator(".vks-files li").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_is_not_taken_is_named_at_its_field_and_the_answers_are_saved()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var visitor = await browser.Visit(host.Address, script: false);
        await Open(visitor, cycle);

        await visitor.AnswerEverything();
        await Choose(visitor, "tro-choi.exe", "application/octet-stream", [0x4D, 0x5A, 0, 0]);
        await visitor.Press("Lưu, về danh sách phần");

        var error = visitor.Page.Locator(".govuk-error-summary a", new() { HasText = "tro-choi.exe" });
        (await error.GetAttributeAsync("href"))!.ShouldContain(Field);
        var draft = (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Done()["answers"];
        draft.EnumerateObject().Count().ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task A_file_sent_after_the_session_has_ended_loses_nothing_that_was_typed()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var visitor = await browser.Visit(host.Address, script: false);
        await Open(visitor, cycle);
        var answers = await visitor.AnswerEverything();
        await Choose(visitor, "bien-ban.pdf", "application/pdf", Pdf(2 * 1024 * 1024));
        await host.SetClock(host.Clock.GetUtcNow().AddHours(2));

        await visitor.Press("Lưu, về danh sách phần");
        await visitor.SignInToPortal($"reporter-{Unit}");
        (await visitor.Heading()).ShouldBe("Những gì bạn nhập vẫn còn");
        await visitor.Press("Gửi tiếp");

        (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Done()["answers"].EnumerateObject().Count()
            .ShouldBeGreaterThanOrEqualTo(answers);
    }

    private static async Task Open(Visitor visitor, ACycle cycle)
    {
        await visitor.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/sections/quan_ly_chi_dao");
        await visitor.SignInToPortal($"reporter-{Unit}");
    }

    private static async Task SaveAndComeBack(Visitor visitor, ACycle cycle)
    {
        await visitor.Press("Lưu, về danh sách phần");
        await visitor.Page.GetByText("Đã lưu.").WaitForAsync();
        await visitor.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/sections/quan_ly_chi_dao");
    }

    private static Task Choose(Visitor visitor, string name, string kind, byte[] bytes) =>
        visitor.Page.Locator($"input[type=file][data-upload={Field}]")
            .SetInputFilesAsync(new FilePayload { Name = name, MimeType = kind, Buffer = bytes });

    private static byte[] Pdf(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        "%PDF-1.7\n"u8.CopyTo(bytes);
        return bytes;
    }
}
