namespace VksServerless.EndToEnd.Cycles;

public class Refusing_the_sector_report
{
    [Fact]
    public async Task Sends_the_reports_of_named_units_back_and_waits_for_the_centre()
    {
        await using var host = await AHost.Start();
        var cycle = await AwaitingApproval(host, approvals: 1);
        var dueAt = ACycle.At(6, 20);

        var refused = (await Refuse(host, cycle, "leader-1", new { reason = "Số máy tính chưa khớp.", units = new[] { "V14" }, dueAt }))
            .Done();
        await host.WhenQuiet();

        refused.Said("phase").ShouldBe("closed");
        (await cycle.StateOf("V14")).ShouldBe("returned");
        (await cycle.StateOf("VP")).ShouldBe("accepted");
        (await cycle.Mails()).ShouldContain(mail => mail.To == "c2@vks.example" && mail.Subject.StartsWith("[Không duyệt]"));
        (await cycle.Mails()).ShouldContain(mail => mail.To == "v14@vks.example" && mail.Subject.StartsWith("[Trả lại]"));

        await cycle.Accepted("V14", AReport.Of("V14", ("may_tinh", 31)));
        (await cycle.Phase()).ShouldBe("closed");
        (await host.As("centre").Post($"{cycle.Path}/sector-report/resubmit")).Done();
        await host.WhenQuiet();
        await cycle.Approved("leader-1");

        (await cycle.Phase()).ShouldBe("published");
        var record = (await host.As("leader-2").Get(cycle.Path)).Done()["refused"][0];
        record.GetProperty("reason").GetString().ShouldBe("Số máy tính chưa khớp.");
        record.GetProperty("units")[0].GetString().ShouldBe("V14");
        record.TryGetProperty("answeredAt", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Tells_the_superior_of_a_unit_whose_report_it_sends_back()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "T84", "T84-CL");
        await cycle.Accepted("T84-CL");
        await cycle.Accepted("T84");

        (await Refuse(host, cycle, "leader-1", new { reason = "Chưa khớp.", units = new[] { "T84-CL" }, dueAt = ACycle.At(6, 20) })).Done();
        await host.WhenQuiet();

        (await cycle.Mails()).ShouldContain(mail => mail.Kind == "JudgedInstead" && mail.To == "t84@vks.example"
            && mail.Subject.Contains("Lãnh đạo Viện kiểm sát nhân dân tối cao đã trả lại báo cáo của", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Voids_approvals_given_before_also_when_the_same_report_comes_again()
    {
        await using var host = await AHost.Start();
        var cycle = await AwaitingApproval(host, approvals: 2);
        await cycle.Approved("leader-1");

        (await Refuse(host, cycle, "leader-2", new { reason = "Cần giải trình thêm." })).Done();
        await host.WhenQuiet();
        (await host.As("centre").Post($"{cycle.Path}/sector-report/resubmit")).Done();
        await host.WhenQuiet();

        var read = (await host.As("leader-1").Get(cycle.Path)).Done();
        (read.Said("phase"), read["approvals"].GetArrayLength()).ShouldBe(("awaiting-approval", 0));
    }

    [Fact]
    public async Task Brings_the_leadership_another_mail_when_it_comes_again_and_so_does_a_correction()
    {
        await using var host = await AHost.Start();
        var cycle = await AwaitingApproval(host, approvals: 1);
        (await Refuse(host, cycle, "leader-2", new { reason = "Cần giải trình thêm." })).Done();
        await host.WhenQuiet();
        (await host.As("centre").Post($"{cycle.Path}/sector-report/resubmit")).Done();
        await host.WhenQuiet();
        (await Laid(cycle)).ShouldBe(2);
        (await cycle.MailTexts()).ShouldContain("trả lại với lý do: Cần giải trình thêm.");

        await cycle.Approved("leader-1");
        (await host.As("centre").Post($"{cycle.Path}/corrections", new { reason = "Có ý kiến." })).Done();
        (await host.As("centre").Post($"{cycle.Path}/corrections/ready")).Done();
        await host.WhenQuiet();

        (await Laid(cycle)).ShouldBe(3);
        (await cycle.MailTexts()).ShouldContain("Đây là báo cáo đính chính Báo cáo số 01/BC-VKSTC. Lý do: Có ý kiến.");
    }

    [Fact]
    public async Task Is_not_needed_for_the_centre_to_add_its_words_and_the_leadership_hears_of_it_only_when_an_approval_is_void()
    {
        await using var host = await AHost.Start();
        var cycle = await AwaitingApproval(host, approvals: 2);
        var first = (await Write(host, cycle, "*", "Một.")).Done();
        await host.WhenQuiet();
        (await Laid(cycle)).ShouldBe(1);

        await cycle.Approved("leader-1");
        (await Write(host, cycle, first.ETag!, "Hai.")).Done();
        await host.WhenQuiet();

        (await Laid(cycle)).ShouldBe(2);
    }

    [Fact]
    public async Task Is_for_leaders_who_have_read_it_and_say_why_and_by_when()
    {
        await using var host = await AHost.Start();
        var cycle = await AwaitingApproval(host, approvals: 1);
        var units = new[] { "V14" };

        (await Refuse(host, cycle, "centre", new { reason = "Không." })).Status.ShouldBe(403);
        (await Refuse(host, cycle, "leader-1", new { reason = " " })).Refused(422, "reason-missing");
        (await Refuse(host, cycle, "leader-1", new { reason = "Sai.", units })).Status.ShouldBe(422);
        (await Refuse(host, cycle, "leader-1", new { reason = "Sai.", units = new[] { "T84" }, dueAt = ACycle.At(6, 20) }))
            .Refused(409, "not-accepted");
        (await host.As("leader-1").Post($"{cycle.Path}/sector-report/refuse", new { digest = new string('0', 64), reason = "Sai." }))
            .Refused(412, "report-changed");
        (await host.As("centre").Post($"{cycle.Path}/sector-report/resubmit")).Refused(409, "nothing-refused");
        (await cycle.Phase()).ShouldBe("awaiting-approval");
    }

    private static async Task<int> Laid(ACycle cycle) => (await cycle.Mails()).Count(mail => mail.Kind == "ReportLaidBefore");

    private static Task<Answer> Write(AHost host, ACycle cycle, string etag, string words) => host.As("centre").Put(
        $"{cycle.Path}/sector-text", new { sections = new Dictionary<string, string> { ["quan_ly_chi_dao"] = words } }, etag);

    private static async Task<ACycle> AwaitingApproval(AHost host, int approvals)
    {
        var terms = ACycle.Terms("V14", "VP");
        terms["approvalsNeeded"] = approvals;
        var cycle = await ACycle.Open(host, terms);
        await cycle.Accepted("V14");
        await cycle.Accepted("VP");
        return cycle;
    }

    private static async Task<Answer> Refuse(AHost host, ACycle cycle, string who, object body)
    {
        var read = (await host.As("leader-2").Get($"{cycle.Path}/sector-report")).Done();
        var asked = System.Text.Json.JsonSerializer.SerializeToNode(body)!.AsObject();
        asked["digest"] = read.ETag;
        return await host.As(who).Post($"{cycle.Path}/sector-report/refuse", asked);
    }
}
