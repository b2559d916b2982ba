namespace VksServerless.EndToEnd.Units;

public class Merging_units_in_a_running_cycle
{
    [Fact]
    public async Task Counts_every_figure_of_the_period_before_once()
    {
        await using var host = await AMerger.InJune();
        var earlier = await AMerger.Open(host, null, "T84", "T83", "T86");
        foreach (var (unit, moi) in ((string, int)[])[("T84", 10), ("T83", 20), ("T86", 30)])
        {
            await earlier.Accepted(unit, AMerger.Of(moi));
        }

        var cycle = await AMerger.Open(host, earlier.Id, "T84", "T83", "T86");
        await cycle.Accepted("T84", AMerger.Of(11));
        await cycle.Accepted("T83", AMerger.Of(23));

        (await AMerger.Happens(host, cycle))["unitChanges"][0].GetProperty("ended")[0].GetProperty("unit").GetString().ShouldBe("T86");

        var prefill = (await AMerger.Reporter(host).Get($"{cycle.ReportOf(AMerger.Heir)}/prefill")).Done();
        prefill["answers"].GetProperty("moi").GetInt32().ShouldBe(30);
        prefill["units"].EnumerateArray().Select(unit => unit.GetString()).ShouldBe(["T86"]);
        (await AMerger.Reporter(host).Post($"{cycle.ReportOf(AMerger.Heir)}/submit", AMerger.Of(60), Person.NewKey()))
            .RuleAt("/explanations/bien_dong").ShouldBe("unexplained");
        (await AMerger.Reporter(host).Post($"{cycle.ReportOf(AMerger.Heir)}/submit", AMerger.Of(33), Person.NewKey())).Done();
        (await host.As("centre").Post($"{cycle.ReportOf(AMerger.Heir)}/accept", new { version = 1 })).Done();
        await host.WhenQuiet();

        (await Compared(host, cycle, AMerger.Heir)).ShouldBe((33, 30));
        (await Compared(host, cycle, "T84")).ShouldBe((11, 10));
        (await Compared(host, cycle, "VKSTC")).ShouldBe((67, 60));
        (await cycle.MailTexts()).ShouldContain("báo cáo thay cho: Viện kiểm sát nhân dân tỉnh Vĩnh Long (T86)");
    }

    [Fact]
    public async Task Compares_the_next_cycle_with_what_each_unit_itself_handed_in()
    {
        await using var host = await AMerger.InJune();
        var merged = await AMerger.Open(host, null, "T84", "T83", "T86");
        await merged.Accepted("T84", AMerger.Of(10));
        await AMerger.Happens(host, merged);
        (await AMerger.Reporter(host).Post($"{merged.ReportOf(AMerger.Heir)}/submit", AMerger.Of(50), Person.NewKey())).Done();
        (await host.As("centre").Post($"{merged.ReportOf(AMerger.Heir)}/accept", new { version = 1 })).Done();
        await host.WhenQuiet();

        var next = await AMerger.Open(host, merged.Id, AMerger.Heir);

        (await AMerger.Reporter(host).Get($"{next.ReportOf(AMerger.Heir)}/prefill")).Done()["answers"].GetProperty("moi").GetInt32()
            .ShouldBe(60);
    }

    [Fact]
    public async Task Gives_who_joins_the_latest_deadline_of_those_it_replaces()
    {
        await using var host = await AMerger.InJune();
        var due = AMerger.June.AddDays(8);
        var cycle = await AMerger.Open(host, null, due, "T84", "T83", "T86");
        var extended = new DateTimeOffset(2025, 7, 15, 16, 0, 0, VietnamTime.Offset);
        (await host.As("centre").Post(
            $"{cycle.Path}/extensions", new { units = new[] { "T83" }, dueAt = extended, closesAt = extended.AddDays(5), reason = "Bão." }))
            .Done();
        await host.WhenQuiet();
        await AMerger.Happens(host, cycle);

        var obligation = await cycle.Obligation(AMerger.Heir);
        obligation.GetProperty("dueAt").GetDateTimeOffset().ShouldBe(extended);
        obligation.GetProperty("closesAt").GetDateTimeOffset().ShouldBe(extended.AddDays(5));
        (await AMerger.TextTo(host, cycle, AMerger.Heir)).ShouldContain("Hạn nộp: 16:00 ngày 15/07/2025");
        (await AMerger.TextTo(host, cycle, AMerger.Heir)).ShouldNotContain("28/06/2025");
    }

    [Fact]
    public async Task Gives_who_joins_after_every_deadline_a_time_of_its_own_on_record()
    {
        await using var host = await AMerger.InJune();
        var cycle = await AMerger.Open(host, null, AMerger.June.AddDays(8), "T84", "T83", "T86");

        var changed = await AMerger.Happens(host, cycle);

        // Five working days after Wednesday, 2 July.
        var own = new DateTimeOffset(2025, 7, 9, 8, 0, 0, VietnamTime.Offset);
        var time = changed["unitChanges"][0].GetProperty("times")[0];
        time.GetProperty("dueAt").GetDateTimeOffset().ShouldBe(own);
        time.GetProperty("from").GetArrayLength().ShouldBe(0);
        (await cycle.Obligation(AMerger.Heir)).GetProperty("dueAt").GetDateTimeOffset().ShouldBe(own);
        (await AMerger.TextTo(host, cycle, AMerger.Heir)).ShouldNotContain("28/06/2025");
        await host.Play(own.AddDays(-1));
        (await cycle.Mails()).ShouldContain(mail => mail.Kind == "ReminderDue" && mail.To == "t86-2025@vks.example");
        (await AMerger.Reporter(host).Post($"{cycle.ReportOf(AMerger.Heir)}/submit", AMerger.Of(1), Person.NewKey()))
            .Done().Said("verdict").ShouldBe("on-time");
    }

    [Fact]
    public async Task Sends_the_result_to_who_answers_for_those_that_had_handed_in()
    {
        await using var host = await AMerger.InJune();
        var cycle = await AMerger.Open(host, null, AMerger.Due, sentToUnits: true, "T84", "T83");
        (await cycle.Submit("T84", AMerger.Of(1))).Done();
        (await cycle.Submit("T83", AMerger.Of(1))).Done();
        await AMerger.Happens(host, cycle);
        (await cycle.Accept("T84")).Done();
        (await cycle.Accept("T83")).Done();
        await host.WhenQuiet();
        await cycle.Approved("leader-1");

        (await cycle.Mails()).Where(mail => mail.Kind == "CyclePublished").Select(mail => mail.To)
            .ShouldBe(["lanh-dao@vks.example", "t86-2025@vks.example"], ignoreOrder: true);
        (await AMerger.Head(host).Get($"{cycle.Path}/publications/1")).Done();
        (await host.As("head-T84").Get($"{cycle.Path}/publications")).Refused(403, "not-permitted");
    }

    private static async Task<(decimal Now, decimal Then)> Compared(AHost host, ACycle cycle, string unit)
    {
        var figure = (await host.As("centre").Get($"{cycle.Path}/totals/{unit}/comparison")).Done()["figures"][0];
        return (figure.GetProperty("now").GetDecimal(), figure.GetProperty("then").GetDecimal());
    }
}
