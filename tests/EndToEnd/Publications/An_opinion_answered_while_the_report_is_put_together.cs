namespace VksServerless.EndToEnd.Publications;

public class An_opinion_answered_while_the_report_is_put_together
{
    [Fact]
    public async Task Is_answered_in_that_very_report()
    {
        HeldReplies held = null!;
        await using var host = await AHost.Start(services => HeldReplies.Decorate(services, made => held = made));
        var cycle = await ADraft.Open(host, "V14");
        (await cycle.Submit("V14", ADraft.Opinions(null, "Điều 7"))).Done();
        var composing = held.HoldTheNextReading();
        (await cycle.Accept("V14")).Done();
        await composing;

        (await ADraft.Reply(host, cycle, [(await ADraft.Given(host, cycle))[0].Id], "accepted", null)).Done();
        held.Release();
        await host.WhenQuiet();

        await cycle.Approved("leader-1");
        (await cycle.Phase()).ShouldBe("published");
        (await host.As("leader-1").Get($"{cycle.Path}/publications/1")).Done()["report"].GetProperty("opinions")[0]
            .GetProperty("reply").GetProperty("kind").GetString().ShouldBe("accepted");
    }
}
