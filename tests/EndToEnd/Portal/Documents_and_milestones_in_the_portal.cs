using System.Net;
using Microsoft.Playwright;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Documents_and_milestones_in_the_portal(ABrowser browser) : IClassFixture<ABrowser>
{
    private const string Unit = "T84";
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. new byte[3000]];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_document_is_attached_to_a_draft_taken_out_and_read_by_the_units_of_the_started_cycle(bool script)
    {
        await using var host = await AHost.Start();
        var draft = await ACycle.Draft(host, ACycle.Terms(Unit));
        await using var centre = await browser.Visit(host.Address, script: script);
        await centre.Page.GotoAsync($"/portal/{draft.Path}");
        await centre.SignInToPortal("centre");

        await centre.Follow("Đính kèm tài liệu");
        await Attach(centre, "kind", "Kế hoạch 72.pdf");
        await Attach(centre, "kind-draft", "Nhầm.pdf");
        await centre.Press("Bỏ tài liệu Nhầm.pdf");
        (await centre.Text()).ShouldContain("Đã bỏ tài liệu.");
        await centre.Page.GotoAsync($"/portal/{draft.Path}");
        (await centre.Text()).ShouldContain("Kế hoạch 72.pdf");
        await centre.StartCycle();
        await host.WhenQuiet();
        await centre.Page.GotoAsync($"/portal/{draft.Path}/documents");
        (await centre.Page.Locator("button", new() { HasText = "Bỏ" }).CountAsync()).ShouldBe(0);

        await using var unit = await browser.Visit(host.Address, script: script);
        await unit.Page.GotoAsync($"/portal/{draft.ReportOf(Unit)}");
        await unit.SignInToPortal($"reporter-{Unit}");
        var download = await unit.Page.RunAndWaitForDownloadAsync(() => unit.Follow("Kế hoạch 72.pdf"));
        (await File.ReadAllBytesAsync(await download.PathAsync())).ShouldBe(Pdf);
        (await unit.Text()).ShouldNotContain("Nhầm.pdf");
        centre.Complaints.Concat(unit.Complaints).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_not_taken_is_said_at_its_input_and_the_kind_stays_chosen()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, Unit);
        await using var centre = await browser.Visit(host.Address);
        await centre.Page.GotoAsync($"/portal/{cycle.Path}/documents");
        await centre.SignInToPortal("centre");

        await centre.Press("Đính kèm");
        (await centre.Page.Locator("#kind-loi, #file-loi").CountAsync()).ShouldBe(2);
        await centre.Page.Locator("#kind-draft").CheckAsync();
        await centre.Page.Locator("#file").SetInputFilesAsync(
            new FilePayload { Name = "Dự thảo.pdf", MimeType = "application/pdf", Buffer = "không phải PDF"u8.ToArray() });
        await centre.Press("Đính kèm");

        (await centre.Page.Locator("#file-loi").InnerTextAsync()).ShouldContain("Nội dung không phải là");
        (await centre.Page.Locator(".govuk-error-summary a[href='#file']").CountAsync()).ShouldBe(1);
        (await centre.Page.Locator("#kind-draft").IsCheckedAsync()).ShouldBeTrue();
        (await host.As("centre").Get($"{cycle.Path}/documents")).Done().Json.GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Only_the_centre_attaches_and_nobody_else_reads_those_of_a_draft()
    {
        await using var host = await AHost.Start();
        var (draft, cycle) = (await ACycle.Draft(host, ACycle.Terms(Unit)), await ACycle.Open(host, Unit));
        await using var unit = await browser.Visit(host.Address);
        await unit.Page.GotoAsync($"/portal/{cycle.Path}/documents");
        await unit.SignInToPortal($"reporter-{Unit}");

        (await unit.Page.Locator("#file").CountAsync()).ShouldBe(0);
        (await unit.Post($"/portal/{cycle.Path}/documents", ("kind", "plan"))).ShouldBe(403);
        (await unit.Page.GotoAsync($"/portal/{draft.Path}/documents"))!.Status.ShouldBe((int)HttpStatusCode.NotFound);
        (await unit.Page.Locator("h1").CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Milestones_of_the_plan_are_entered_in_the_guided_form_and_come_back_as_they_were(bool script)
    {
        await using var host = await AHost.Start();
        var draft = await ACycle.Draft(host, ACycle.Terms(Unit));
        await using var centre = await browser.Visit(host.Address, script: script);
        await centre.Page.GotoAsync($"/portal/{draft.Path}/edit");
        await centre.SignInToPortal("centre");

        await centre.Press("Thêm mốc");
        await centre.Page.Locator("#milestone-name-0").FillAsync("Hội nghị tổng kết");
        await centre.Page.Locator("#milestone-on-0").FillAsync("31 tháng 12");
        await centre.Page.Locator("#milestone-concerns-0").FillAsync("Văn phòng, van-phong@vks.example");
        await centre.Press("Thêm mốc");
        (await centre.Page.Locator("#milestone-on-0").InputValueAsync()).ShouldBe("31 tháng 12");
        await centre.SaveDraft();
        (await centre.Page.Locator(".govuk-error-summary a[href='#milestone-on-0']").CountAsync()).ShouldBe(1);
        await centre.Page.Locator("#milestone-on-0").FillAsync("31/12/2018");
        await centre.Page.Locator("#milestone-after-0").FillAsync("1");
        await centre.Page.Locator("#milestone-units-0").CheckAsync();
        await centre.SaveDraft();

        (await centre.Text()).ShouldContain("31/12/2018: Hội nghị tổng kết");
        var kept = (await host.As("centre").Get(draft.Path)).Done()["milestones"].EnumerateArray().ShouldHaveSingleItem();
        $"{kept.GetProperty("remindDays")}".ShouldBe("[-7,0,1]");
        kept.GetProperty("concerns")[0].GetProperty("mail").GetString().ShouldBe("van-phong@vks.example");
        kept.GetProperty("concernsUnits").GetBoolean().ShouldBeTrue();
        await centre.Follow("Sửa dự thảo");
        (await centre.Page.Locator("#milestone-concerns-0").InputValueAsync()).ShouldBe("Văn phòng, van-phong@vks.example");
        (await centre.Page.Locator("#milestone-before-0").InputValueAsync()).ShouldBe("7, 0");
    }

    private static async Task Attach(Visitor centre, string kind, string name)
    {
        await centre.Page.Locator($"#{kind}").CheckAsync();
        await centre.Page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/pdf", Buffer = Pdf });
        await centre.Press("Đính kèm");
        (await centre.Text()).ShouldContain("Đã đính kèm tài liệu.");
    }
}
