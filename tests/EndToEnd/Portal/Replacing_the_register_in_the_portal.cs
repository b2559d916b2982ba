using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using VksServerless.Application.People;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Replacing_the_register_in_the_portal(ABrowser browser) : IClassFixture<ABrowser>
{
    private const int People = 26_000;

    [Fact]
    public async Task A_register_of_the_whole_sector_is_compared_and_then_replaced()
    {
        await using var host = await AHost.Start();
        await using var keeper = await browser.VisitAs(host, "administrator", "/portal/people");
        var file = new StringBuilder("person,name,mail,role,unit,from,to,in_place_of\n");
        foreach (var number in Enumerable.Range(0, People))
        {
            file.Append(
                CultureInfo.InvariantCulture,
                $"{Guid.NewGuid()},Nguyễn Thị Minh Khai thứ {number},nguyen.thi.minh.khai.{number}@vien-kiem-sat.example,unit-reporter,T84,2018-01-01,,\n");
        }

        await keeper.Click(keeper.Page.Locator("summary"));
        await keeper.Page.Locator("#file").SetInputFilesAsync(new Microsoft.Playwright.FilePayload
        {
            Name = "so-can-bo.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(file.ToString()),
        });
        file.Length.ShouldBeGreaterThan(3 * 1024 * 1024, "as base 64 a form would not take it");
        await keeper.Press("Xem thay đổi trước khi ghi");
        (await keeper.Text()).ShouldContain("Thêm 26.000 người");
        await keeper.Press("Thay sổ cán bộ");

        (await host.Services.GetRequiredService<IPeople>().Read(CancellationToken.None)).Value.People.Count.ShouldBe(People);
    }
}
