using System.Text.RegularExpressions;

namespace VksServerless.EndToEnd.Publications;

public partial class Replies_to_opinions
{
    [Fact]
    public async Task Are_given_to_many_at_once_counted_on_the_page_and_seen_by_the_unit()
    {
        await using var host = await AHost.Start();
        var cycle = await ADraft.Open(host, "V14", "VP");
        await cycle.Accepted("V14", ADraft.Opinions("Dự thảo cần thiết.", "Điều 7", "Điều 9"));
        await cycle.Accepted("VP", ADraft.Opinions(null, "Điều 7"));
        var given = await ADraft.Given(host, cycle);
        given.Select(opinion => (opinion.Unit, opinion.Said, opinion.Reply)).ShouldBe(
            [("V14", "Dự thảo cần thiết.", null), ("V14", "Điều 7", null), ("V14", "Điều 9", null), ("VP", "Điều 7", null)],
            ignoreOrder: true);
        var seven = given.Where(opinion => opinion.Said == "Điều 7").Select(opinion => opinion.Id).ToList();

        var answered = (await ADraft.Reply(host, cycle, seven, "accepted", "Đã sửa Điều 7.")).Done();
        (await ADraft.Reply(host, cycle, [given.Single(opinion => opinion.Said == "Điều 9").Id], "explained", "Đã có tại Luật.")).Done();

        ADraft.CountsOf(answered.Json).ShouldBe((4, 2, 0, 2));
        var own = (await host.As("reporter-VP").Get($"{cycle.ReportOf("VP")}/opinions")).Done();
        ADraft.CountsOf(own.Json).ShouldBe((1, 1, 0, 0));
        var reply = own["opinions"][0].GetProperty("reply");
        (reply.GetProperty("kind").GetString(), reply.GetProperty("text").GetString(), reply.GetProperty("by").GetString())
            .ShouldBe(("accepted", "Đã sửa Điều 7.", host.As("centre").Who.Name));
        await host.WhenQuiet();
        await cycle.Approved("leader-1");
        (await cycle.Phase()).ShouldBe("published");
        var report = (await host.As("leader-1").Get($"{cycle.Path}/publications/1")).Done()["report"];
        report.GetProperty("opinions").GetArrayLength().ShouldBe(4);
        var page = Words((await host.As("leader-1").Get($"{cycle.Path}/publications/1/page")).Done().Text);
        page.ShouldContain("1 ý kiến: 0 tiếp thu, 0 giải trình, 1 chưa trả lời.");
        page.ShouldContain("3 ý kiến: 2 tiếp thu, 1 giải trình, 0 chưa trả lời.");
        page.ShouldContain("Giải trình Đã có tại Luật.");
        Regex.Count(page, "Dự thảo cần thiết.").ShouldBe(1, "it stands beside its reply only");
        (await ADraft.Reply(host, cycle, seven, "accepted", null)).Status.ShouldBe(409);
    }

    [Fact]
    public async Task Given_while_the_report_awaits_approval_put_it_together_again()
    {
        await using var host = await AHost.Start();
        var cycle = await ADraft.Open(host, "V14");
        await cycle.Accepted("V14", ADraft.Opinions(null, "Điều 7"));
        var before = (await host.As("leader-1").Get($"{cycle.Path}/sector-report")).Done().ETag;

        (await ADraft.Reply(host, cycle, [(await ADraft.Given(host, cycle))[0].Id], "accepted", null)).Done();
        await host.WhenQuiet();

        (await host.As("leader-1").Post($"{cycle.Path}/approvals", new { digest = before })).Refused(412, "report-changed");
        await cycle.Approved("leader-1");
        (await cycle.Phase()).ShouldBe("published");
    }

    [Fact]
    public async Task Fall_away_when_the_unit_says_something_else_and_stay_where_it_does_not()
    {
        await using var host = await AHost.Start();
        var cycle = await ADraft.Open(host, "V14", "VP");
        await cycle.Accepted("V14", ADraft.Opinions(null, "Điều 7", "Điều 9"));
        (await ADraft.Reply(host, cycle, [.. (await ADraft.Given(host, cycle)).Select(opinion => opinion.Id)], "accepted", null)).Done();

        (await cycle.Return("V14", "Nêu rõ điều nào.", 1)).Done();
        (await ADraft.Given(host, cycle)).ShouldBeEmpty();
        await cycle.Accepted("V14", ADraft.Opinions(null, "Khoản 2 Điều 7", "Điều 9"));

        (await ADraft.Given(host, cycle)).Select(opinion => (opinion.Said, opinion.Reply))
            .ShouldBe([("Khoản 2 Điều 7", null), ("Điều 9", "accepted")]);
    }

    [Fact]
    public async Task Are_replaced_by_later_ones_which_a_correction_lists()
    {
        await using var host = await AHost.Start();
        var cycle = await ADraft.Open(host, "V14");
        await cycle.Accepted("V14", ADraft.Opinions(null, "Điều 7"));
        var id = (await ADraft.Given(host, cycle))[0].Id;
        (await ADraft.Reply(host, cycle, [id], "accepted", null)).Done();
        await host.WhenQuiet();
        await cycle.Approved("leader-1");
        (await host.As("centre").Post($"{cycle.Path}/corrections", new { reason = "Trả lời nhầm." })).Done();

        (await ADraft.Reply(host, cycle, [id, id], "explained", "Đã có tại Luật.")).Done();
        (await host.As("centre").Post($"{cycle.Path}/corrections/ready")).Done();
        await host.WhenQuiet();
        await cycle.Approved("leader-1");

        var change = (await host.As("leader-1").Get($"{cycle.Path}/publications/2")).Done()["corrects"].GetProperty("replies")
            .EnumerateArray().ShouldHaveSingleItem();
        change.GetProperty("before").GetProperty("kind").GetString().ShouldBe("accepted");
        change.GetProperty("after").GetProperty("text").GetString().ShouldBe("Đã có tại Luật.");
        Words((await host.As("leader-1").Get($"{cycle.Path}/publications/2/page")).Done().Text)
            .ShouldContain("Tiếp thu. Giải trình: Đã có tại Luật.");
    }

    [Fact]
    public async Task That_are_wrong_are_refused_at_their_places_and_nothing_is_written()
    {
        await using var host = await AHost.Start();
        var cycle = await ADraft.Open(host, "V14");
        await cycle.Accepted("V14", ADraft.Opinions(null, "Điều 7"));
        var id = (await ADraft.Given(host, cycle))[0].Id;

        var refused = (await ADraft.Reply(host, cycle, [id, "0123456789abcdef"], "explained", " ")).Refused(422, "opinion-reply-invalid");

        (refused.RuleAt("/ids/1"), refused.RuleAt("/text")).ShouldBe(("unknown-opinion", "required"));
        (await host.As("centre").Post($"{cycle.Path}/opinions/replies", new { ids = new[] { id }, kind = "maybe" }))
            .Refused(400, "body-malformed");
        (await host.As("leader-1").Post($"{cycle.Path}/opinions/replies", new { ids = new[] { id }, kind = "accepted" }))
            .Refused(403, "not-permitted");
        (await ADraft.Given(host, cycle))[0].Reply.ShouldBeNull();
    }

    /// <summary>What a reader of the page reads.</summary>
    private static string Words(string page) =>
        Blanks().Replace(System.Net.WebUtility.HtmlDecode(Tags().Replace(page, " ")), " ");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
