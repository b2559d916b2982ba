namespace VksServerless.EndToEnd.Units;

public class Judging_after_a_merger
{
    [Fact]
    public async Task Is_for_the_successor_also_of_a_province_that_had_handed_in()
    {
        await using var host = await AMerger.InJune();
        var cycle = await AMerger.Open(host, null, "T84", "T84-TC", "T84-CL");
        (await cycle.Submit("T84", AMerger.Of(1))).Done();
        (await cycle.Submit("T84-CL", AMerger.Of(2))).Done();
        await AMerger.Happens(host, cycle);

        (await cycle.Submit("T84-TC", AMerger.Of(3))).Done();
        await host.WhenQuiet();

        var waiting = (await cycle.Mails()).Where(mail => mail.Kind == "ReportWaiting" && mail.Subject.Contains("T84-TC")
            || mail.Subject.Contains("Tiểu Cần")).ToList();
        waiting.ShouldContain(mail => mail.To == "t86-2025@vks.example");
        waiting.ShouldNotContain(mail => mail.To == "t84@vks.example");
        (await AMerger.TextTo(host, cycle, AMerger.Heir)).ShouldContain("(T84-CL)", Case.Sensitive, "it waited before");
        (await AMerger.Head(host).Post($"{cycle.ReportOf("T84-TC")}/accept", new { version = 1 })).Done();
        (await host.As("head-T83").Post($"{cycle.ReportOf("T84-CL")}/accept", new { version = 1 })).Refused(403, "not-permitted");
        (await host.As("centre").Post($"{cycle.ReportOf("T84-CL")}/accept", new { version = 1 })).Done();
    }

    [Fact]
    public async Task Is_for_the_successor_also_of_a_superior_that_does_not_report()
    {
        await using var host = await AMerger.InJune();
        var cycle = await AMerger.Open(host, null, "T84-TC", "T84-CL");
        await AMerger.Happens(host, cycle);
        (await cycle.Submit("T84-TC", AMerger.Of(3))).Done();
        await host.WhenQuiet();

        (await cycle.Mails()).Count(mail => mail.Kind == "ReportWaiting" && mail.To == "t86-2025@vks.example").ShouldBe(1);
        (await AMerger.Head(host).Post($"{cycle.ReportOf("T84-TC")}/accept", new { version = 1 })).Done();
        (await host.As("centre").Get(cycle.ReportOf(AMerger.Heir))).Refused(404, "not-obliged");
    }

    [Fact]
    public async Task Leaves_the_answer_to_the_successor_when_what_was_handed_in_comes_back()
    {
        await using var host = await AMerger.InJune();
        var cycle = await AMerger.Open(host, null, "T84", "T83");
        (await cycle.Submit("T84", AMerger.Of(1))).Done();
        await AMerger.Happens(host, cycle);
        (await cycle.Return("T84", "Xem lại.")).Done();
        await host.WhenQuiet();

        (await cycle.Mails()).ShouldContain(mail => mail.Kind == "ReportReturned" && mail.To == "t86-2025@vks.example");
        (await AMerger.Reporter(host).Post($"{cycle.ReportOf("T84")}/submit", AMerger.Of(2), Person.NewKey())).Done();
        (await AMerger.Head(host).Post($"{cycle.ReportOf("T84")}/accept", new { version = 2 })).Refused(403, "not-permitted");
        (await cycle.Accept("T84", 2)).Done();
        await host.WhenQuiet();
        (await cycle.TotalOf("VKSTC", "moi")).ShouldBe(2);
    }

    [Fact]
    public async Task Finds_who_withdrew_or_had_its_report_back_succeeded_like_who_never_handed_in()
    {
        await using var host = await AMerger.InJune();
        var cycle = await AMerger.Open(host, null, "T84", "T83", "T86");
        (await cycle.Submit("T84", AMerger.Of(1))).Done();
        (await host.As("reporter-T84").Post($"{cycle.ReportOf("T84")}/withdraw")).Done();
        (await cycle.Submit("T83", AMerger.Of(2))).Done();
        (await cycle.Return("T83", "Thiếu số liệu.")).Done();
        await host.WhenQuiet();

        var changed = await AMerger.Happens(host, cycle);

        changed["unitChanges"][0].GetProperty("ended").GetArrayLength().ShouldBe(3);
        (await cycle.StateOf("T84"), await cycle.StateOf("T83"), await cycle.StateOf(AMerger.Heir)).ShouldBe(("exempt", "exempt", "owed"));
        (await cycle.Submit("T84", AMerger.Of(3))).Refused(409, "report-exempt");
    }

    [Fact]
    public async Task Is_always_open_to_the_centre_which_says_why()
    {
        await using var host = await AMerger.InJune();
        var cycle = await AMerger.Open(host, null, "T84", "T84-TC");
        (await cycle.Submit("T84-TC", AMerger.Of(3))).Done();

        (await host.As("centre").Post($"{cycle.ReportOf("T84-TC")}/accept", new { version = 1 })).Refused(422, "reason-missing");
        var stepsIn = new { version = 1, reason = "VKSND tỉnh vắng người duyệt." };
        (await host.As("centre").Post($"{cycle.ReportOf("T84-TC")}/accept", stepsIn)).Done();
        await host.WhenQuiet();

        (await cycle.Obligation("T84-TC")).GetProperty("accepted").GetProperty("reason").GetString().ShouldBe(stepsIn.reason);
        (await AMerger.TextTo(host, cycle, "T84")).ShouldContain(stepsIn.reason);
        (await AMerger.TextTo(host, cycle, "T84-TC")).ShouldContain(stepsIn.reason);
    }
}
