using System.Text.Json.Nodes;
using Microsoft.Playwright;
using VksServerless.EndToEnd.Pages;

namespace VksServerless.EndToEnd.Portal;

public class Building_forms_in_the_portal(ABrowser browser) : IClassFixture<ABrowser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_centre_builds_a_form_tries_it_puts_a_fault_right_and_publishes_it(bool script)
    {
        await using var host = await AHost.Start();
        await using var centre = await browser.Visit(host.Address, script: script);
        await centre.Page.GotoAsync("/portal/forms");
        await centre.SignInToPortal("centre");

        await centre.Follow("Lập biểu mẫu mới");
        await centre.Fill("title", "Theo dõi án mẫu");
        await centre.Press("Lập dự thảo");
        (await centre.Heading()).ShouldBe("Theo dõi án mẫu");
        await AddFigures(centre);
        (await centre.Text()).ShouldContain("Ký tự thứ 20: không có chỉ tiêu hoặc cột “so_vu_mo”.");
        await AddLists(centre);
        await AddRule(centre);

        await centre.Click(centre.Page.Locator("main a[href*='/fields/tong_so_vu#formula']"));
        await centre.Fill("formula", "so_vu_ton_dau_ky + so_vu_moi");
        await centre.Press("Lưu chỉ tiêu");
        await Overview(centre);
        (await centre.Page.Locator("#con-loi").CountAsync()).ShouldBe(0);

        await centre.Follow("Tính thử");
        await centre.Type("so_vu_ton_dau_ky", "0");
        await centre.Type("so_vu_moi", "0");
        await centre.Press("Tính thử");
        (await centre.Page.Locator(".govuk-error-summary a[href='#a-tong_so_vu']").InnerTextAsync()).ShouldContain("Phải có số liệu.");
        await centre.Type("so_vu_moi", "1.200");
        await centre.Press("Tính thử");
        (await centre.Page.Locator("#a-tong_so_vu output").InnerTextAsync()).ShouldBe("1.200");
        (await centre.Page.Locator(".govuk-error-summary").CountAsync()).ShouldBe(0);
        await centre.Page.Locator("input[name='a.cac_vu_kho.0.ten_vu']").FillAsync("Vụ A");
        await centre.Press("Tính thử");
        (await centre.Text()).ShouldContain("\"Số bị can\" là bắt buộc ở mỗi dòng.");

        await Overview(centre);
        await centre.Follow("Xem lại và ban hành");
        (await centre.Text()).ShouldContain("Hệ thống tính: “Số vụ tồn đầu kỳ” + “Số vụ mới”");
        await centre.Press("Ban hành phiên bản 1");

        (await centre.Text()).ShouldContain("Đã ban hành phiên bản 1");
        JsonNode.DeepEquals(JsonNode.Parse((await host.As("reporter-T84").Get("forms/theo-doi-an-mau/1")).Done().Text),
            JsonNode.Parse(Built))
            .ShouldBeTrue((await host.As("centre").Get("forms/theo-doi-an-mau/1")).Text);
        var terms = ACycle.Terms("T84");
        (terms["form"]!["code"], terms["form"]!["version"]) = ("theo-doi-an-mau", 1);
        (await (await ACycle.Open(host, terms)).Phase()).ShouldBe("open");
        (await centre.Page.GotoAsync("/portal/forms/drafts/theo-doi-an-mau"))!.Status.ShouldBe(404);
        centre.Complaints.ShouldAllBe(complaint => complaint.Contains("404"));
    }

    [Fact]
    public async Task A_new_form_needs_a_name_and_a_code_of_its_own_and_may_begin_as_a_copy()
    {
        await using var host = await AHost.Start();
        await using var centre = await browser.Visit(host.Address, script: false);
        await centre.Page.GotoAsync("/portal/forms/new");
        await centre.SignInToPortal("centre");

        await centre.Press("Lập dự thảo");
        (await centre.Page.Locator(".govuk-error-summary a[href='#title'], #title-loi").CountAsync()).ShouldBe(2);
        await centre.Fill("title", "Khó khăn của năm");
        await centre.Fill("code", "an-hinh-su-thang");
        await centre.Press("Lập dự thảo");
        (await centre.Page.Locator("#code-loi").InnerTextAsync()).ShouldContain("đã dùng cho một biểu mẫu khác");
        (await centre.Page.Locator("#title").InputValueAsync()).ShouldBe("Khó khăn của năm");
        await centre.Fill("code", "");
        await centre.Page.Locator("#how-like").CheckAsync();
        await centre.Page.Locator("#like").SelectOptionAsync("kho-khan-vuong-mac@1");
        await centre.Press("Lập dự thảo");

        (await centre.Heading()).ShouldBe("Khó khăn của năm");
        (await centre.Page.Locator("#cac-phan + ul .vks-part").CountAsync()).ShouldBeGreaterThan(0);
        await centre.Page.GotoAsync("/portal/forms/new");
        await centre.Fill("title", "Khó khăn của năm");
        await centre.Press("Lập dự thảo");
        await centre.Follow("Mở dự thảo đang soạn");
        await centre.Follow("Bỏ dự thảo");
        await centre.Press("Bỏ dự thảo");
        (await centre.Text()).ShouldNotContain("Khó khăn của năm");
        centre.Complaints.ShouldAllBe(complaint => complaint.Contains("422") || complaint.Contains("409"));
    }

    [Fact]
    public async Task The_next_version_shows_its_differences_and_must_say_what_it_changes()
    {
        await using var host = await AHost.Start();
        await using var centre = await browser.Visit(host.Address, script: false);
        await centre.Page.GotoAsync("/portal/forms/an-hinh-su-thang/2");
        await centre.SignInToPortal("centre");

        await centre.Press("Lập phiên bản mới");
        (await centre.Text()).ShouldContain("Không có chỉ tiêu hoặc quy tắc nào khác với phiên bản 2.");
        var draft = centre.Page.Url.Split('?', '#')[0];
        await centre.Page.GotoAsync($"{draft}/fields/a_moi_vu");
        var code = await centre.Page.Locator("#code").InputValueAsync();
        await centre.Fill("label", "Số vụ mới khởi tố trong tháng");
        await centre.Press("Lưu chỉ tiêu");
        await centre.Page.GotoAsync(draft);
        (await centre.Text()).ShouldContain("thành “Số vụ mới khởi tố trong tháng”");
        code.ShouldBe("a_moi_vu");

        await centre.Follow("Xem lại và ban hành");
        (await centre.Page.GetByRole(AriaRole.Button, new() { Name = "Ban hành phiên bản 3" }).CountAsync()).ShouldBe(0);
        await centre.Click(centre.Page.Locator(".govuk-error-summary a[href$='/settings#changes']"));
        await centre.Fill("changes", "Nói rõ tháng.");
        await centre.Press("Lưu");
        await centre.Follow("Xem lại và ban hành");
        await centre.Press("Ban hành phiên bản 3");

        (await centre.Text()).ShouldContain("Nói rõ tháng.");
        var changes = (await host.As("centre").Get("forms/an-hinh-su-thang/3/changes")).Done();
        changes["altered"].EnumerateArray().Select(one => one.GetString()).ShouldBe(["a_moi_vu"]);
        (changes["added"].GetArrayLength(), changes["dropped"].GetArrayLength()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Who_changes_a_field_that_another_has_changed_is_told_and_what_was_typed_stays()
    {
        await using var host = await AHost.Start();
        await using var one = await browser.Visit(host.Address);
        await using var other = await browser.Visit(host.Address);
        await one.Page.GotoAsync("/portal/forms/gop-y-du-thao/2");
        await one.SignInToPortal("centre");
        await one.Press("Lập phiên bản mới");
        var address = one.Page.Url;
        await one.Click(one.Page.Locator(".vks-part a").First);
        await one.Click(one.Page.Locator(".vks-part a").First);
        await other.Page.GotoAsync(one.Page.Url);
        await other.SignInToPortal("centre");

        await one.Fill("label", "Tên của người thứ nhất");
        await one.Press("Lưu chỉ tiêu");
        await other.Fill("label", "Tên của người thứ hai");
        await other.Press("Lưu chỉ tiêu");

        (await other.Text()).ShouldContain("Dự thảo đã được sửa sau khi bạn mở trang này");
        (await other.Page.Locator("#label").InputValueAsync()).ShouldBe("Tên của người thứ hai");
        await one.Page.GotoAsync($"{address}#thay-doi");
        (await one.Text()).ShouldContain("Tên của người thứ nhất");
        await other.Press("Lưu chỉ tiêu");
        await one.Page.ReloadAsync();
        (await one.Text()).ShouldContain("Tên của người thứ hai");
        other.Complaints.ShouldHaveSingleItem().ShouldContain("412");
    }

    [Fact]
    public async Task A_section_with_fields_is_removed_only_after_a_question_and_its_rules_then_say_what_they_miss()
    {
        await using var host = await AHost.Start();
        await using var centre = await ADraft(host, script: false);

        await centre.Click(centre.Page.Locator(".vks-part:has-text('Chung') a", new() { HasText = "Xóa" }));
        (await centre.Text()).ShouldContain("Tồn đầu kỳ");
        await centre.Follow("Không, quay lại");
        await Overview(centre);
        (await centre.Page.Locator("#cac-phan + ul .vks-part").CountAsync()).ShouldBe(2);
        await centre.Click(centre.Page.Locator(".vks-part:has-text('Chung') a", new() { HasText = "Xóa" }));
        await centre.Press("Xóa phần này");

        (await centre.Page.Locator("#cac-phan + ul .vks-part").CountAsync()).ShouldBe(1);
        await centre.Click(centre.Page.Locator("main a[href$='/rules/duong#first']").First);
        (await centre.Page.Locator("#first-loi").CountAsync()).ShouldBe(1);
        centre.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sections_and_fields_change_places_and_a_field_goes_to_another_section()
    {
        await using var host = await AHost.Start();
        await using var centre = await ADraft(host, script: true);

        await centre.Click(centre.Page.Locator(".vks-part:has-text('Chung') button[value=down]"));
        (await centre.Page.Locator("#cac-phan + ul .vks-part strong").AllInnerTextsAsync()).ShouldBe(["II. Riêng", "I. Chung"]);
        await centre.Click(centre.Page.Locator("a", new() { HasText = "I. Chung" }));
        await centre.Click(centre.Page.Locator(".vks-part:has-text('Mới') button[value=up]"));
        (await centre.Page.Locator(".vks-part a:first-child").AllInnerTextsAsync()).ShouldBe(["Mới", "Tồn đầu kỳ"]);
        await centre.Click(centre.Page.Locator(".vks-part a", new() { HasText = "Mới" }).First);
        await centre.Page.Locator("#section").SelectOptionAsync("rieng");
        await centre.Press("Lưu chỉ tiêu");

        (await centre.Heading()).ShouldBe("Phần II. Riêng");
        (await centre.Page.Locator(".vks-part").CountAsync()).ShouldBe(2);
        centre.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_settings_that_fit_the_kind_are_shown_and_what_cannot_be_read_is_said_at_its_input()
    {
        await using var host = await AHost.Start();
        await using var centre = await ADraft(host, script: false);
        await centre.Page.GotoAsync("/portal/forms/drafts/bao-cao-rieng/sections/chung/new-field");

        await centre.Fill("label", "Tỷ lệ");
        (await centre.Page.Locator("#min, #formula, #stock").CountAsync()).ShouldBe(3);
        await centre.Page.Locator("#kind").SelectOptionAsync("text");
        await centre.Press("Đổi kiểu");
        (await centre.Page.Locator("#min, #formula, #stock").CountAsync()).ShouldBe(0);
        (await centre.Page.Locator("#maxLength").InputValueAsync()).ShouldBe("500");
        (await centre.Page.Locator("#label").InputValueAsync()).ShouldBe("Tỷ lệ");
        await centre.Page.Locator("#kind").SelectOptionAsync("percent");
        await centre.Press("Đổi kiểu");
        await centre.Fill("max", "rất nhiều");
        await centre.Press("Lưu chỉ tiêu");

        (await centre.Page.Locator(".govuk-error-summary a[href='#max']").CountAsync()).ShouldBe(1);
        (await centre.Page.Locator("#max-loi").CountAsync()).ShouldBe(1);
        (await centre.Page.Locator("#max").InputValueAsync()).ShouldBe("rất nhiều");
        await centre.Fill("max", "150,5");
        await centre.Fill("code", "moi");
        await centre.Press("Lưu chỉ tiêu");
        (await centre.Page.Locator("#code-loi").InnerTextAsync()).ShouldContain("đã dùng cho một chỉ tiêu khác");
        await centre.Fill("code", "");
        await centre.Press("Lưu chỉ tiêu");
        await centre.Page.GotoAsync("/portal/forms/drafts/bao-cao-rieng/fields/ty_le");
        (await centre.Page.Locator("#max").InputValueAsync()).ShouldBe("150,5");
        centre.Complaints.ShouldAllBe(complaint => complaint.Contains("422"));
    }

    [Fact]
    public async Task Options_and_columns_are_added_and_removed_without_a_script_and_keep_their_codes()
    {
        await using var host = await AHost.Start();
        await using var centre = await ADraft(host, script: false);
        await centre.Page.GotoAsync("/portal/forms/drafts/bao-cao-rieng/sections/chung/new-field");
        await centre.Fill("label", "Mức độ");
        await centre.Page.Locator("#kind").SelectOptionAsync("choice");
        await centre.Press("Đổi kiểu");
        await centre.Fill("option-label-0", "Xong");
        await centre.Fill("option-label-1", "Sai");
        await centre.Fill("option-label-2", "Chưa xong");

        await centre.Page.Locator("input[name=removeOption][value='1']").CheckAsync();
        await centre.Press("Thêm hoặc bỏ dòng");
        (await centre.Page.Locator("#option-code-1").InputValueAsync()).ShouldBe("chua_xong");
        await centre.Fill("option-label-0", "Đã xong");
        await centre.Press("Lưu chỉ tiêu");
        await centre.Page.GotoAsync("/portal/forms/drafts/bao-cao-rieng/fields/muc_do");

        (await centre.Page.Locator("[name=optionCode]").EvaluateAllAsync<string[]>("all => all.map(one => one.value)"))
            .ShouldBe(["xong", "chua_xong", ""]);
        (await centre.Page.Locator("#option-label-0").InputValueAsync()).ShouldBe("Đã xong");
        centre.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_whose_number_is_taken_meanwhile_becomes_the_next()
    {
        await using var host = await AHost.Start();
        await using var centre = await ADraft(host, script: false);
        var form = Form();
        (form["version"], form["changes"]) = (2, "Từ nơi khác.");
        (await host.As("centre").Put("forms/bao-cao-rieng/2", form)).Done();

        await centre.Page.GotoAsync("/portal/forms/drafts/bao-cao-rieng/settings");
        await centre.Fill("changes", "Ở đây.");
        await centre.Press("Lưu");
        await centre.Follow("Xem lại và ban hành");
        await centre.Press("Ban hành phiên bản 2");
        (await centre.Page.Locator(".govuk-error-summary").InnerTextAsync()).ShouldContain("Phiên bản kế tiếp của bao-cao-rieng là 3");
        await Overview(centre);
        await centre.Press("Chuyển thành phiên bản 3");
        await centre.Follow("Xem lại và ban hành");
        await centre.Press("Ban hành phiên bản 3");

        (await host.As("centre").Get("forms/bao-cao-rieng/3")).Done().Said("changes").ShouldBe("Ở đây.");
    }

    [Fact]
    public async Task A_form_is_seen_as_a_unit_would_see_it()
    {
        await using var host = await AHost.Start();
        await using var reader = await browser.Visit(host.Address, script: false);
        await reader.Page.GotoAsync("/portal/forms/ung-dung-cntt-10-nam/1/preview");
        await reader.SignInToPortal("reporter-T84");

        var own = await reader.Page.Locator("main section h2").AllInnerTextsAsync();
        await reader.Fill("unit", "VP");
        await reader.Press("Xem");
        var office = await reader.Page.Locator("main section h2").AllInnerTextsAsync();
        await reader.Fill("unit", "không có đơn vị này");
        await reader.Press("Xem");

        (own.Count, office.Count).ShouldBe((5, 6));
        (await reader.Page.Locator("#unit-loi").CountAsync()).ShouldBe(1);
        reader.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("reporter-T84")]
    [InlineData("leader-1")]
    [InlineData("inspector")]
    public async Task Others_read_forms_and_neither_see_nor_write_drafts(string person)
    {
        await using var host = await AHost.Start();
        await using (var centre = await ADraft(host, script: true))
        {
        }

        await using var reader = await browser.Visit(host.Address);
        await reader.Page.GotoAsync("/portal/forms");
        await reader.SignInToPortal(person);

        (await reader.Text()).ShouldNotContain("Dự thảo đang soạn");
        (await reader.Page.Locator(".vks-nav a", new() { HasText = "Biểu mẫu" }).CountAsync()).ShouldBe(person == "inspector" ? 1 : 0);
        await reader.Follow("Báo cáo riêng");
        (await reader.Page.Locator("main form, main button").CountAsync()).ShouldBe(0);
        foreach (var path in new[]
        {
            "new", "drafts/bao-cao-rieng", "drafts/bao-cao-rieng/settings", "drafts/bao-cao-rieng/sections/chung",
            "drafts/bao-cao-rieng/fields/moi", "drafts/bao-cao-rieng/rules/duong", "drafts/bao-cao-rieng/new-rule",
            "drafts/bao-cao-rieng/try", "drafts/bao-cao-rieng/publish", "drafts/bao-cao-rieng/drop", "drafts/khong-co",
        })
        {
            (await reader.Page.GotoAsync($"/portal/forms/{path}"))!.Status.ShouldBe(403, path);
        }

        reader.Complaints.ShouldAllBe(complaint => complaint.Contains("403"));
    }

    private const string Built = """
        {
          "code": "theo-doi-an-mau", "version": 1, "title": "Theo dõi án mẫu", "nilReturn": false, "signOff": false,
          "softwareUnsigned": false,
          "sections": [
            { "code": "thu_ly", "number": "I", "title": "Thụ lý", "fields": [
              { "code": "so_vu_ton_dau_ky", "label": "Số vụ tồn đầu kỳ", "type": { "kind": "integer", "min": 0, "max": 1000000000 },
                "required": true, "measure": "vụ", "aggregation": "sum", "mayNotApply": false, "desk": false,
                    "stock": true, "opinion": false },
              { "code": "so_vu_moi", "label": "Số vụ mới", "type": { "kind": "integer", "min": 0, "max": 5000 }, "required": true,
                "aggregation": "sum", "mayNotApply": false, "desk": false, "stock": false, "opinion": false },
              { "code": "tong_so_vu", "label": "Tổng số vụ", "type": { "kind": "integer", "min": 0, "max": 1000000000 }, "required": false,
                "aggregation": "sum", "formula": "so_vu_ton_dau_ky + so_vu_moi", "mayNotApply": false, "desk": false, "stock": false,
                "opinion": false }
            ] },
            { "code": "chat_luong", "number": "II", "title": "Chất lượng", "audience": { "levels": ["province"], "superiors": false },
                "fields": [
              { "code": "muc_do", "label": "Mức độ", "required": true, "aggregation": "tally", "mayNotApply": false, "desk": false,
                "stock": false, "opinion": false,
                "type": { "kind": "choice", "options": [{ "code": "tot", "label": "Tốt" }, { "code": "kem", "label": "Kém" }] } },
              { "code": "cac_vu_kho", "label": "Các vụ khó", "required": false, "aggregation": "union", "mayNotApply": false, "desk": false,
                "stock": false, "opinion": false,
                "type": { "kind": "table", "maxRows": 200, "columns": [
                  { "code": "ten_vu", "label": "Tên vụ", "type": { "kind": "text", "maxLength": 500 },
                      "help": "", "required": false, "measure": "" },
                  { "code": "so_bi_can", "label": "Số bị can", "type": { "kind": "integer", "min": 0, "max": 1000000000 }, "help": "",
                    "required": true, "measure": "" }] } }
            ] }
          ],
          "rules": [{ "code": "quy_tac_1", "severity": "error", "holds": "tong_so_vu > 0", "message": "Phải có số liệu.",
            "fields": ["tong_so_vu", "so_vu_moi"] }]
        }
        """;

    private static async Task AddFigures(Visitor centre)
    {
        await centre.Follow("Thêm phần");
        await centre.Fill("title", "Thụ lý");
        await centre.Press("Lưu và thêm chỉ tiêu");
        await centre.Follow("Thêm chỉ tiêu");
        await centre.Fill("label", "Số vụ tồn đầu kỳ");
        await centre.Fill("measure", "vụ");
        await centre.Page.Locator("#stock").CheckAsync();
        await centre.Page.Locator("#aggregation").SelectOptionAsync("Sum");
        await centre.Press("Lưu và thêm chỉ tiêu nữa");
        await centre.Fill("label", "Số vụ mới");
        await centre.Fill("max", "5.000");
        await centre.Page.Locator("#aggregation").SelectOptionAsync("Sum");
        await centre.Press("Lưu và thêm chỉ tiêu nữa");
        (await centre.Page.Locator(".vks-aside").InnerTextAsync()).ShouldContain("so_vu_ton_dau_ky");
        await centre.Fill("label", "Tổng số vụ");
        await centre.Fill("formula", "so_vu_ton_dau_ky + so_vu_mo");
        await centre.Page.Locator("#aggregation").SelectOptionAsync("Sum");
        await centre.Press("Lưu chỉ tiêu");
    }

    private static async Task AddLists(Visitor centre)
    {
        await Overview(centre);
        await centre.Follow("Thêm phần");
        await centre.Fill("title", "Chất lượng");
        await centre.Page.Locator("#who-chosen").CheckAsync();
        await centre.Page.Locator("#level-Province").CheckAsync();
        await centre.Press("Lưu và thêm chỉ tiêu");
        await centre.Follow("Thêm chỉ tiêu");
        await centre.Fill("label", "Mức độ");
        await centre.Page.Locator("#kind").SelectOptionAsync("choice");
        await centre.Press("Đổi kiểu");
        await centre.Fill("option-label-0", "Tốt");
        await centre.Fill("option-label-1", "Kém");
        await centre.Page.Locator("#aggregation").SelectOptionAsync("Tally");
        await centre.Press("Lưu và thêm chỉ tiêu nữa");
        await centre.Fill("label", "Các vụ khó");
        await centre.Page.Locator("#kind").SelectOptionAsync("table");
        await centre.Press("Đổi kiểu");
        await centre.Page.Locator("#required").UncheckAsync();
        await centre.Page.Locator("#aggregation").SelectOptionAsync("Union");
        await centre.Fill("c-0-label", "Tên vụ");
        await centre.Press("Thêm cột");
        await centre.Fill("c-1-label", "Số bị can");
        await centre.Page.Locator("#c-1-kind").SelectOptionAsync("integer");
        await centre.Page.Locator("[name='c.1.required']").CheckAsync();
        await centre.Press("Lưu chỉ tiêu");
        await Overview(centre);
    }

    private static async Task AddRule(Visitor centre)
    {
        await centre.Follow("Thêm quy tắc");
        await centre.Fill("holds", "tong_so_vu > 0");
        await centre.Fill("message", "Phải có số liệu.");
        await centre.Page.Locator("#first").SelectOptionAsync("tong_so_vu");
        await centre.Page.Locator("#f-so_vu_moi").CheckAsync();
        await centre.Press("Lưu quy tắc");
    }

    /// <summary>To the draft on one of whose pages one is.</summary>
    private static Task Overview(Visitor centre) => centre.Page.Locator(".govuk-breadcrumbs a", new() { HasText = "Dự thảo" }).ClickAsync();

    /// <summary>The centre on the draft of the second version of a small form.</summary>
    private async Task<Visitor> ADraft(AHost host, bool script)
    {
        (await host.As("centre").Put("forms/bao-cao-rieng/1", Form())).Done();
        var centre = await browser.Visit(host.Address, script: script);
        await centre.Page.GotoAsync("/portal/forms/bao-cao-rieng/1");
        await centre.SignInToPortal("centre");
        await centre.Press("Lập phiên bản mới");
        return centre;
    }

    private static JsonObject Form() => JsonNode.Parse("""
        {
          "code": "bao-cao-rieng", "version": 1, "title": "Báo cáo riêng",
          "sections": [
            { "code": "chung", "number": "I", "title": "Chung", "fields": [
              { "code": "ton_dau", "label": "Tồn đầu kỳ", "type": { "kind": "integer" }, "required": true, "aggregation": "sum" },
              { "code": "moi", "label": "Mới", "type": { "kind": "integer" }, "required": true, "aggregation": "sum" }
            ] },
            { "code": "rieng", "number": "II", "title": "Riêng", "fields": [
              { "code": "y_kien", "label": "Ý kiến", "type": { "kind": "text" } }
            ] }
          ],
          "rules": [{ "code": "duong", "severity": "error", "holds": "moi > 0", "message": "Phải có số liệu.", "fields": ["moi"] }]
        }
        """)!.AsObject();
}
