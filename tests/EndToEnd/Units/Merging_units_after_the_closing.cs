namespace VksServerless.EndToEnd.Units;

/// <summary>Nobody joins or leaves any more, but the living successor answers, judges and is told.</summary>
public class Merging_units_after_the_closing
{
    private const string HeirsAddress = "t86-2025@vks.example";

    [Fact]
    public async Task Gives_the_heir_what_waits_to_be_judged_and_tells_it()
    {
        await using var host = await AMerger.InJune();
        var cycle = await AMerger.Open(host, null, AMerger.June.AddDays(2), "T84", "T84-TC", "T84-CL");
        await cycle.Accepted("T84", AMerger.Of(1));
        (await cycle.Submit("T84-CL", AMerger.Of(2))).Done();
        await host.Play(AMerger.June.AddDays(13));
        (await cycle.Phase()).ShouldBe("awaiting-approval");

        var changed = (await AMerger.Happens(host, cycle))["unitChanges"][0];

        changed.GetProperty("kept")[0].GetProperty("unit").GetString().ShouldBe("T84");
        (changed.GetProperty("ended").GetArrayLength(), changed.GetProperty("joined").GetArrayLength()).ShouldBe((0, 0));
        (await host.As("centre").Get(cycle.Path)).Done()["unitChanges"][0].GetProperty("done").GetBoolean().ShouldBeTrue();
        (await AMerger.TextTo(host, cycle, AMerger.Heir)).ShouldContain("(T84-CL)", Case.Sensitive, "it waited before");
        (await AMerger.Head(host).Post($"{cycle.ReportOf("T84-CL")}/accept", new { version = 1 })).Done();

        (await cycle.Extend("T84-TC", AMerger.July.AddDays(5))).Done();
        await host.WhenQuiet();
        (await cycle.Submit("T84-TC", AMerger.Of(3))).Done();
        await host.WhenQuiet();
        (await cycle.Mails()).Where(mail => mail.Kind == "ReportWaiting" && mail.Subject.Contains("Tiểu Cần", StringComparison.Ordinal))
            .Select(mail => mail.To).ShouldBe([HeirsAddress]);
        (await AMerger.Head(host).Post($"{cycle.ReportOf("T84-TC")}/accept", new { version = 1 })).Done();
        await host.WhenQuiet();
        (await cycle.TotalOf("VKSTC", "moi")).ShouldBe(6);
        await cycle.Approved("leader-1");
        (await cycle.Phase()).ShouldBe("published");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lets_the_heir_answer_what_a_leader_sends_back(bool takenOverBefore)
    {
        await using var host = await AMerger.InJune();
        var cycle = await AMerger.Open(host, null, "T84", "T83");
        await cycle.Accepted("T84", AMerger.Of(10));
        await cycle.Accepted("T83", AMerger.Of(20));
        await AMerger.Recorded(host);
        await host.Play(AMerger.July);
        var digest = (await host.As("leader-1").Get($"{cycle.Path}/sector-report")).Done().ETag;
        if (takenOverBefore)
        {
            await AMerger.TakenOver(host, cycle);
            (await host.As("leader-1").Get($"{cycle.Path}/sector-report")).Done().ETag.ShouldBe(digest, "it says the same as before");
        }

        (await host.As("leader-1").Post(
            $"{cycle.Path}/sector-report/refuse",
            new { digest, reason = "Sai.", units = new[] { "T84" }, dueAt = AMerger.July.AddDays(10) })).Done();
        await host.WhenQuiet();
        if (!takenOverBefore)
        {
            await AMerger.TakenOver(host, cycle);
        }

        (await AMerger.TextTo(host, cycle, AMerger.Heir)).ShouldContain("08:00 ngày 12/07/2025");
        (await AMerger.Reporter(host).Post($"{cycle.ReportOf("T84")}/submit", AMerger.Of(11), Person.NewKey())).Done();
        (await cycle.Accept("T84", 2)).Done();
        await host.WhenQuiet();
        (await host.As("centre").Post($"{cycle.Path}/sector-report/resubmit")).Done();
        await host.WhenQuiet();
        await cycle.Approved("leader-1");
        (await cycle.Phase(), await cycle.TotalOf("VKSTC", "moi")).ShouldBe(("published", 31));
    }

    [Fact]
    public async Task Lets_the_heir_answer_what_comes_back_in_a_correction()
    {
        await using var host = await AMerger.InJune();
        var cycle = await AMerger.Open(host, null, "T84", "T83");
        await cycle.Accepted("T84", AMerger.Of(10));
        await cycle.Accepted("T83", AMerger.Of(20));
        await cycle.Approved("leader-1");
        await AMerger.Recorded(host);
        await host.Play(AMerger.July);
        (await host.As("centre").Post($"{cycle.Path}/unit-changes", new { day = "2025-07-02", reason = "Theo Nghị quyết 202." }))
            .Refused(409, "cycle-not-open").Text.ShouldContain("mở đính chính");
        (await host.As("centre").Post($"{cycle.Path}/corrections", new { reason = "Sai số liệu." })).Done();

        await AMerger.TakenOver(host, cycle);

        (await host.As("centre").Get(cycle.Path)).Done()["unitChanges"][0].GetProperty("done").GetBoolean().ShouldBeTrue();
        (await AMerger.TakenOver(host, cycle))["unitChanges"].GetArrayLength().ShouldBe(1, "all is taken over");
        (await cycle.Return("T84", "Sai.", 1, AMerger.July.AddDays(10))).Done();
        await host.WhenQuiet();
        (await cycle.Mails()).Where(mail => mail.Kind == "ReportReturned").Select(mail => mail.To).ShouldBe([HeirsAddress]);
        (await AMerger.Reporter(host).Post($"{cycle.ReportOf("T84")}/submit", AMerger.Of(11), Person.NewKey())).Done();
        (await AMerger.Head(host).Post($"{cycle.ReportOf("T84")}/accept", new { version = 2 })).Refused(403, "not-permitted");
        (await cycle.Accept("T84", 2)).Done();
        (await host.As("centre").Post($"{cycle.Path}/corrections/ready")).Done();
        await host.WhenQuiet();
        await cycle.Approved("leader-1");
        (await cycle.Phase(), await cycle.TotalOf("VKSTC", "moi")).ShouldBe(("published", 31));
    }

    [Fact]
    public async Task Tells_the_heir_of_a_revoked_exemption_and_that_the_cycle_is_cancelled()
    {
        await using var host = await AMerger.InJune();
        var cycle = await AMerger.Open(host, null, AMerger.June.AddDays(2), "T84", "T83");
        var units = new[] { "T84" };
        (await host.As("centre").Post($"{cycle.Path}/exemptions", new { units, reason = "Miễn." })).Done();
        await host.Play(AMerger.June.AddDays(13));
        await AMerger.Happens(host, cycle);
        (await host.As("centre").Post(
            $"{cycle.Path}/exemptions/revoke", new { units, reason = "Nhầm.", dueAt = AMerger.July.AddDays(5) })).Done();
        await host.WhenQuiet();
        (await AMerger.Reporter(host).Post($"{cycle.ReportOf("T84")}/submit", AMerger.Of(10), Person.NewKey())).Done();
        (await host.As("centre").Post($"{cycle.Path}/cancel", new { reason = "Thôi." })).Done();
        await host.WhenQuiet();

        var mails = await cycle.Mails();
        foreach (var kind in (string[])["ExemptionRevoked", "CycleCancelled"])
        {
            mails.Where(mail => mail.Kind == kind).Select(mail => mail.To).Distinct().ShouldBe([HeirsAddress], kind);
        }
    }

    [Fact]
    public async Task Finds_those_who_ended_in_the_open_cycle_recorded()
    {
        await using var host = await AMerger.InJune();
        var cycle = await AMerger.Open(host, null, "T84", "T83", "T86");
        await cycle.Accepted("T84", AMerger.Of(10));
        await AMerger.Happens(host, cycle);
        (await host.As("centre").Post($"{cycle.Path}/close", new { reason = "Đủ số liệu." })).Done();
        await host.WhenQuiet();

        (await AMerger.TakenOver(host, cycle))["unitChanges"].GetArrayLength().ShouldBe(1);
    }
}
