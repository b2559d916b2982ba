namespace VksServerless.EndToEnd.Cycles;

public class The_life_of_a_cycle
{
    [Fact]
    public async Task Leads_from_the_draft_to_the_publication()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Draft(host, ACycle.Terms("V14", "T84"));
        (await cycle.Phase()).ShouldBe("draft");
        (await cycle.Mails()).ShouldBeEmpty();

        (await host.As("centre").Post($"{cycle.Path}/start")).Done();
        await host.WhenQuiet();
        (await cycle.Phase()).ShouldBe("open");
        (await cycle.Mails()).Select(mail => mail.To).ShouldBe(["v14@vks.example", "t84@vks.example"], ignoreOrder: true);

        await cycle.Accepted("V14", AReport.Of("V14", ("may_tinh", 30)));
        (await cycle.Submit("T84")).Done();
        (await cycle.Return("T84", "Thiếu số máy tính.", 1, "may_tinh")).Done();
        (await cycle.StateOf("T84")).ShouldBe("returned");
        await host.WhenQuiet();
        (await cycle.Mails()).Count(
            mail =>
                mail is { To: "t84@vks.example", Subject: var subject }
                    && subject.StartsWith("[Trả lại]", StringComparison.Ordinal)).ShouldBe(1);

        (await cycle.Submit("T84", AReport.Of("T84", ("may_tinh", 12)))).Done()["version"].GetInt32().ShouldBe(2);
        (await cycle.Phase()).ShouldBe("open");
        (await cycle.Accept("T84", 2)).Done();
        await host.WhenQuiet();
        (await cycle.Phase()).ShouldBe("awaiting-approval");

        await cycle.Approved("leader-1");
        (await cycle.Phase()).ShouldBe("published");
        var published = (await host.As("leader-2").Get($"{cycle.Path}/publications/1")).Done();
        published.Said("number").ShouldBe("01/BC-VKSTC");
        published["report"].GetProperty("figures").GetProperty("may_tinh").GetProperty("total").GetDecimal().ShouldBe(42);
        published["report"].GetProperty("manifest").EnumerateArray()
            .Select(entry => (entry.GetProperty("unit").GetString(), entry.GetProperty("version").GetInt32()))
            .ShouldBe([("V14", 1), ("T84", 2)]);
        var page = (await host.As("inspector").Get($"{cycle.Path}/publications/1/page")).Done();
        page.Text.ShouldContain("01/BC-VKSTC");
        page.Text.ShouldContain("Viện kiểm sát nhân dân tỉnh Trà Vinh");
        (await cycle.Mails())
            .ShouldContain(mail => mail.To == "lanh-dao@vks.example" && mail.Subject.StartsWith("[Công bố] Báo cáo số 01/BC-VKSTC"));
    }

    [Fact]
    public async Task Closes_by_the_clock_whoever_is_missing()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14", "T84");
        await cycle.Accepted("V14");

        await host.Play(ACycle.Closing);
        (await cycle.Phase()).ShouldBe("open");
        await host.Play(ACycle.Closing.AddMilliseconds(1));

        (await cycle.Phase()).ShouldBe("awaiting-approval");
        var report = (await host.As("leader-1").Get($"{cycle.Path}/sector-report")).Done();
        report["completeness"].GetProperty("expected").GetInt32().ShouldBe(2);
        report["completeness"].GetProperty("accepted").GetInt32().ShouldBe(1);
        report["manifest"].EnumerateArray().Single(entry => entry.GetProperty("unit").GetString() == "T84").GetProperty("state").GetString()
            .ShouldBe("owed");
    }

    [Fact]
    public async Task Waits_for_the_clock_when_it_shall_not_close_early()
    {
        await using var host = await AHost.Start();
        var terms = ACycle.Terms("V14");
        terms["closeWhenAllAccepted"] = false;
        var cycle = await ACycle.Open(host, terms);

        await cycle.Accepted("V14");

        (await cycle.Phase()).ShouldBe("open");
        await host.Play(ACycle.Closing.AddMilliseconds(1));
        (await cycle.Phase()).ShouldBe("awaiting-approval");
    }

    [Fact]
    public async Task Opens_at_its_time()
    {
        await using var host = await AHost.Start();
        var terms = ACycle.Terms("V14");
        terms["opensAt"] = ACycle.At(6, 15, 8);
        var cycle = await ACycle.Open(host, terms);

        (await cycle.Phase()).ShouldBe("starting");
        (await cycle.Mails()).ShouldBeEmpty();
        await host.Play(ACycle.At(6, 15, 8));

        (await cycle.Phase()).ShouldBe("open");
        (await cycle.Mails()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Needs_as_many_persons_as_it_says()
    {
        await using var host = await AHost.Start();
        var terms = ACycle.Terms("V14");
        terms["approvalsNeeded"] = 2;
        var cycle = await ACycle.Open(host, terms);
        await cycle.Accepted("V14");

        await cycle.Approved("leader-1");
        (await cycle.Phase()).ShouldBe("awaiting-approval");
        var digest = (await host.As("leader-1").Get($"{cycle.Path}/sector-report")).Done().ETag;
        (await host.As("leader-1").Post($"{cycle.Path}/approvals", new { digest })).Refused(409, "approved-before");
        (await host.As("centre").Post($"{cycle.Path}/approvals", new { digest })).Refused(403, "not-permitted");
        await host.WhenQuiet();
        (await cycle.Phase()).ShouldBe("awaiting-approval");

        await cycle.Approved("leader-2");
        (await cycle.Phase()).ShouldBe("published");
        (await host.As("centre").Get($"{cycle.Path}/publications")).Done().Json[0].GetProperty("approvals").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Forgets_approvals_of_a_report_that_has_changed()
    {
        await using var host = await AHost.Start();
        var terms = ACycle.Terms("V14", "T84");
        terms["approvalsNeeded"] = 2;
        var cycle = await ACycle.Open(host, terms);
        await cycle.Accepted("V14");
        (await cycle.Submit("T84")).Done();
        await host.Play(ACycle.Closing.AddMilliseconds(1));
        await cycle.Approved("leader-1");
        var before = (await host.As("leader-1").Get($"{cycle.Path}/sector-report")).Done().ETag;

        (await cycle.Accept("T84")).Done();
        await host.WhenQuiet();

        (await host.As("leader-1").Get($"{cycle.Path}/sector-report")).Done().ETag.ShouldNotBe(before);
        (await host.As("leader-2").Post($"{cycle.Path}/approvals", new { digest = before })).Refused(412, "report-changed");
        await cycle.Approved("leader-2");
        (await cycle.Phase()).ShouldBe("awaiting-approval");
        await cycle.Approved("leader-1");
        (await cycle.Phase()).ShouldBe("published");
    }

    [Fact]
    public async Task Numbers_publications_through_the_year()
    {
        await using var host = await AHost.Start();
        foreach (var number in (string[])["01/BC-VKSTC", "02/BC-VKSTC"])
        {
            var cycle = await ACycle.Open(host, "V14");
            await cycle.Accepted("V14");
            await cycle.Approved("leader-1");
            (await host.As("centre").Get(cycle.Path)).Done().Said("publication").ShouldBe(number);
        }
    }
}
