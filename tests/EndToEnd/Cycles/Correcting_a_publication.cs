using System.Text.Json;
using System.Text.RegularExpressions;
using VksServerless.EndToEnd.Units;

namespace VksServerless.EndToEnd.Cycles;

public partial class Correcting_a_publication
{
    [GeneratedRegex("<p role=\"note\"[^\n]*thay thế[^\n]*</p>\n")]
    private static partial Regex Notice();

    [Fact]
    public async Task Ends_in_a_new_one_that_says_what_has_changed_and_leaves_the_first_as_it_was()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14", "T84");
        await cycle.Accepted("V14", AReport.Of("V14", ("may_tinh", 30)));
        await cycle.Accepted("T84", AReport.Of("T84", ("may_tinh", 12)));
        await cycle.Approved("leader-1");
        var first = (await host.As("centre").Get($"{cycle.Path}/publications/1")).Done();
        var firstPage = (await host.As("centre").Get($"{cycle.Path}/publications/1/page")).Done();
        var centre = host.As("centre");

        (await cycle.Return("T84", "Sai số máy tính.")).Refused(409, "cycle-not-open").Said("detail").ShouldContain("mở đính chính");
        (await centre.Post($"{cycle.Path}/corrections", new { reason = "Số máy tính của Trà Vinh." })).Done();
        (await centre.Post($"{cycle.Path}/corrections", new { reason = "Lần nữa." })).Refused(409, "correcting-already");
        (await cycle.Return("T84", "Sai số máy tính.")).Refused(422, "limit-needed");
        (await cycle.Return("T84", "Sai số máy tính.", 1, ACycle.At(6, 20))).Done();
        await host.Play(ACycle.Closing.AddDays(1));
        (await cycle.Submit("T84", AReport.Of("T84", ("may_tinh", 15)))).Refused(409, "report-closed");
        (await centre.Post($"{cycle.Path}/extensions",
            new { units = new[] { "T84" }, dueAt = ACycle.At(8, 10), reason = "Để đính chính." })).Done();
        await host.WhenQuiet();
        (await cycle.Submit("T84", AReport.Of("T84", ("may_tinh", 15)))).Done()["version"].GetInt32().ShouldBe(2);
        (await cycle.Accept("T84", 2)).Done();
        await host.WhenQuiet();
        (await cycle.Phase()).ShouldBe("published");

        (await centre.Post($"{cycle.Path}/corrections/ready")).Done();
        await host.WhenQuiet();
        (await cycle.Phase()).ShouldBe("awaiting-approval");
        await cycle.Approved("leader-2");

        var second = (await centre.Get($"{cycle.Path}/publications/2")).Done();
        second.Said("number").ShouldBe("02/BC-VKSTC");
        var corrects = second["corrects"];
        corrects.GetProperty("number").GetString().ShouldBe("01/BC-VKSTC");
        corrects.GetProperty("reason").GetString().ShouldBe("Số máy tính của Trà Vinh.");
        corrects.GetProperty("figures").GetRawText().ShouldBe("""[{"field":"may_tinh","before":"42","after":"45"}]""");
        corrects.GetProperty("sources").GetRawText().ShouldBe("""[{"unit":"T84","before":1,"after":2}]""");
        (await centre.Get($"{cycle.Path}/publications/2/page")).Done().Text.ShouldContain("01/BC-VKSTC");
        (await centre.Get($"{cycle.Path}/publications/1")).Done().Bytes.ShouldBe(first.Bytes);
        await host.WhenQuiet();
        (await cycle.Mails()).ShouldContain(mail => mail.Subject.StartsWith("[Đính chính] Báo cáo số 02/BC-VKSTC"));
        var replaced = (await centre.Get($"{cycle.Path}/publications/1/page")).Done().Text;
        var notice = Notice().Match(replaced).Value;
        notice.ShouldContain("<a href=\"../2/page\">Báo cáo số 02/BC-VKSTC</a>");
        replaced.Replace(notice, "", StringComparison.Ordinal).ShouldBe(firstPage.Text);
        var listed = (await centre.Get($"{cycle.Path}/publications")).Done().Json;
        listed.GetArrayLength().ShouldBe(2);
        listed[0].GetProperty("replacedBy").GetString().ShouldBe("02/BC-VKSTC");
        listed[1].TryGetProperty("replacedBy", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Changes_no_verdict_of_a_unit_that_was_late_or_missing()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14", "T84", "T01");
        await cycle.Accepted("V14");
        await host.Play(ACycle.ProvincesDue.AddHours(1));
        await cycle.Accepted("T84");
        await host.Play(ACycle.Closing.AddMilliseconds(1));
        await cycle.Approved("leader-1");
        Verdicts(await Published(host, cycle, 1)).ShouldBe("T01: null, T84: false, V14: true");

        (await host.As("centre").Post($"{cycle.Path}/corrections", new { reason = "Bổ sung." })).Done();
        (await cycle.Extend("T01", ACycle.At(8, 5))).Done();
        (await cycle.Extend("T84", ACycle.At(8, 5))).Refused(409, "report-accepted-already").Said("detail").ShouldContain("T84");
        (await cycle.Return("T84", "Sai.", 1, ACycle.At(8, 3))).Done();
        (await cycle.Extend("T84", ACycle.At(8, 5))).Done();
        await host.WhenQuiet();
        (await cycle.Submit("T84")).Done().Said("verdict").ShouldBe("late");
        (await cycle.Submit("T01")).Done().Said("verdict").ShouldBe("late");
        (await cycle.Accept("T84", 2)).Done();
        (await cycle.Accept("T01")).Done();
        (await host.As("centre").Post($"{cycle.Path}/corrections/ready")).Done();
        await host.WhenQuiet();
        await cycle.Approved("leader-1");

        var second = await Published(host, cycle, 2);
        Verdicts(second).ShouldBe("T01: false, T84: false, V14: true");
        second.GetProperty("corrects").GetProperty("verdicts").GetRawText()
            .ShouldBe("""[{"unit":"T01","before":"missing","after":"late"}]""");
        (await cycle.Obligation("T84")).GetProperty("onTime").GetBoolean().ShouldBeFalse();
        (await cycle.MailTexts()).ShouldContain("vẫn được ghi là nộp muộn");
        (await host.As("centre").Get($"{cycle.Path}/publications/2/page")).Done().Text.ShouldContain("Tình trạng nộp của đơn vị đã thay đổi");
    }

    [Fact]
    public async Task Is_a_numbered_publication_with_its_reason_and_approvals_also_when_nothing_changed()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14");
        await cycle.Accepted("V14");
        await cycle.Approved("leader-1");

        (await host.As("centre").Post($"{cycle.Path}/corrections", new { reason = "Có ý kiến về số máy tính." })).Done();
        (await host.As("centre").Post($"{cycle.Path}/corrections/ready")).Done();
        await host.WhenQuiet();
        await cycle.Approved("leader-2");

        var second = await Published(host, cycle, 2);
        second.GetProperty("number").GetString().ShouldBe("02/BC-VKSTC");
        second.GetProperty("approvals").GetArrayLength().ShouldBe(1);
        second.GetProperty("corrects").GetProperty("reason").GetString().ShouldBe("Có ý kiến về số máy tính.");
        (await host.As("centre").Get($"{cycle.Path}/publications/2/page")).Done().Text
            .ShouldContain("không có nội dung nào của báo cáo đã công bố thay đổi");
        (await cycle.Mails()).Where(mail => mail.Kind == "CyclePublished").Select(mail => mail.Subject.Split(']')[0])
            .ShouldBe(["[Công bố", "[Đính chính"], ignoreOrder: true);
    }

    [Fact]
    public async Task Of_a_period_whose_predecessor_was_corrected_names_the_comparison_as_changed()
    {
        await using var host = await AMerger.InJune();
        var centre = host.As("centre");
        var first = await AMerger.Open(host, null, "T84");
        await first.Accepted("T84", AMerger.Of(10));
        await first.Approved("leader-1");
        var next = await AMerger.Open(host, first.Id, "T84");
        await next.Accepted("T84", AMerger.Of(12));
        await next.Approved("leader-1");
        (await centre.Post($"{first.Path}/corrections", new { reason = "Sai." })).Done();
        (await first.Return("T84", "Sai.", 1, AMerger.June.AddDays(10))).Done();
        (await first.Submit("T84", AMerger.Of(11))).Done();
        (await first.Accept("T84", 2)).Done();
        (await centre.Post($"{first.Path}/corrections/ready")).Done();
        await host.WhenQuiet();
        await first.Approved("leader-1");

        (await centre.Post($"{next.Path}/corrections", new { reason = "Kỳ trước đã đính chính." })).Done();
        (await centre.Post($"{next.Path}/corrections/ready")).Done();
        await host.WhenQuiet();
        await next.Approved("leader-1");

        (await Published(host, next, 2)).GetProperty("corrects").GetProperty("others").GetRawText().ShouldBe("""["comparison"]""");
        var page = (await centre.Get($"{next.Path}/publications/2/page")).Done().Text;
        page.ShouldContain("Phần so sánh với kỳ trước đã thay đổi.");
        page.ShouldNotContain("không có nội dung nào của báo cáo đã công bố thay đổi");
    }

    [Fact]
    public async Task Is_refused_before_anything_is_published()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14");
        (await host.As("centre").Post($"{cycle.Path}/corrections", new { reason = "Sai." })).Refused(409, "not-published");
        (await host.As("centre").Post($"{cycle.Path}/corrections/ready")).Refused(409, "not-published");
        await cycle.Accepted("V14");
        await cycle.Approved("leader-1");
        (await host.As("centre").Post($"{cycle.Path}/corrections/ready")).Refused(409, "not-published").Said("detail")
            .ShouldContain("Chưa mở đính chính");
        (await host.As("centre").Get($"{cycle.Path}/publications/2")).Refused(404, "publication-unknown");
    }

    private static async Task<JsonElement> Published(AHost host, ACycle cycle, int sequence) =>
        (await host.As("centre").Get($"{cycle.Path}/publications/{sequence}")).Done().Json;

    private static string Verdicts(JsonElement published) => string.Join(", ", published.GetProperty("report").GetProperty("manifest")
        .EnumerateArray().Select(entry =>
            $"{entry.GetProperty("unit")}: {(entry.TryGetProperty("onTime", out var onTime) ? onTime.GetRawText() : "null")}").Order());
}
