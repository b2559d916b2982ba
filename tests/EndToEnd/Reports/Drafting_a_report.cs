using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Reports;

public class Drafting_a_report(AHost host) : IClassFixture<AHost>
{
    private static readonly JsonObject Little = new() { ["answers"] = new JsonObject { ["may_tinh"] = 5 } };

    [Fact]
    public async Task Saves_what_is_there_and_says_what_is_missing()
    {
        var cycle = await ACycle.Open(host, "V14");
        var path = $"{cycle.ReportOf("V14")}/draft";
        (await host.As("reporter-V14").Get(path)).Refused(404, "no-draft");
        var saved = (await host.As("reporter-V14").Put(path, Little, "*")).Done();
        saved["stillMissing"].EnumerateArray().Select(missing => missing.GetProperty("place").GetString())
            .ShouldContain("/answers/so_can_bo");
        var read = (await host.As("head-V14").Get(path)).Done();
        read.ETag.ShouldBe(saved.ETag);
        read["answers"].GetProperty("may_tinh").GetInt32().ShouldBe(5);
        (await host.As("centre").Get(path)).Refused(403, "not-permitted");
    }

    [Fact]
    public async Task Loses_no_update()
    {
        var cycle = await ACycle.Open(host, "V14");
        var path = $"{cycle.ReportOf("V14")}/draft";
        var reporter = host.As("reporter-V14");
        (await reporter.Put(path, Little, null)).Refused(428, "if-match-missing");
        var first = (await reporter.Put(path, Little, "*")).Done().ETag!;
        (await reporter.Put(path, Little, "*")).Refused(412, "report-stale");
        var second = (await reporter.Put(path, Little, first)).Done().ETag!;
        (await host.As("head-V14").Put(path, Little, first)).Refused(412, "report-stale");
        (await reporter.Put(path, Little, "khong-phai-base64!")).Status.ShouldBeOneOf(412, 428);
        (await reporter.Get(path)).Done().ETag.ShouldBe(second);
    }

    [Fact]
    public async Task Takes_one_of_many_first_drafts()
    {
        var cycle = await ACycle.Open(host, "V14");
        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => host.As("reporter-V14").Put(
            $"{cycle.ReportOf("V14")}/draft", new JsonObject { ["answers"] = new JsonObject { ["may_tinh"] = number } }, "*")));
        saved.Count(answer => answer.Status == 200).ShouldBe(1);
        saved.Count(answer => answer.Status == 412).ShouldBe(7);
    }

    [Fact]
    public async Task Is_refused_while_the_report_is_being_judged_and_goes_on_after_a_return()
    {
        var cycle = await ACycle.Open(host, "V14");
        var path = $"{cycle.ReportOf("V14")}/draft";
        (await cycle.Submit("V14")).Done();
        (await host.As("reporter-V14").Put(path, Little, "*")).Refused(409, "report-submitted-already");
        (await cycle.Return("V14", "Bổ sung.")).Done();
        var read = (await host.As("reporter-V14").Get(path)).Done();
        (await host.As("reporter-V14").Put(path, Little, read.ETag)).Done();
    }

    [Fact]
    public async Task Is_refused_after_the_closing_as_submitting_is()
    {
        await using var own = await AHost.Start();
        var cycle = await ACycle.Open(own, "V14", "T84");
        (await own.As("centre").Post($"{cycle.Path}/extensions", new { units = new[] { "T84" }, dueAt = ACycle.At(8, 10), reason = "Lũ." }))
            .Done();
        await own.Play(ACycle.Closing.AddMilliseconds(1));
        (await own.As("reporter-V14").Put($"{cycle.ReportOf("V14")}/draft", Little, "*")).Refused(409, "report-closed");
        (await own.As("reporter-T84").Put($"{cycle.ReportOf("T84")}/draft", Little, "*")).Done();
    }

    [Fact]
    public async Task Of_what_is_wrong_is_refused_and_nothing_of_it_kept()
    {
        var cycle = await ACycle.Open(host, "V14");
        var before = await cycle.EverythingOf("V14");
        (await host.As("reporter-V14").Put($"{cycle.ReportOf("V14")}/draft",
            new JsonObject { ["answers"] = new JsonObject { ["may_tinh"] = -1 } }, "*"))
            .Refused(422, "report-invalid").RuleAt("/answers/may_tinh").ShouldBe("out-of-range");
        (await cycle.EverythingOf("V14")).ShouldBe(before);
    }
}
