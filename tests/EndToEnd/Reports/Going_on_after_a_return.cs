using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Reports;

/// <summary>Work begins where the last work ended.</summary>
public class Going_on_after_a_return(AHost host) : IClassFixture<AHost>
{
    private readonly Person _reporter = host.As("reporter-V14");

    [Fact]
    public async Task Begins_with_what_was_handed_in_and_not_with_an_older_draft()
    {
        var cycle = await ACycle.Open(host, "V14");
        var old = (await Draft(cycle, ("may_tinh", 1))).Done().ETag!;
        (await cycle.Submit("V14", AReport.Of("V14", ("may_tinh", 500)))).Done();
        (await cycle.Return("V14", "Sai số máy tính.", 1, "may_tinh")).Done();

        var draft = (await _reporter.Get(Path(cycle))).Done();

        draft["answers"].GetProperty("may_tinh").GetInt32().ShouldBe(500);
        (await _reporter.Put(Path(cycle), Whole(draft), old)).Refused(412, "report-stale");
        (await _reporter.Put(Path(cycle), Whole(draft), "*")).Refused(412, "report-stale");
        (await _reporter.Put(Path(cycle), Whole(draft), draft.ETag)).Done();
    }

    [Fact]
    public async Task Locks_what_the_return_does_not_name_and_shows_the_judge_what_changed()
    {
        var cycle = await ACycle.Open(host, "V14");
        (await cycle.Submit("V14", AReport.Of("V14", ("may_tinh", 500)))).Done();
        (await cycle.Return("V14", "Sai số máy tính.", 1, "may_tinh")).Done();
        var open = (await _reporter.Get(cycle.ReportOf("V14"))).Done()["open"].EnumerateArray().Select(code => code.GetString()).ToList();
        open.ShouldContain("may_tinh");
        open.ShouldNotContain("so_can_bo");

        var both = AReport.Of("V14", ("may_tinh", 50), ("so_can_bo", 11));
        (await cycle.Submit("V14", both)).Refused(422, "report-invalid").RuleAt("/answers/so_can_bo").ShouldBe("locked");
        var draft = (await _reporter.Get(Path(cycle))).Done();
        (await _reporter.Put(Path(cycle), both, draft.ETag)).Refused(422, "report-invalid").RuleAt("/answers/so_can_bo").ShouldBe("locked");

        (await cycle.Submit("V14", new JsonObject { ["answers"] = new JsonObject { ["may_tinh"] = 50 } })).Done();

        var review = (await host.As("centre").Get($"{cycle.ReportOf("V14")}/versions/2/review")).Done()["since"];
        review.GetProperty("version").GetInt32().ShouldBe(1);
        var changed = review.GetProperty("fields").EnumerateArray().First(field => field.GetProperty("field").GetString() == "may_tinh");
        (changed.GetProperty("before").GetInt32(), changed.GetProperty("now").GetInt32()).ShouldBe((500, 50));
        review.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("field").GetString()).ShouldNotContain("so_can_bo");
        (await host.As("centre").Get($"{cycle.ReportOf("V14")}/versions/2")).Done()["answers"].GetProperty("so_can_bo").GetInt32()
            .ShouldBe(10);
    }

    [Fact]
    public async Task Leaves_everything_open_when_the_return_names_nothing()
    {
        var cycle = await ACycle.Open(host, "V14");
        (await cycle.Submit("V14")).Done();
        (await cycle.Return("V14", "Xem lại.")).Done();
        (await _reporter.Get(cycle.ReportOf("V14"))).Done().Json.TryGetProperty("open", out _).ShouldBeFalse();
        (await cycle.Submit("V14", AReport.Of("V14", ("may_tinh", 50), ("so_can_bo", 11)))).Done();
    }

    [Fact]
    public async Task Refuses_a_stale_editor_who_submits()
    {
        var cycle = await ACycle.Open(host, "V14");
        var first = (await Draft(cycle, ("may_tinh", 1))).Done().ETag!;
        var second = (await _reporter.Put(Path(cycle), AReport.Of("V14"), first)).Done().ETag!;
        var key = Person.NewKey();

        (await Submit(cycle, key, first)).Refused(412, "report-stale");
        (await cycle.StateOf("V14")).ShouldBe("owed");
        var receipt = (await Submit(cycle, key, second)).Done();

        (await Submit(cycle, key, second)).Done().Bytes.ShouldBe(receipt.Bytes);
        (await cycle.Return("V14", "Xem lại.")).Done();
        (await Submit(cycle, Person.NewKey(), second)).Refused(412, "report-stale");
        (await Submit(cycle, Person.NewKey(), (await _reporter.Get(Path(cycle))).Done().ETag!)).Done();
    }

    [Fact]
    public async Task Begins_with_what_was_presented_when_the_head_sent_it_back()
    {
        var terms = ACycle.Terms("V14");
        terms["headSignsOff"] = true;
        var cycle = await ACycle.Open(host, terms);
        (await Draft(cycle, ("may_tinh", 1))).Done();
        (await _reporter.Post($"{cycle.ReportOf("V14")}/present", AReport.Of("V14", ("may_tinh", 500)), Person.NewKey())).Done();
        (await host.As("head-V14").Post($"{cycle.ReportOf("V14")}/send-back", new { reason = "Xem lại." })).Done();

        (await _reporter.Get(Path(cycle))).Done()["answers"].GetProperty("may_tinh").GetInt32().ShouldBe(500);
    }

    private static string Path(ACycle cycle) => $"{cycle.ReportOf("V14")}/draft";

    private static JsonObject Whole(Answer draft) => JsonNode.Parse(draft.Bytes)!.AsObject();

    private Task<Answer> Draft(ACycle cycle, params (string Field, int Value)[] answers)
    {
        var given = new JsonObject(answers.Select(answer => KeyValuePair.Create(answer.Field, (JsonNode?)answer.Value)));
        return _reporter.Put(Path(cycle), new JsonObject { ["answers"] = given }, "*");
    }

    private Task<Answer> Submit(ACycle cycle, string key, string etag) =>
        _reporter.Post($"{cycle.ReportOf("V14")}/submit", AReport.Of("V14"), key, etag);
}
