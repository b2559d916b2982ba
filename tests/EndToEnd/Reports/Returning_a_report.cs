namespace VksServerless.EndToEnd.Reports;

public class Returning_a_report
{
    private static readonly DateTimeOffset Limit = ACycle.At(8, 3);

    [Fact]
    public async Task After_the_closing_reopens_this_one_unit_and_the_sector_report_waits_for_its_answer()
    {
        await using var host = await AHost.Start();
        var cycle = await Closed(host);
        (await cycle.Phase()).ShouldBe("awaiting-approval");

        (await cycle.Return("T84-CL", "Sai số máy tính.")).Refused(422, "limit-needed");
        (await cycle.Return("T84-CL", "Sai số máy tính.", 1, Limit)).Done();
        await host.WhenQuiet();
        (await cycle.Phase()).ShouldBe("closed");
        (await cycle.MailTexts()).ShouldContain("nộp lại chậm nhất lúc 16:00 ngày 03/08/2018");
        (await cycle.Submit("T84")).Status.ShouldBe(409);
        (await cycle.Submit("T84-CL", AReport.Of("T84-CL", ("may_tinh", 15)))).Done().Said("verdict").ShouldBe("on-time");
        (await cycle.Accept("T84-CL", 2)).Done();
        await host.WhenQuiet();

        (await cycle.Phase()).ShouldBe("awaiting-approval");
        (await cycle.TotalOf("VKSTC", "may_tinh")).ShouldBe(45);
        await cycle.Approved("leader-1");
        (await cycle.Phase()).ShouldBe("published");
    }

    [Fact]
    public async Task That_is_not_answered_within_its_limit_holds_up_the_sector_report_no_longer()
    {
        await using var host = await AHost.Start();
        var cycle = await Closed(host);
        (await cycle.Return("T84-CL", "Sai số máy tính.", 1, Limit)).Done();
        await host.Play(Limit);
        (await cycle.Phase()).ShouldBe("closed");

        await host.Play(Limit.AddMilliseconds(1));

        (await cycle.Phase()).ShouldBe("awaiting-approval");
        (await cycle.Submit("T84-CL")).Refused(409, "cycle-not-open").Said("detail").ShouldContain("trả lại báo cáo kèm hạn nộp lại");
        (await cycle.TakeBackReturn("T84-CL")).Done().Said("state").ShouldBe("accepted");
        await host.WhenQuiet();
        (await cycle.TotalOf("VKSTC", "may_tinh")).ShouldBe(42);
        (await cycle.MailTexts()).ShouldContain("đã được thu hồi; đơn vị không phải nộp lại");
        await cycle.Approved("leader-1");
        (await host.As("centre").Get($"{cycle.Path}/publications/1")).Done()["report"].GetProperty("completeness").GetProperty("accepted")
            .GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Is_taken_back_only_while_nothing_new_came_in()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14", "T84");
        (await cycle.TakeBackReturn("V14")).Refused(409, "nothing-returned");
        (await cycle.Submit("V14")).Done();
        (await cycle.Return("V14", "Nhầm đơn vị.")).Done();
        (await cycle.TakeBackReturn("V14")).Done().Said("state").ShouldBe("submitted");
        (await cycle.Accept("V14")).Done();
        (await cycle.Return("V14", "Sai.")).Done();
        (await cycle.Submit("V14")).Done();
        (await cycle.TakeBackReturn("V14")).Refused(409, "nothing-returned");
    }

    [Fact]
    public async Task In_time_does_not_save_what_is_answered_after_the_deadline_which_is_shown_with_both_instants()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14", "T84");
        (await cycle.Submit("T84", AReport.Of("T84", ("may_tinh", 1)))).Done().Said("verdict").ShouldBe("on-time");
        (await cycle.Return("T84", "Không phải báo cáo.")).Done();
        var answered = ACycle.ProvincesDue.AddHours(1);
        await host.Play(answered);
        (await cycle.Obligation("T84")).TryGetProperty("onTime", out _).ShouldBeFalse();

        var receipt = (await cycle.Submit("T84")).Done();

        receipt.Said("verdict").ShouldBe("late");
        receipt["firstReceivedAt"].GetDateTimeOffset().ShouldBeLessThan(ACycle.ProvincesDue);
        var obligation = await cycle.Obligation("T84");
        (obligation.GetProperty("receivedAt").GetDateTimeOffset(), obligation.GetProperty("lateAt").GetDateTimeOffset())
            .ShouldBe((receipt["firstReceivedAt"].GetDateTimeOffset(), answered));
        (await cycle.Accept("T84", 2)).Done();
        await cycle.Accepted("V14");
        await cycle.Approved("leader-1");
        (await host.As("centre").Get($"{cycle.Path}/publications/1/page")).Done().Text.ShouldContain("bị trả lại; nộp lại 17:00 ngày 18/07/2018");
        (await cycle.MailTexts()).ShouldContain("đã bị trả lại)");
    }

    [Fact]
    public async Task Again_and_again_holds_up_the_sector_report_for_a_month_in_all_unless_the_centre_returns_it()
    {
        await using var host = await AHost.Start();
        var cycle = await Closed(host);
        (await cycle.Return("T84-CL", "Xem lại.", 1, ACycle.Closing.AddDays(31))).Done();
        await host.Play(ACycle.Closing.AddDays(30));
        (await cycle.TakeBackReturn("T84-CL")).Done();

        (await cycle.Return("T84-CL", "Xem lại.", 1, ACycle.Closing.AddDays(40))).Refused(409, "held-up-too-long").Said("detail")
            .ShouldContain("Cục 2");
        await host.WhenQuiet();
        (await cycle.Phase()).ShouldBe("awaiting-approval");

        (await cycle.Extend("T84-CL", ACycle.Closing.AddDays(40))).Refused(409, "report-accepted-already");
        (await host.As("centre").Post(
            $"{cycle.ReportOf("T84-CL")}/return", new { version = 1, reason = "Xem lại.", dueAt = ACycle.Closing.AddDays(40) })).Done();
        (await cycle.Submit("T84-CL")).Done();
    }

    [Fact]
    public async Task Takes_away_no_time_that_the_centre_gave_and_neither_does_taking_it_back()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "T84", "T84-CL");
        await cycle.Accepted("T84");
        await host.Play(ACycle.Closing.AddMilliseconds(1));
        (await cycle.Extend("T84-CL", ACycle.At(8, 20))).Done();
        await host.WhenQuiet();
        (await cycle.Submit("T84-CL")).Done();
        (await cycle.Return("T84-CL", "Nhầm.", 1, ACycle.At(8, 3))).Done();
        (await cycle.TakeBackReturn("T84-CL")).Done();
        await host.WhenQuiet();
        (await cycle.Phase()).ShouldBe("closed", "the centre's time is not over");

        (await cycle.Return("T84-CL", "Sai.", 1, ACycle.Closing.AddMinutes(5))).Done();
        await host.Play(ACycle.Closing.AddMinutes(6));

        (await cycle.Obligation("T84-CL")).GetProperty("mayHandInUntil").GetDateTimeOffset().ShouldBe(ACycle.At(8, 20));
        (await cycle.Submit("T84-CL")).Done();
    }

    [Fact]
    public async Task By_a_leader_is_taken_back_by_the_centre_alone_which_the_superior_and_the_leadership_are_told()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "T84", "T84-CL");
        await cycle.Accepted("T84-CL");
        await cycle.Accepted("T84");
        var digest = (await host.As("leader-2").Get($"{cycle.Path}/sector-report")).Done().ETag;
        (await host.As("leader-1").Post(
            $"{cycle.Path}/sector-report/refuse",
            new { digest, reason = "Chưa khớp.", units = new[] { "T84-CL" }, dueAt = ACycle.At(6, 20) })).Done();
        await host.WhenQuiet();

        (await cycle.TakeBackReturn("T84-CL")).Refused(403, "returned-from-above");
        var back = (await host.As("centre").Post($"{cycle.ReportOf("T84-CL")}/return/take-back")).Done();
        await host.WhenQuiet();

        back["returnTakenBack"].GetProperty("by").GetString().ShouldBe(host.As("centre").Who.Name);
        (await cycle.Mails()).Where(mail => mail.Kind == "OthersReturnTakenBack").Select(mail => mail.To)
            .ShouldBe(["t84@vks.example", "lanh-dao@vks.example"], ignoreOrder: true);
        (await cycle.MailTexts()).ShouldContain($"Người thu hồi: {host.As("centre").Who.Name}");
    }

    /// <summary>Two units accepted, and closed by the clock.</summary>
    private static async Task<ACycle> Closed(AHost host)
    {
        var cycle = await ACycle.Open(host, "T84", "T84-CL", "V14");
        await cycle.Accepted("V14", AReport.Of("V14", ("may_tinh", 30)));
        await cycle.Accepted("T84-CL", AReport.Of("T84-CL", ("may_tinh", 12)));
        await host.Play(ACycle.Closing.AddMilliseconds(1));
        return cycle;
    }
}
