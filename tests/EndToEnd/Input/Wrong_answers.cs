using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Input;

public class Wrong_answers(AHost host) : IClassFixture<AHost>
{
    /// <summary>Field, what is sent for it as raw JSON, the rule that it breaks.</summary>
    public static TheoryData<string, string, string> Answers => new()
    {
        { "may_tinh", "\"12\"", "wrong-type" },
        { "may_tinh", "\"1.234,56\"", "wrong-type" },
        { "may_tinh", "\"NaN\"", "wrong-type" },
        { "may_tinh", "true", "wrong-type" },
        { "may_tinh", "[1]", "wrong-type" },
        { "may_tinh", "{}", "wrong-type" },
        { "may_tinh", "-1", "out-of-range" },
        { "may_tinh", "100001", "out-of-range" },
        { "may_tinh", "1e400", "out-of-range" },
        { "may_tinh", "1e-400", "too-precise" },
        { "may_tinh", "1234567890123456789012345678901234567890", "out-of-range" },
        { "may_tinh", "12345678901234567890123456789012345678901234567890", "out-of-range" },
        { "may_tinh", "1.5", "too-precise" },
        { "may_tinh", "1.000000000000000000000000000000000001", "too-precise" },
        { "ty_le_da_dao_tao", "100.01", "out-of-range" },
        { "ty_le_da_dao_tao", "33.333", "too-precise" },
        { "co_ban_chi_dao", "\"yes\"", "wrong-type" },
        { "co_ban_chi_dao", "1", "wrong-type" },
        { "ket_noi_wan", "\"rat_tot\"", "not-an-option" },
        { "ket_noi_wan", "0", "not-an-option" },
        { "ngay_lap_ban_chi_dao", "\"31/12/2018\"", "wrong-type" },
        { "ngay_lap_ban_chi_dao", "\"2018-02-30\"", "wrong-type" },
        { "danh_gia_dau_tu", "12", "wrong-type" },
        { "danh_gia_dau_tu", "\"a\\u0000b\"", "control-character" },
        { "danh_gia_dau_tu", "\"a\\u0007b\"", "control-character" },
        { "danh_gia_dau_tu", "\"a\\ud800b\"", "wrong-type" },
        { "danh_gia_dau_tu", "null", "required" },
        { "danh_gia_dau_tu", "\"   \"", "required" },
        { "khong_co", "1", "unknown-field" },
        { "so_du_an", "1", "not-asked" },
        { "danh_muc_van_ban", "\"x\"", "wrong-type" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Are_refused_at_their_place_and_leave_nothing_behind(string field, string sent, string rule)
    {
        var cycle = await ACycle.Open(host, "V14");
        var before = await cycle.EverythingOf("V14");
        var report = Raw(AReport.Of("V14", (field, null)), field, sent);

        (await Submit(cycle, report)).Refused(422, "report-invalid").RuleAt($"/answers/{field}").ShouldBe(rule);

        (await cycle.EverythingOf("V14")).ShouldBe(before);
    }

    [Fact]
    public async Task Are_all_named_at_once()
    {
        var cycle = await ACycle.Open(host, "V14");
        var answer = (await cycle.Submit("V14", AReport.Of("V14", ("may_tinh", -1), ("so_can_bo", null), ("khong_co", 1))))
            .Refused(422, "report-invalid");
        (answer.RuleAt("/answers/may_tinh"), answer.RuleAt("/answers/so_can_bo"), answer.RuleAt("/answers/khong_co"))
            .ShouldBe(("out-of-range", "required", "unknown-field"));
    }

    /// <summary>Bodies that cannot be read, and how they are refused.</summary>
    public static TheoryData<string, int, string> Bodies => new()
    {
        { "", 400, "body-malformed" },
        { "{", 400, "body-malformed" },
        { "[]", 400, "body-malformed" },
        { "null", 400, "body-malformed" },
        { "{\"answers\":{\"may_tinh\":NaN}}", 400, "body-malformed" },
        { "{\"answers\":{\"may_tinh\":1,\"may_tinh\":2}}", 400, "body-malformed" },
        { "{\"answers\":{\"may_tinh\":1.234,56}}", 400, "body-malformed" },
        { "{\"answers\":{\"\\ud800\":1}}", 400, "body-malformed" },
        { "{\"\\ud800\":{}}", 400, "body-malformed" },
        { "{\"answers\":{}} {}", 400, "body-malformed" },
        { "{\"answers\":{},\"state\":\"accepted\"}", 422, "report-invalid" },
        { "{\"answers\":[]}", 422, "report-invalid" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task That_cannot_be_read_are_refused(string body, int status, string type)
    {
        var cycle = await ACycle.Open(host, "V14");
        var before = await cycle.EverythingOf("V14");
        (await Submit(cycle, body)).Refused(status, type);
        (await host.As("reporter-V14").Put($"{cycle.ReportOf("V14")}/draft", body, "*")).Refused(status, type);
        (await cycle.EverythingOf("V14")).ShouldBe(before);
    }

    /// <summary>Bodies that are no JSON, and what is said of them.</summary>
    public static TheoryData<string, string> Broken => new()
    {
        { "{\"answers\":{\"may_tinh\":1,\"may_tinh\":2}}", "/answers/may_tinh: thuộc tính này có hai lần" },
        { $"{{\"answers\":{new string('[', 200)}", "tối đa 16 mức" },
        {
            "{\"answers\":{\"may_tinh\":NaN}}",
            "dòng 1, vị trí 24: kiểm tra dấu ngoặc, dấu phẩy, dấu nháy kép. Số viết dạng 1234.56, không dấu phân cách hàng nghìn." },
        {
            "{\"answers\":{\n\"may_tinh\":1.234,56}}",
            "dòng 2, vị trí 18: kiểm tra dấu ngoặc, dấu phẩy, dấu nháy kép. Số viết dạng 1234.56" },
        { "{\"answers\":{\"may_tinh\":1.234.567}}", "Số viết dạng 1234.56" },
        { "{\"answers\":{\"may_tinh\":12", "kết thúc sớm" },
        { "", "kết thúc sớm" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task That_are_no_JSON_are_told_what_is_wrong_with_them(string body, string said)
    {
        var cycle = await ACycle.Open(host, "V14");
        (await Submit(cycle, body)).Refused(400, "body-malformed").Said("detail").ShouldContain(said);
    }

    [Fact]
    public async Task Too_deep_too_long_or_not_JSON_are_refused()
    {
        var cycle = await ACycle.Open(host, "V14");
        var before = await cycle.EverythingOf("V14");
        (await Submit(cycle, $"{{\"answers\":{new string('[', 200)}{new string(']', 200)}}}")).Refused(400, "body-malformed");
        (await cycle.Submit("V14", AReport.Of("V14", ("danh_gia_dau_tu", new string('a', 10 * 1024 * 1024)))))
            .Refused(413, "body-too-large");
        (await cycle.Submit("V14", AReport.Of("V14", ("danh_gia_dau_tu", new string('a', 20_001))))).Refused(422, "report-invalid")
            .RuleAt("/answers/danh_gia_dau_tu").ShouldBe("too-long");
        (await host.As("reporter-V14").Post($"{cycle.ReportOf("V14")}/submit", new StringContent("a=1"), Person.NewKey()))
            .Refused(415, "not-json");
        (await host.As("reporter-V14").Post($"{cycle.ReportOf("V14")}/submit", Person.Json([0x7B, 0xFF, 0xFE, 0x7D]), Person.NewKey()))
            .Refused(400, "body-malformed");
        (await cycle.EverythingOf("V14")).ShouldBe(before);
    }

    [Fact]
    public async Task Naughty_strings_are_kept_as_they_are_or_refused_and_break_nothing()
    {
        await using var own = await AHost.Start();
        var cycle = await ACycle.Open(own, "V14");
        using var file = typeof(Wrong_answers).Assembly.GetManifestResourceStream("blns.json")!;
        var strings = JsonSerializer.Deserialize<string[]>(file)!;
        var taken = new StringBuilder();
        foreach (var naughty in strings)
        {
            var saved = await own.As("reporter-V14").Put(
                $"{cycle.ReportOf("V14")}/draft", new JsonObject { ["answers"] = new JsonObject { ["danh_gia_dau_tu"] = naughty } },
                (await own.As("reporter-V14").Get($"{cycle.ReportOf("V14")}/draft")).ETag ?? "*");
            if (saved.Status == 200)
            {
                taken.Append(naughty).Append('\n');
            }
            else
            {
                saved.Refused(422, "report-invalid").RuleAt("/answers/danh_gia_dau_tu").ShouldBe("control-character");
            }

            var terms = ACycle.Terms("V14");
            terms["title"] = naughty;
            (await own.As("centre").Post("cycles", terms, Person.NewKey())).Status.ShouldBeOneOf(201, 422);
        }

        taken.Length.ShouldBeGreaterThan(1000);
        var all = taken.ToString().ReplaceLineEndings("\n").Trim().Normalize(NormalizationForm.FormC);
        await cycle.Accepted("V14", AReport.Of("V14", ("danh_gia_dau_tu", taken.ToString())));
        JsonSerializer.Deserialize<JsonElement>((await own.As("centre").Get($"{cycle.ReportOf("V14")}/versions/1")).Done().Bytes)
            .GetProperty("answers").GetProperty("danh_gia_dau_tu").GetString().ShouldBe(all);
        await cycle.Approved("leader-1");
        var page = (await own.As("centre").Get($"{cycle.Path}/publications/1/page")).Done();
        page.Text.ShouldNotContain("<script", Case.Insensitive);
        page.Text.ShouldContain("Ω≈ç√∫˜µ≤≥÷");
    }

    private Task<Answer> Submit(ACycle cycle, string body) =>
        host.As("reporter-V14").Post($"{cycle.ReportOf("V14")}/submit", body, Person.NewKey());

    private static string Raw(JsonObject report, string field, string sent) =>
        report.ToJsonString().Replace("{\"answers\":{", $"{{\"answers\":{{\"{field}\":{sent},", StringComparison.Ordinal);
}
