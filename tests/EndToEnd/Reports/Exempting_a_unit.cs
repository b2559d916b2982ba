namespace VksServerless.EndToEnd.Reports;

public class Exempting_a_unit
{
    [Fact]
    public async Task By_mistake_is_revoked_with_a_reason_that_stays_on_record_and_that_the_unit_is_told()
    {
        await using var host = await AHost.Start();
        var (centre, cycle) = (host.As("centre"), await ACycle.Open(host, "V14", "T84"));
        (await centre.Post($"{cycle.Path}/exemptions", new { units = new[] { "T84" }, reason = "Mới thành lập." })).Done();
        (await cycle.Extend("T84", ACycle.At(8, 5))).Refused(409, "report-exempt").Said("detail").ShouldContain("T84");
        (await centre.Post($"{cycle.Path}/exemptions/revoke", new { units = new[] { "V14", "T84" }, reason = "Nhầm." }))
            .Refused(409, "report-not-exempt");
        (await cycle.StateOf("T84")).ShouldBe("exempt");

        (await centre.Post($"{cycle.Path}/exemptions/revoke", new { units = new[] { "T84" }, reason = "Miễn nhầm đơn vị." })).Done();
        await host.WhenQuiet();

        var obligation = await cycle.Obligation("T84");
        obligation.GetProperty("state").GetString().ShouldBe("owed");
        obligation.GetProperty("exemptionRevoked").GetProperty("reason").GetString().ShouldBe("Miễn nhầm đơn vị.");
        obligation.GetProperty("exemptionRevoked").GetProperty("exemptBecause").GetString().ShouldBe("Mới thành lập.");
        (await cycle.MailTexts()).ShouldContain("Lý do: Miễn nhầm đơn vị.");
        (await cycle.Extend("T84", ACycle.At(8, 5))).Done();
        await host.WhenQuiet();
        (await cycle.Submit("T84")).Done();
    }

    [Fact]
    public async Task After_its_deadline_is_revoked_with_a_deadline_of_its_own()
    {
        await using var host = await AHost.Start();
        var (centre, cycle) = (host.As("centre"), await ACycle.Open(host, "V14", "T84"));
        (await centre.Post($"{cycle.Path}/exemptions", new { units = new[] { "T84" }, reason = "Mới thành lập." })).Done();
        await host.Play(ACycle.Closing.AddMilliseconds(1));
        var units = new[] { "T84" };
        (await centre.Post($"{cycle.Path}/exemptions/revoke", new { units, reason = "Nhầm." })).Refused(422, "limit-needed");

        (await centre.Post($"{cycle.Path}/exemptions/revoke", new { units, reason = "Nhầm.", dueAt = ACycle.At(8, 5) })).Done();
        await host.WhenQuiet();

        (await cycle.Phase()).ShouldBe("closed");
        (await cycle.Submit("T84")).Done().Said("verdict").ShouldBe("on-time");
    }

    [Fact]
    public async Task Ends_the_waiting_for_one_that_handed_in_and_withdrew_and_nobody_waits_longer_than_a_month()
    {
        await using var host = await AHost.Start();
        var (centre, cycle) = (host.As("centre"), await ACycle.Open(host, "V14", "T01"));
        await cycle.Accepted("V14");
        await host.Play(ACycle.Closing.AddMilliseconds(1));
        (await cycle.Extend("T01", ACycle.At(8, 10).AddYears(63))).Refused(422, "reopened-too-long").Said("detail")
            .ShouldContain("31 ngày");
        (await cycle.Extend("T01", ACycle.At(8, 10))).Done();
        await host.WhenQuiet();
        (await cycle.Submit("T01")).Done();
        (await host.As("reporter-T01").Post($"{cycle.ReportOf("T01")}/withdraw")).Done();
        await host.WhenQuiet();
        (await cycle.Phase()).ShouldBe("closed");

        (await centre.Post($"{cycle.Path}/exemptions", new { units = new[] { "T01" }, reason = "Đơn vị không nộp." })).Done();
        await host.WhenQuiet();

        (await cycle.Phase()).ShouldBe("awaiting-approval");
        (await cycle.Obligation("T01")).GetProperty("exemptBecause").GetString().ShouldBe("Đơn vị không nộp.");
        (await cycle.MailTexts()).ShouldContain("Bản số 1 đã được trả lại hoặc rút lại nên không được tính");
        (await centre.Post(
            $"{cycle.Path}/exemptions/revoke",
            new { units = new[] { "T01" }, reason = "Nhầm.", dueAt = ACycle.At(8, 10).AddYears(63) })).Refused(422, "reopened-too-long");
    }

    [Fact]
    public async Task That_missed_its_deadline_does_not_make_it_punctual_when_it_is_revoked()
    {
        await using var host = await AHost.Start();
        var (centre, cycle) = (host.As("centre"), await ACycle.Open(host, "V14", "T01"));
        await cycle.Accepted("V14");
        await host.Play(ACycle.Closing.AddMilliseconds(1));
        await cycle.Approved("leader-1");
        (await centre.Post($"{cycle.Path}/corrections", new { reason = "Bổ sung." })).Done();
        var units = new[] { "T01" };
        (await centre.Post($"{cycle.Path}/exemptions", new { units, reason = "Miễn." })).Done();
        (await centre.Post($"{cycle.Path}/exemptions/revoke", new { units, reason = "Nhầm.", dueAt = ACycle.At(8, 5) })).Done();
        await host.WhenQuiet();
        (await cycle.MailTexts()).ShouldContain("Hạn nộp: 16:00 ngày 05/08/2018");
        (await cycle.MailTexts()).ShouldContain("vẫn được ghi là nộp muộn");

        (await cycle.Submit("T01")).Done().Said("verdict").ShouldBe("late");
        (await cycle.Accept("T01")).Done();
        (await centre.Post($"{cycle.Path}/corrections/ready")).Done();
        await host.WhenQuiet();
        await cycle.Approved("leader-1");

        (await centre.Get($"{cycle.Path}/publications/2")).Done()["corrects"].GetProperty("verdicts")[0].GetRawText()
            .ShouldContain("late");
    }
}
