using VksServerless.EndToEnd.Pages;
using VksServerless.EndToEnd.Reports;

namespace VksServerless.EndToEnd.Portal;

public class Reporting_in_Excel(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Unit = "V14";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_workbook_goes_down_and_up_and_wrong_cells_come_back_marked(bool script)
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await browser.VisitAs(host, $"reporter-{Unit}", $"/portal/{cycle.ReportOf(Unit)}", script: script);
        await clerk.Follow("Làm bằng Excel");
        var empty = await Download(clerk, () => clerk.Follow("Tải mẫu Excel"));

        await clerk.Press("Kiểm tra và lưu vào dự thảo");
        (await clerk.Page.Locator("#file-loi").CountAsync()).ShouldBe(1);
        await Send(clerk, empty.With("may_tinh", "bốn lăm"));
        (await clerk.Text()).ShouldContain("Tệp có");
        (await clerk.Page.Locator("tbody tr").CountAsync()).ShouldBeGreaterThan(0);
        var marked = await Download(clerk, () => clerk.Press("Tải tệp đã đánh dấu từng ô"));
        marked.Sheets[0].ShouldBe("Lỗi cần sửa");
        await Send(clerk, marked.With("may_tinh", "45"));

        (await clerk.Text()).ShouldContain("Đã lưu số liệu trong tệp vào dự thảo");
        (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Done()["answers"].GetProperty("may_tinh").GetInt32()
            .ShouldBe(45);
    }

    [Fact]
    public async Task A_carried_file_that_is_no_workbook_of_this_report_is_not_given_back()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await browser.VisitAs(host, $"reporter-{Unit}", $"/portal/{cycle.ReportOf(Unit)}/workbook");

        var page = Convert.ToBase64String("<script>alert(1)</script>"u8);
        (await clerk.Post($"/portal/{cycle.ReportOf(Unit)}/workbook/marked", ("workbook", page))).ShouldBe(415);
    }

    private static async Task<AWorkbook> Download(Visitor clerk, Func<Task> press)
    {
        var download = await clerk.Page.RunAndWaitForDownloadAsync(press);
        download.SuggestedFilename.ShouldEndWith(".xlsx");
        return new AWorkbook(await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    private static async Task Send(Visitor clerk, AWorkbook workbook)
    {
        await clerk.Page.Locator("#file").SetInputFilesAsync(
            new Microsoft.Playwright.FilePayload { Name = "bao-cao.xlsx", MimeType = AWorkbook.MediaType, Buffer = workbook.Bytes });
        await clerk.Press("Kiểm tra và lưu vào dự thảo");
    }
}
