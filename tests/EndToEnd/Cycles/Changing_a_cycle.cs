namespace VksServerless.EndToEnd.Cycles;

public class Changing_a_cycle(AHost host) : IClassFixture<AHost>
{
    private Person Centre => host.As("centre");

    [Fact]
    public async Task Redrafting_needs_the_etag_that_was_read()
    {
        var cycle = await ACycle.Draft(host, ACycle.Terms("V14"));
        var read = (await Centre.Get(cycle.Path)).Done().ETag!;
        var terms = ACycle.Terms("V14", "T84");
        terms["title"] = "Tên mới";

        (await Centre.Put(cycle.Path, terms, null)).Refused(428, "if-match-missing");
        (await Centre.Put(cycle.Path, terms, "99")).Refused(412, "cycle-stale");
        (await Centre.Put(cycle.Path, terms, read)).Done().Said("title").ShouldBe("Tên mới");
        (await Centre.Put(cycle.Path, terms, read)).Refused(412, "cycle-stale");
    }

    [Fact]
    public async Task Redrafting_ends_with_the_start()
    {
        var cycle = await ACycle.Open(host, "V14");
        var read = (await Centre.Get(cycle.Path)).Done().ETag;
        (await Centre.Put(cycle.Path, ACycle.Terms("T84"), read)).Refused(409, "cycle-not-draft");
        (await Centre.Post($"{cycle.Path}/start")).Refused(409, "cycle-not-draft");
    }

    [Fact]
    public async Task Starting_one_whose_closing_is_past_is_refused()
    {
        var terms = ACycle.Terms("V14");
        var past = ACycle.At(5, 1);
        terms["deadlines"] = System.Text.Json.JsonSerializer.SerializeToNode(new { district = past, province = past, supreme = past });
        terms["closesAt"] = past;
        var cycle = await ACycle.Draft(host, terms);
        (await Centre.Post($"{cycle.Path}/start")).Refused(409, "cycle-already-over");
    }

    [Fact]
    public async Task Cancelling_tells_the_units_and_ends_it()
    {
        var cycle = await ACycle.Open(host, "V14", "T84");
        (await Centre.Post($"{cycle.Path}/cancel", new { reason = "  " })).Refused(422, "reason-missing");
        (await Centre.Post($"{cycle.Path}/cancel", new { reason = "Kế hoạch thay đổi." })).Done().Said("phase").ShouldBe("cancelled");
        await host.WhenQuiet();

        (await cycle.Mails()).Count(mail => mail.Kind == "CycleCancelled").ShouldBe(2);
        (await cycle.Submit("V14")).Refused(409, "cycle-not-open");
        (await Centre.Post($"{cycle.Path}/cancel", new { reason = "Lần nữa." })).Refused(409, "cycle-ended");
    }

    [Fact]
    public async Task Cancelling_a_draft_tells_nobody()
    {
        var cycle = await ACycle.Draft(host, ACycle.Terms("V14"));
        (await Centre.Post($"{cycle.Path}/cancel", new { reason = "Không làm nữa." })).Done();
        await host.WhenQuiet();
        (await cycle.Mails()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Closing_early_needs_a_reason()
    {
        var cycle = await ACycle.Open(host, "V14");
        (await Centre.Post($"{cycle.Path}/close", new { })).Refused(422, "reason-missing");
        (await Centre.Post($"{cycle.Path}/close", new { reason = "Đã đủ." })).Done();
        await host.WhenQuiet();
        (await cycle.Phase()).ShouldBe("awaiting-approval");
    }

    [Fact]
    public async Task Extending_needs_a_reason_named_participants_and_a_later_instant()
    {
        var cycle = await ACycle.Open(host, "V14", "T84");
        var path = $"{cycle.Path}/extensions";
        var before = await cycle.EverythingOf("T84");

        (await Centre.Post(path, new { units = new[] { "T84" }, dueAt = ACycle.At(8, 1) })).Refused(422, "reason-missing");
        (await Centre.Post(path, new { units = Array.Empty<string>(), dueAt = ACycle.At(8, 1), reason = "Lũ." }))
            .Refused(422, "unit-list-length");
        (await Centre.Post(path, new { units = Enumerable.Repeat("T84", 1001), dueAt = ACycle.At(8, 1), reason = "Lũ." }))
            .Refused(422, "unit-list-length");
        (await Centre.Post(path, new { units = new[] { "T01" }, dueAt = ACycle.At(8, 1), reason = "Lũ." })).Refused(404, "not-obliged");
        (await Centre.Post(path, new { units = new[] { "T84" }, dueAt = ACycle.At(5, 1), reason = "Lũ." }))
            .Refused(422, "extension-backwards");
        (await Centre.Post(path, new { units = new[] { "T84" }, dueAt = ACycle.At(8, 1), closesAt = ACycle.At(7, 31), reason = "Lũ." }))
            .Refused(422, "extension-backwards");
        (await Centre.Post(path, new { units = new[] { "T84" }, dueAt = "9999-12-31T23:59:59Z", reason = "Lũ." }))
            .Refused(422, "extension-backwards");

        (await cycle.EverythingOf("T84")).ShouldBe(before);
    }

    [Fact]
    public async Task Exempting_a_unit_takes_it_out_of_what_is_expected()
    {
        var cycle = await ACycle.Open(host, "V14", "T84");
        (await Centre.Post($"{cycle.Path}/exemptions", new { units = new[] { "T84" } })).Refused(422, "reason-missing");
        (await Centre.Post($"{cycle.Path}/exemptions", new { units = new[] { "T84" }, reason = "Mới thành lập." })).Done();
        await host.WhenQuiet();

        (await cycle.StateOf("T84")).ShouldBe("exempt");
        (await cycle.Submit("T84")).Refused(409, "report-exempt");
        await cycle.Accepted("V14");
        (await cycle.Phase()).ShouldBe("awaiting-approval");
    }

    [Fact]
    public async Task Exempting_is_refused_for_all_when_one_has_reported()
    {
        var cycle = await ACycle.Open(host, "V14", "T84");
        (await cycle.Submit("T84")).Done();
        (await Centre.Post($"{cycle.Path}/exemptions", new { units = new[] { "V14", "T84" }, reason = "Mới." }))
            .Refused(409, "report-begun");
        (await Centre.Post($"{cycle.Path}/exemptions", new { units = new[] { "V14", "T01" }, reason = "Mới." }))
            .Refused(404, "not-obliged");
        (await cycle.StateOf("V14")).ShouldBe("owed");
    }

    [Fact]
    public async Task Extending_never_takes_back_what_was_granted()
    {
        var cycle = await ACycle.Open(host, "V14", "T84");
        var path = $"{cycle.Path}/extensions";
        var granted = (await Centre.Post(path, new { units = new[] { "T84" }, dueAt = ACycle.At(8, 10), reason = "Lũ." })).Done();
        granted["extensions"].GetArrayLength().ShouldBe(1);
        await host.WhenQuiet();
        (await cycle.Obligation("T84")).GetProperty("dueAt").GetDateTimeOffset().ShouldBe(ACycle.At(8, 10));

        (await Centre.Post(path, new { units = new[] { "V14", "T84" }, dueAt = ACycle.At(8, 5), reason = "Lũ." }))
            .Refused(422, "extension-backwards");
    }
}
