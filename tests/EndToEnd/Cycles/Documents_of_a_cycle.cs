using VksServerless.EndToEnd.Reports;

namespace VksServerless.EndToEnd.Cycles;

public class Documents_of_a_cycle
{
    private static readonly AFile Plan = AFile.Of("%PDF-1.7 plan"u8.ToArray(), "Kế hoạch 72.pdf");
    private static readonly AFile Draft = AFile.Of("%PDF-1.7 draft"u8.ToArray(), "Dự thảo.pdf");

    [Fact]
    public async Task Are_read_by_every_unit_and_named_in_the_publication_with_their_hash()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Draft(host, ACycle.Terms("V14"));
        var plan = (await Plan.HandOut(host.As("centre"), cycle, "plan")).Done();
        (await host.As("centre").Post($"{cycle.Path}/start")).Done();
        await host.WhenQuiet();
        (await Draft.HandOut(host.As("centre"), cycle, "draft")).Done();

        var listed = (await host.As("reporter-V14").Get($"{cycle.Path}/documents")).Done().Json;
        listed.EnumerateArray().Select(file => $"{file.GetProperty("kind").GetString()} {file.GetProperty("fileName").GetString()}")
            .ShouldBe(["plan Kế hoạch 72.pdf", "draft Dự thảo.pdf"], ignoreOrder: true);
        var read = (await host.As("reporter-V14").Get($"{cycle.Path}/documents/{plan.Said("id")}")).Done();
        read.Bytes.ShouldBe(Plan.Bytes);
        read.Response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");

        await cycle.Accepted("V14");
        await cycle.Approved("leader-1");
        var page = (await host.As("centre").Get($"{cycle.Path}/publications/1/page")).Done().Text;
        page.ShouldContain($"Kế hoạch: Kế hoạch 72.pdf");
        page.ShouldContain(plan.Said("sha256"));
        page.ShouldContain("Dự thảo lấy ý kiến: Dự thảo.pdf");
    }

    [Fact]
    public async Task Leave_a_draft_and_stay_once_it_has_been_started()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Draft(host, ACycle.Terms("V14"));
        var wrong = (await Draft.HandOut(host.As("centre"), cycle, "plan")).Done().Said("id");
        (await host.As("centre").Send(HttpMethod.Delete, $"{cycle.Path}/documents/{wrong}", null, null, null)).Done()
            .Json.GetArrayLength().ShouldBe(0);
        (await host.As("centre").Get($"{cycle.Path}/documents/{wrong}")).Refused(404, "attachment-unknown");
        var plan = (await Plan.HandOut(host.As("centre"), cycle, "plan")).Done().Said("id");
        (await host.As("centre").Post($"{cycle.Path}/start")).Done();
        await host.WhenQuiet();

        (await host.As("centre").Send(HttpMethod.Delete, $"{cycle.Path}/documents/{plan}", null, null, null))
            .Refused(409, "document-handed-out");
        (await host.As("reporter-V14").Get($"{cycle.Path}/documents")).Done().Json.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Handed_out_while_the_report_awaits_approval_void_the_approvals_and_after_it_are_refused()
    {
        await using var host = await AHost.Start();
        var terms = ACycle.Terms("V14");
        terms["approvalsNeeded"] = 2;
        var cycle = await ACycle.Open(host, terms);
        await cycle.Accepted("V14");
        await cycle.Approved("leader-1");

        (await Plan.HandOut(host.As("centre"), cycle, "plan")).Done();
        await host.WhenQuiet();
        (await host.As("leader-1").Get(cycle.Path)).Done()["approvals"].GetArrayLength().ShouldBe(0);
        await cycle.Approved("leader-1", "leader-2");
        (await Draft.HandOut(host.As("centre"), cycle, "other")).Refused(409, "cycle-ended");

        (await host.As("centre").Post($"{cycle.Path}/corrections", new { reason = "Thiếu tài liệu." })).Done();
        (await Draft.HandOut(host.As("centre"), cycle, "other")).Done();
        (await host.As("centre").Post($"{cycle.Path}/corrections/ready")).Done();
        await host.WhenQuiet();
        await cycle.Approved("leader-1", "leader-2");
        var page = (await host.As("centre").Get($"{cycle.Path}/publications/2/page")).Done().Text;
        page.ShouldContain("Tài liệu bổ sung sau khi công bố");
        page.ShouldNotContain("không có nội dung nào của báo cáo đã công bố thay đổi");
    }

    [Fact]
    public async Task Are_the_centres_to_hand_out_and_say_what_they_are()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14");

        (await Plan.HandOut(host.As("reporter-V14"), cycle, "plan")).Refused(403, "not-permitted");
        (await Plan.HandOut(host.As("centre"), cycle, "")).Refused(422, "document-kind");
        (await host.As("centre").Get($"{cycle.Path}/documents/{new string('a', 32)}")).Refused(404, "attachment-unknown");
        for (var number = 0; number < 20; number++)
        {
            (await Plan.HandOut(host.As("centre"), cycle, "other")).Done();
        }

        (await Plan.HandOut(host.As("centre"), cycle, "other")).Refused(409, "attachment-too-many");
    }
}
