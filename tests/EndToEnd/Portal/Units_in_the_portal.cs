using System.Text;
using Microsoft.Playwright;
using VksServerless.EndToEnd.Pages;
using VksServerless.Units;

namespace VksServerless.EndToEnd.Portal;

public class Units_in_the_portal(ABrowser browser) : IClassFixture<ABrowser>
{
    private static readonly DateTimeOffset June = new(2025, 6, 20, 8, 0, 0, VietnamTime.Offset);

    [Fact]
    public async Task Are_found_without_accents_by_name_code_level_and_superior_and_each_has_a_page_of_its_own()
    {
        await using var host = await AHost.Start();
        await using var reader = await browser.Visit(host.Address);
        await reader.Page.GotoAsync("/portal/units");
        await reader.SignInToPortal("reporter-T84-CL");

        foreach (var (query, found) in new[]
        {
            ("search=cang long", 1), ("search=t84-c", 4), ("superior=T84", 9), ("level=District&search=thanh tri", 1),
            ("search=khong co", 0),
        })
        {
            await reader.Page.GotoAsync($"/portal/units?{query}");
            (await reader.Page.Locator("main tbody tr").CountAsync()).ShouldBe(found, query);
        }

        await reader.Page.GotoAsync("/portal/units?search=tinh tra vinh&level=Province");
        await reader.Follow("tỉnh Trà Vinh");
        (await reader.Heading()).ShouldBe("Viện kiểm sát nhân dân tỉnh Trà Vinh");
        (await reader.Text()).ShouldContain("huyện Càng Long");
        (await reader.Text()).ShouldNotContain("t84@vks.example");
        (await reader.Page.Locator("main form, a[href*='edit']").CountAsync()).ShouldBe(0);
        foreach (var path in new[] { "file", "edit", "changes", "changes/new", "changes/shipped/2025-07-01" })
        {
            (await reader.Page.GotoAsync($"/portal/units/{path}"))!.Status.ShouldBe(403, path);
        }

        (await reader.Page.GotoAsync("/portal/units/XX"))!.Status.ShouldBe(404);
        reader.Complaints.ShouldAllBe(complaint => complaint.Contains("403") || complaint.Contains("404"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Are_replaced_by_a_file_only_after_its_changes_were_looked_at(bool script)
    {
        await using var host = await AHost.Start();
        await using var keeper = await browser.Visit(host.Address, script: script);
        await keeper.Page.GotoAsync("/portal/units");
        await keeper.SignInToPortal("administrator");
        var download = await keeper.Page.RunAndWaitForDownloadAsync(() => keeper.Follow("Tải cả danh bạ"));
        var before = await File.ReadAllTextAsync(await download.PathAsync());

        await Upload(keeper, before.Replace("Viện trưởng Nguyễn Văn Tùng", "Viện trưởng Lê Văn Bình", StringComparison.Ordinal)
            + "T84-MOI,Viện kiểm sát nhân dân khu vực 1,district,T84,Viện trưởng,t84-moi@vks.example,2018-07-01,\n");
        var preview = await keeper.Text();
        preview.ShouldContain("Thêm 1 đơn vị, đổi 1, bỏ 0.");
        preview.ShouldContain("Thủ trưởng: Viện trưởng Nguyễn Văn Tùng → Viện trưởng Lê Văn Bình.");
        (await host.As("administrator").Get("units/T84")).Done().Said("head").ShouldBe("Viện trưởng Nguyễn Văn Tùng");
        await keeper.Press("Thay danh bạ");

        (await keeper.Text()).ShouldContain("Danh bạ đã được cập nhật.");
        (await host.As("administrator").Get("units/T84")).Done().Said("head").ShouldBe("Viện trưởng Lê Văn Bình");
        await Upload(keeper, before.Replace("T84-CL,", "t84 cl,", StringComparison.Ordinal));
        (await keeper.Page.Locator(".govuk-error-summary li").CountAsync()).ShouldBeGreaterThan(0);
        keeper.Complaints.ShouldAllBe(complaint => complaint.Contains("422"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Get_another_head_and_new_ones_come_in_with_each_fault_at_its_input(bool script)
    {
        await using var host = await AHost.Start();
        await using var keeper = await browser.Visit(host.Address, script: script);
        await keeper.Page.GotoAsync("/portal/units/T84-CL");
        await keeper.SignInToPortal("administrator");
        await keeper.Follow("Sửa thủ trưởng, địa chỉ thư");
        await keeper.Page.Locator("#mails").FillAsync("không phải thư");
        await keeper.Press("Ghi vào danh bạ");
        (await keeper.Page.Locator(".govuk-error-summary a[href='#mails']").CountAsync()).ShouldBe(1);
        (await keeper.Page.Locator("#mails").InputValueAsync()).ShouldBe("không phải thư");
        await keeper.Page.Locator("#mails").FillAsync("cl@vks.example\nvp-cl@vks.example");
        await keeper.Press("Ghi vào danh bạ");
        (await keeper.Text()).ShouldContain("vp-cl@vks.example");

        await keeper.Page.GotoAsync("/portal/units/edit");
        await keeper.Page.Locator("#code").FillAsync("T84");
        await keeper.Press("Ghi vào danh bạ");
        (await keeper.Page.Locator("#code-loi").CountAsync()).ShouldBe(1);
        await keeper.Page.Locator("#code").FillAsync("T84-KV1");
        await keeper.Press("Ghi vào danh bạ");
        (await keeper.Page.Locator("#name-loi, #level-loi, #from-loi").CountAsync()).ShouldBe(3);
        await keeper.Page.Locator("#name").FillAsync("Viện kiểm sát nhân dân khu vực 1");
        await keeper.Page.Locator("#level").SelectOptionAsync("district");
        await keeper.Page.Locator("#superior").FillAsync("T84");
        await keeper.Page.Locator("#from").FillAsync("1/7/2018");
        await keeper.Press("Ghi vào danh bạ");

        (await host.As("centre").Get("units/T84-KV1")).Done().Said("validFrom").ShouldBe("2018-07-01");
        keeper.Complaints.ShouldAllBe(complaint => complaint.Contains("422"));
    }

    [Fact]
    public async Task Of_2025_are_looked_at_and_merged_by_the_shipped_change_which_is_then_offered_no_more()
    {
        await using var host = await AHost.Start(from: June);
        await using var keeper = await browser.Visit(host.Address);
        await keeper.Page.GotoAsync("/portal/units/changes");
        await keeper.SignInToPortal("administrator");

        await keeper.Follow("từ 63 còn 34");
        (await keeper.Text()).ShouldContain(
            "Viện kiểm sát nhân dân tỉnh Trà Vinh (T84) hợp nhất vào Viện kiểm sát nhân dân tỉnh Vĩnh Long (T86-2025), từ 01/07/2025.");
        await keeper.Press("Ghi thay đổi vào danh bạ");

        (await keeper.Text()).ShouldContain("Thay đổi đã ghi vào danh bạ.");
        (await keeper.Page.Locator("a[href*='shipped']").CountAsync()).ShouldBe(0);
        await keeper.Page.GotoAsync("/portal/units/T84");
        (await keeper.Page.Locator(".vks-step .govuk-tag", new() { HasText = "Sắp có hiệu lực" }).CountAsync()).ShouldBe(1);
        keeper.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Are_merged_renamed_and_moved_by_a_form_each_fault_at_its_input(bool script)
    {
        await using var host = await AHost.Start();
        await using var keeper = await browser.Visit(host.Address, script: script);
        await keeper.Page.GotoAsync("/portal/units/changes");
        await keeper.SignInToPortal("administrator");
        await keeper.Follow("Ghi một thay đổi");
        await keeper.Page.Locator("#kind-merge").CheckAsync();
        await keeper.Press("Tiếp tục");
        await keeper.Press("Xem thay đổi trước khi ghi");
        foreach (var id in new[] { "units", "heir-code-0", "day", "reason" })
        {
            (await keeper.Page.Locator($"#{id}-loi").CountAsync()).ShouldBe(1, id);
            (await keeper.Page.Locator($".govuk-error-summary a[href='#{id}']").CountAsync()).ShouldBe(1, id);
        }

        await keeper.Page.Locator("#units").FillAsync("T84-CL\nViện kiểm sát nhân dân huyện Cầu Kè, tỉnh Trà Vinh");
        await keeper.Page.Locator("#heir-code-0").FillAsync("T84-KV1");
        await keeper.Page.Locator("#day").FillAsync("01/08/2018");
        await keeper.Page.Locator("#reason").FillAsync("Sắp xếp cấp huyện.");
        await keeper.Press("Xem thay đổi trước khi ghi");
        (await keeper.Page.Locator("#heir-name-0-loi").CountAsync()).ShouldBe(1);
        await keeper.Page.Locator("#heir-name-0").FillAsync("Viện kiểm sát nhân dân khu vực 1, tỉnh Trà Vinh");
        await keeper.Press("Xem thay đổi trước khi ghi");
        (await keeper.Text()).ShouldContain("Thêm 1 đơn vị, đổi 2, bỏ 0.");
        (await host.As("centre").Get("units/T84-KV1")).Refused(404, "unit-unknown");
        await keeper.Press("Ghi thay đổi vào danh bạ");

        (await host.As("centre").Get("units/T84-CL")).Done().Said("validTo").ShouldBe("2018-07-31");
        (await host.As("centre").Get("units/T84-KV1")).Done().Said("superior").ShouldBe("T84");
        await Change(keeper, "rename", "V14", ("newName", "Vụ Pháp chế và Quản lý khoa học"));
        (await host.As("centre").Get("units/V14")).Done().Said("name").ShouldBe("Vụ Pháp chế và Quản lý khoa học");
        await Change(keeper, "reparent", "T84-CN", ("superior", "T01"));
        (await host.As("centre").Get("units/T84-CN")).Done().Said("superior").ShouldBe("T01");
        (await host.As("inspector").Get("units/successions")).Done()["items"].GetArrayLength().ShouldBe(4);
        keeper.Complaints.ShouldAllBe(complaint => complaint.Contains("422"));
    }

    [Fact]
    public async Task Changed_by_another_meanwhile_are_left_as_they_are()
    {
        await using var host = await AHost.Start();
        await using var keeper = await browser.Visit(host.Address);
        await keeper.Page.GotoAsync("/portal/units/edit?unit=T84-CL");
        await keeper.SignInToPortal("administrator");
        await using var other = await browser.Visit(host.Address);
        await other.Page.GotoAsync("/portal/units/edit?unit=T84-CL");
        await other.SignInToPortal("administrator");

        foreach (var (visitor, head) in new[] { (other, "Viện trưởng Hai"), (keeper, "Viện trưởng Ba") })
        {
            await visitor.Page.Locator("#head").FillAsync(head);
            await visitor.Press("Ghi vào danh bạ");
        }

        (await keeper.Text()).ShouldContain("Danh bạ đã thay đổi");
        (await keeper.Page.Locator("#head").InputValueAsync()).ShouldBe("Viện trưởng Ba");
        (await host.As("administrator").Get("units/T84-CL")).Done().Said("head").ShouldBe("Viện trưởng Hai");
    }

    private static async Task Upload(Visitor keeper, string csv)
    {
        await keeper.Page.GotoAsync("/portal/units");
        await keeper.Click(keeper.Page.Locator("summary").First);
        await keeper.Page.Locator("#file").SetInputFilesAsync(
            new FilePayload { Name = "danh-ba.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await keeper.Press("Xem thay đổi trước khi ghi");
    }

    private static async Task Change(Visitor keeper, string kind, string unit, (string Input, string Text) what)
    {
        await keeper.Page.GotoAsync($"/portal/units/changes/new?kind={kind}&units={unit}");
        await keeper.Page.Locator($"#{what.Input}").FillAsync(what.Text);
        await keeper.Page.Locator("#day").FillAsync("01/08/2018");
        await keeper.Page.Locator("#reason").FillAsync("Theo quyết định.");
        await keeper.Press("Xem thay đổi trước khi ghi");
        await keeper.Press("Ghi thay đổi vào danh bạ");
    }
}
