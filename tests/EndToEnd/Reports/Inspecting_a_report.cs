namespace VksServerless.EndToEnd.Reports;

public class Inspecting_a_report(AHost host) : IClassFixture<AHost>
{
    private const string Unit = "T84-CL";

    [Fact]
    public async Task That_finds_it_lacking_tells_the_unit_and_its_judge_and_changes_nothing_in_it()
    {
        var cycle = await ACycle.Open(host, "T84", Unit);
        (await cycle.Submit(Unit)).Done();
        var before = await cycle.Obligation(Unit);

        var made = (await Inspect(cycle, 1, "lacking", "Chưa có biên bản lấy ý kiến.")).Done();
        await host.WhenQuiet();

        made.Status.ShouldBe(201);
        (made["number"].GetInt32(), made["version"].GetInt32(), made.Said("by")).ShouldBe((1, 1, host.As("inspector").Who.Name));
        made.Said("sha256").ShouldBe((await host.As("centre").Get($"{cycle.ReportOf(Unit)}/versions/1")).Done().ETag);
        (await cycle.Mails()).Where(mail => mail.Kind == "ReportInspected").Select(mail => mail.To)
            .ShouldBe(["t84-cl@vks.example", "t84@vks.example"], ignoreOrder: true);
        (await cycle.MailTexts()).ShouldContain("Nội dung kiểm tra: Chưa có biên bản lấy ý kiến.");
        $"{await cycle.Obligation(Unit)}".ShouldBe($"{before}");
        var seen = (await host.As($"reporter-{Unit}").Get($"{cycle.ReportOf(Unit)}/inspections")).Done().Json.EnumerateArray();
        seen.ShouldHaveSingleItem().GetProperty("text").GetString().ShouldBe("Chưa có biên bản lấy ý kiến.");
    }

    [Fact]
    public async Task Again_is_another_check_and_only_a_repeated_request_is_not()
    {
        var cycle = await ACycle.Open(host, "T84", Unit);
        (await cycle.Submit(Unit)).Done();
        var key = Person.NewKey();
        var first = (await Inspect(cycle, 1, "lacking", "Thiếu biên bản.", key)).Done();

        (await Inspect(cycle, 1, "lacking", "Thiếu biên bản.", key)).Done().Bytes.ShouldBe(first.Bytes);
        (await Inspect(cycle, 1, "in-order", null, key)).Refused(422, "idempotency-key-reused");
        (await Inspect(cycle, 1, "in-order", null)).Done()["number"].GetInt32().ShouldBe(2);
        await host.WhenQuiet();

        (await cycle.Mails()).Count(mail => mail.Kind == "ReportInspected").ShouldBe(2, "one check was lacking, and two are told");
        (await host.As("centre").Get($"{cycle.ReportOf(Unit)}/inspections")).Done().Json.EnumerateArray()
            .Select(made => made.GetProperty("finding").GetString()).ShouldBe(["lacking", "in-order"]);
    }

    [Fact]
    public async Task Counts_for_the_version_that_was_looked_at()
    {
        var cycle = await ACycle.Open(host, "T84", Unit, "T84-CN");
        await cycle.Accepted(Unit);
        await cycle.Accepted("T84-CN");
        (await Inspect(cycle, 1, "in-order", null)).Done();
        (await Survey(cycle)).ShouldBe((2, 1, 1, 0, "T84-CN"));

        (await cycle.Return(Unit, "Bổ sung.", 1)).Done();
        await cycle.Accepted(Unit, AReport.Of(Unit, ("may_tinh", 11)));

        (await Survey(cycle)).ShouldBe((2, 2, 1, 0, "T84-CL T84-CN"));
        (await Inspect(cycle, 2, "lacking", "Thiếu biên bản.")).Done();
        (await Survey(cycle)).ShouldBe((2, 1, 0, 1, "T84-CN"));
    }

    [Fact]
    public async Task Is_the_inspectors_of_what_was_handed_in_and_says_what_is_lacking()
    {
        var cycle = await ACycle.Open(host, "T84", Unit);
        (await Inspect(cycle, 1, "in-order", null)).Refused(404, "version-unknown");
        (await cycle.Submit(Unit)).Done();

        (await Inspect(cycle, 1, "lacking", "...")).Refused(422, "inspection-invalid").RuleAt("/text").ShouldBe("required");
        (await host.As("inspector").Post($"{cycle.ReportOf(Unit)}/inspections", new { version = 1, finding = "in-order" }))
            .Refused(400, "idempotency-key-missing");
        foreach (var person in (string[])["centre", "leader-1", $"head-{Unit}", "head-T84", "administrator", "operator"])
        {
            (await Inspect(cycle, 1, "in-order", null, by: person)).Refused(403, "not-permitted");
        }

        (await Survey(cycle)).ShouldBe((0, 0, 0, 0, ""));
    }

    private Task<Answer> Inspect(
        ACycle cycle, int version, string finding, string? text, string? key = null, string by = "inspector") =>
        host.As(by).Post($"{cycle.ReportOf(Unit)}/inspections", new { version, finding, text }, key ?? Person.NewKey());

    private async Task<(int Accepted, int NotInspected, int InOrder, int Lacking, string Units)> Survey(ACycle cycle)
    {
        var survey = (await host.As("leader-1").Get($"{cycle.Path}/inspections")).Done();
        return (
            Of("accepted"), Of("notInspected"), Of("inOrder"), Of("lacking"),
            string.Join(' ', survey["notInspected"].EnumerateArray().Select(unit => unit.GetString())));

        int Of(string name) => survey["counts"].GetProperty(name).GetInt32();
    }
}
