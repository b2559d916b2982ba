namespace VksServerless.EndToEnd.Cycles;

public class Results_for_the_units
{
    [Fact]
    public async Task Are_told_and_can_be_read_where_the_cycle_sends_them()
    {
        await using var host = await AHost.Start();
        var terms = ACycle.Terms("V14", "T84");
        terms["sentToUnits"] = true;
        var cycle = await ACycle.Open(host, terms);
        await cycle.Accepted("V14");
        await cycle.Accepted("T84");
        (await host.As("reporter-V14").Get($"{cycle.Path}/publications")).Done().Json.GetArrayLength().ShouldBe(0);
        await cycle.Approved("leader-1");

        (await cycle.Mails()).Where(mail => mail.Kind == "CyclePublished").Select(mail => mail.To)
            .ShouldBe(["lanh-dao@vks.example", "v14@vks.example", "t84@vks.example"], ignoreOrder: true);
        (await host.As("reporter-V14").Get($"{cycle.Path}/publications/1/page")).Done().Text.ShouldContain("01/BC-VKSTC");
        (await host.As("head-T84").Get($"{cycle.Path}/publications/1")).Done().Said("number").ShouldBe("01/BC-VKSTC");
        (await host.As("reporter-T01").Get($"{cycle.Path}/publications/1/page")).Refused(403, "not-permitted");
        (await host.As("reporter-V14").Get($"{cycle.Path}/sector-report")).Refused(403, "not-permitted");
    }

    [Fact]
    public async Task Are_not_theirs_where_it_does_not()
    {
        await using var host = await AHost.Start();
        var cycle = await ACycle.Open(host, "V14");
        await cycle.Accepted("V14");
        await cycle.Approved("leader-1");

        (await cycle.Mails()).Where(mail => mail.Kind == "CyclePublished").Select(mail => mail.To).ShouldBe(["lanh-dao@vks.example"]);
        (await host.As("reporter-V14").Get($"{cycle.Path}/publications/1/page")).Refused(403, "not-permitted");
    }
}
