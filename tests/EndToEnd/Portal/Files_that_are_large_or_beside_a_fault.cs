using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using VksServerless.EndToEnd.Pages;
using VksServerless.Reports;

namespace VksServerless.EndToEnd.Portal;

public class Files_that_are_large_or_beside_a_fault(ABrowser browser, AHost host) : IClassFixture<ABrowser>, IClassFixture<AHost>
{
    private const string Unit = "V14";
    private const string Field = "danh_muc_van_ban";
    private const string Save = "Lưu, về danh sách phần";

    private const string Form = """
        {
          "code": "giai-trinh", "version": 1, "title": "Báo cáo phải giải trình",
          "sections": [{ "code": "quan_ly_chi_dao", "number": "I", "title": "Chung", "fields": [
            { "code": "so_vu", "label": "Số vụ", "type": { "kind": "integer" }, "required": true, "aggregation": "sum" },
            { "code": "danh_muc_van_ban", "label": "Tài liệu", "type": { "kind": "attachment", "maxFiles": 3 } }
          ] }],
          "rules": [{ "code": "nhieu", "severity": "query", "holds": "so_vu <= 100", "message": "Nhiều hơn thường lệ.",
                      "fields": ["so_vu"] }]
        }
        """;

    [Fact]
    public async Task A_PDF_of_many_thousand_objects_is_taken()
    {
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheSection(cycle);
        var file = new StringBuilder("%PDF-1.7\n");
        for (var number = 1; number <= 50_000; number++)
        {
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n<< /Type /Annot /Rect [0 0 {number} 10] >>\nendobj\n");
        }

        await Choose(clerk, "Hồ sơ quét.pdf", Encoding.ASCII.GetBytes(file.Append("%%EOF").ToString()));

        await clerk.Page.Locator(".vks-files a", new() { HasText = "Hồ sơ quét.pdf" }).WaitForAsync();
    }

    [Fact]
    public async Task A_file_of_the_very_limit_is_taken_and_of_a_byte_more_refused_by_the_form_and_in_blocks_in_our_own_words()
    {
        var cycle = await ACycle.Open(host, Unit);
        using var clerk = await APortalSession.Of(host.Address, $"reporter-{Unit}");
        var bytes = new byte[AttachmentRules.MaxLength + 1];
        "%PDF-1.7\n"u8.CopyTo(bytes);

        (await WithTheForm(clerk, cycle, new ReadOnlyMemoryContent(bytes.AsMemory(..^1)))).Status.ShouldBe(302);
        var refused = await WithTheForm(clerk, cycle, new ByteArrayContent(bytes));
        (refused.Status, refused.Text.Contains("Lớn.pdf: Mỗi tệp tối đa 100 MB.")).ShouldBe((422, true));
        bytes[10] = 1;
        (await InBlocks(clerk, cycle, bytes)).Status.ShouldBe(413);
        (await InBlocks(clerk, cycle, bytes[..^1])).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_file_far_over_the_limit_is_refused_in_our_own_words_also_where_no_script_stops_it()
    {
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheSection(cycle, script: false);
        var path = Path.Combine(host.DataFolder, "Rất lớn.pdf");
        await using (var file = File.Create(path))
        {
            file.SetLength(AttachmentRules.MaxLength + (8 * 1024 * 1024));
        }

        await clerk.Page.Locator($"#u-{Field}").SetInputFilesAsync(path);
        await clerk.Press(Save);

        (await clerk.Heading()).ShouldBe("Gửi lên quá nhiều một lần");
        (await clerk.Text()).ShouldContain("mỗi tệp tối đa 100 MB");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_attached_stays_beside_a_field_that_is_wrong_or_left_empty(bool script)
    {
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheSection(cycle, script);

        await Choose(clerk, "Danh mục.pdf", "%PDF-1.7 "u8.ToArray());
        await clerk.Type("so_chi_thi", "nhiều");
        await clerk.Press(Save);
        (await clerk.Page.Locator(".govuk-error-summary a").CountAsync()).ShouldBe(1);
        (await Listed(clerk)).ShouldBe(["Danh mục.pdf"]);
        await clerk.Type("so_chi_thi", "");
        await clerk.Press(Save);
        await clerk.Follow("Kiểm tra và nộp");

        (await clerk.Text()).ShouldContain("Chưa nộp được");
        (await clerk.Page.Locator("main a", new() { HasText = "Danh mục.pdf" }).CountAsync()).ShouldBe(1);
        await clerk.Page.GotoAsync($"/portal/{cycle.ReportOf(Unit)}/sections/quan_ly_chi_dao");
        (await Listed(clerk)).ShouldBe(["Danh mục.pdf"]);
    }

    [Fact]
    public async Task An_explanation_that_is_too_long_is_told_at_its_place_and_costs_neither_the_file_nor_the_numbers()
    {
        (await host.As("centre").Put("forms/giai-trinh/1", JsonNode.Parse(Form), null)).Status.ShouldBe(201);
        var terms = ACycle.Terms(Unit);
        terms["form"] = new JsonObject { ["code"] = "giai-trinh", ["version"] = 1 };
        var cycle = await ACycle.Open(host, terms);
        await using var clerk = await AtTheSection(cycle, script: false);
        await clerk.Type("so_vu", "150");
        await clerk.Press("Lưu và tiếp tục");

        await clerk.Type("so_vu", "160");
        await clerk.Fill("e-nhieu", new string('a', 2001));
        await Choose(clerk, "Danh mục.pdf", "%PDF-1.7 "u8.ToArray());
        await clerk.Press(Save);

        (await clerk.Page.Locator(".govuk-error-summary a").GetAttributeAsync("href")).ShouldBe("#e-nhieu");
        (await clerk.Page.Locator("#e-nhieu-loi").InnerTextAsync()).ShouldContain("Tối đa 2.000 ký tự");
        (await clerk.Page.Locator("#e-nhieu").InputValueAsync()).Length.ShouldBe(2001);
        (await Listed(clerk)).ShouldBe(["Danh mục.pdf"]);
        (await Draft(cycle)).GetProperty("so_vu").GetInt32().ShouldBe(160);
    }

    [Fact]
    public async Task One_file_too_many_is_told_and_one_of_them_is_taken_off_without_choosing_the_others_again()
    {
        var cycle = await ACycle.Open(host, Unit);
        await using var clerk = await AtTheSection(cycle, script: false);

        await clerk.Page.Locator($"#u-{Field}").SetInputFilesAsync(Enumerable.Range(1, 4).Select(number =>
            new FilePayload { Name = $"Tệp {number}.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7 "u8, (byte)number] }));
        await clerk.Press(Save);
        (await Listed(clerk)).Count.ShouldBe(4);
        await clerk.Page.Locator(".vks-files input[type=checkbox]").First.CheckAsync();
        await clerk.Press(Save);

        (await Draft(cycle)).GetProperty(Field).GetArrayLength().ShouldBe(3);
    }

    private Task<Visitor> AtTheSection(ACycle cycle, bool script = true) => browser.VisitAs(
        host, $"reporter-{Unit}", $"/portal/{cycle.ReportOf(Unit)}/sections/quan_ly_chi_dao", script: script);

    private static async Task Choose(Visitor clerk, string name, byte[] bytes)
    {
        await clerk.Page.Locator($"#u-{Field}").SetInputFilesAsync(
            new FilePayload { Name = name, MimeType = "application/pdf", Buffer = bytes });
        await clerk.Page.Locator(".vks-uploads [data-sending]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static Task<IReadOnlyList<string>> Listed(Visitor clerk) => clerk.Page.Locator(".vks-files a").AllInnerTextsAsync();

    private static async Task<(int Status, string Text, string Kind)> WithTheForm(APortalSession clerk, ACycle cycle, HttpContent file)
    {
        using var form = Of(clerk, ("go", "list"), ($"b.{Field}", ""));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        form.Add(file, $"u.{Field}", "Lớn.pdf");
        return await clerk.Send($"portal/{cycle.ReportOf(Unit)}/sections/quan_ly_chi_dao", form);
    }

    private static async Task<(int Status, string Text, string Kind)> InBlocks(APortalSession clerk, ACycle cycle, byte[] bytes)
    {
        var uploads = $"portal/{cycle.ReportOf(Unit)}/uploads";
        var begun = await clerk.Send(uploads, Of(
            clerk, ("name", "Lớn.pdf"), ("length", bytes.Length.ToString(CultureInfo.InvariantCulture)),
            ("sha256", Convert.ToHexStringLower(SHA256.HashData(bytes)))));
        if (begun.Status != 200)
        {
            begun.Text.ShouldContain("Mỗi tệp tối đa 100 MB.");
            return begun;
        }

        var upload = $"{uploads}/{JsonDocument.Parse(begun.Text).RootElement.GetProperty("id").GetString()}";
        foreach (var (number, block) in bytes.Chunk(Upload.BlockLength).Index())
        {
            var form = Of(clerk);
            form.Add(new ByteArrayContent(block), "block", "block");
            (await clerk.Send($"{upload}/blocks/{number}", form)).Status.ShouldBe(204);
        }

        return await clerk.Send($"{upload}/complete", Of(clerk, ("field", Field)));
    }

    private static MultipartFormDataContent Of(APortalSession clerk, params (string Name, string Value)[] values)
    {
        var form = new MultipartFormDataContent { { new StringContent(clerk.FormToken), APortalSession.Field } };
        foreach (var (name, value) in values)
        {
            form.Add(new StringContent(value), name);
        }

        return form;
    }

    private async Task<JsonElement> Draft(ACycle cycle) =>
        (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/draft")).Done()["answers"];
}
