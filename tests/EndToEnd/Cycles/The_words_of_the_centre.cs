using VksServerless.Forms;

namespace VksServerless.EndToEnd.Cycles;

public class The_words_of_the_centre
{
    private static readonly string Section =
        FormCatalogue.Shipped.Find(new FormRef("ung-dung-cntt-10-nam", 1))!.Sections[0].Code;

    [Fact]
    public async Task Stand_in_the_sector_report_under_their_section_and_void_approvals_given_before()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, With(approvals: 2));
        await cycle.Accepted("V14");
        await cycle.Approved("leader-1");

        var written = (await Write(host, cycle, "*", "Lãnh đạo Ngành quan tâm chỉ đạo.\nKết quả tốt.")).Done();
        await host.WhenQuiet();
        var read = (await host.As("leader-1").Get(cycle.Path)).Done();
        await cycle.Approved("leader-1", "leader-2");

        written.Said("by").ShouldNotBeEmpty();
        read["approvals"].GetArrayLength().ShouldBe(0);
        (await cycle.Phase()).ShouldBe("published");
        var report = (await host.As("leader-2").Get($"{cycle.Path}/publications/1")).Done()["report"];
        report.GetProperty("texts").GetProperty(Section).GetString().ShouldBe("Lãnh đạo Ngành quan tâm chỉ đạo.\nKết quả tốt.");
        (await host.As("leader-2").Get($"{cycle.Path}/publications/1/page")).Done().Text
            .ShouldContain("<p class=\"words\">Lãnh đạo Ngành quan tâm chỉ đạo.</p>");
    }

    [Fact]
    public async Task Are_not_overwritten_by_a_stale_editor_and_not_changed_after_the_approval()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, With(approvals: 1));
        var first = (await Write(host, cycle, "*", "Một.")).Done();
        (await Write(host, cycle, first.ETag!, "Hai.")).Done();

        (await Write(host, cycle, first.ETag!, "Ba.")).Refused(412, "cycle-stale");
        await cycle.Accepted("V14");
        await cycle.Approved("leader-1");

        (await Write(host, cycle, "*", "Bốn.")).Status.ShouldBe(409);
        (await host.As("centre").Get($"{cycle.Path}/sector-text")).Done()["sections"].GetProperty(Section).GetString().ShouldBe("Hai.");
    }

    [Fact]
    public async Task That_a_correction_changes_are_listed_in_it_before_and_after()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, With(approvals: 1));
        var first = (await Write(host, cycle, "*", "Một.")).Done();
        await cycle.Accepted("V14");
        await cycle.Approved("leader-1");
        (await host.As("centre").Post($"{cycle.Path}/corrections", new { reason = "Nhầm câu chữ." })).Done();
        (await Write(host, cycle, first.ETag!, "Hai.")).Done();
        (await host.As("centre").Post($"{cycle.Path}/corrections/ready")).Done();
        await host.WhenQuiet();

        await cycle.Approved("leader-1");

        var corrects = (await host.As("leader-2").Get($"{cycle.Path}/publications/2")).Done()["corrects"];
        var change = corrects.GetProperty("texts").EnumerateArray().ShouldHaveSingleItem();
        (change.GetProperty("before").GetString(), change.GetProperty("after").GetString()).ShouldBe(("Một.", "Hai."));
        var page = (await host.As("leader-2").Get($"{cycle.Path}/publications/2/page")).Done().Text;
        page.ShouldContain("Lời của cơ quan tổng hợp đã thay đổi");
        page.ShouldNotContain("không có nội dung nào của báo cáo đã công bố thay đổi");
    }

    [Fact]
    public async Task Of_a_form_that_the_draft_no_longer_has_are_neither_approved_nor_published()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Draft(host, With(approvals: 1));
        (await Write(host, cycle, "*", "Lời cũ.")).Done();
        var terms = With(approvals: 1);
        terms["form"] = new System.Text.Json.Nodes.JsonObject { ["code"] = "kho-khan-vuong-mac", ["version"] = 1 };
        (await host.As("centre").Put(cycle.Path, terms, (await host.As("centre").Get(cycle.Path)).Done().ETag)).Done();
        (await host.As("centre").Post($"{cycle.Path}/start")).Done();
        await host.WhenQuiet();
        (await host.As("centre").Post($"{cycle.Path}/close", new { reason = "Đã đủ." })).Done();
        await host.WhenQuiet();

        (await host.As("leader-1").Get($"{cycle.Path}/sector-report")).Done().Text.ShouldNotContain("Lời cũ.");
    }

    [Fact]
    public async Task Are_the_centres_alone_and_name_sections_of_the_form()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, With(approvals: 1));

        (await host.As("reporter-V14").Put($"{cycle.Path}/sector-text", new { sections = new { } }, "*")).Status.ShouldBe(403);
        (await host.As("centre").Put($"{cycle.Path}/sector-text", new { sections = new { khong_co = "Một." } }, "*"))
            .Refused(422, "sector-text-invalid");
        (await host.As("centre").Put($"{cycle.Path}/sector-text", "{\"sections\":{\"" + Section + "\":null}}", "*"))
            .Refused(400, "body-malformed")["errors"][0].GetProperty("place").GetString().ShouldBe($"/sections/{Section}");
    }

    private static Task<Answer> Write(AHost host, ACycle cycle, string etag, string words) => host.As("centre").Put(
        $"{cycle.Path}/sector-text", new { sections = new Dictionary<string, string> { [Section] = words } }, etag);

    private static System.Text.Json.Nodes.JsonObject With(int approvals)
    {
        var terms = ACycle.Terms("V14");
        terms["approvalsNeeded"] = approvals;
        return terms;
    }
}
